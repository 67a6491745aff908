-- CreateTable
CREATE TABLE "ComplianceItem" (
    "campaignId" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "key" TEXT,
    "text" TEXT,
    "doneAt" TIMESTAMP(3),
    "doneById" TEXT,
    "note" TEXT,

    CONSTRAINT "ComplianceItem_pkey" PRIMARY KEY ("campaignId","number")
);
