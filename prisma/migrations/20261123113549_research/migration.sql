-- CreateTable
CREATE TABLE "ResearchNote" (
    "campaignId" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "approach" TEXT,
    "swot" TEXT,
    "link" TEXT,
    "byId" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "ResearchNote_pkey" PRIMARY KEY ("campaignId","number")
);
