-- CreateTable
CREATE TABLE "Offer" (
    "campaignId" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "mechanics" TEXT NOT NULL,
    "threshold" DECIMAL(65,30),
    "discount" DECIMAL(65,30),
    "kind" TEXT NOT NULL DEFAULT 'amount',
    "dailyCap" INTEGER,
    "stacks" BOOLEAN NOT NULL DEFAULT false,
    "text" TEXT,
    "used" INTEGER NOT NULL DEFAULT 0,
    "usedOn" CHAR(10),
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Offer_pkey" PRIMARY KEY ("campaignId","number")
);
