-- CreateTable
CREATE TABLE "TestItem" (
    "campaignId" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "ownerId" TEXT,
    "result" TEXT NOT NULL DEFAULT 'open',
    "note" TEXT,
    "testedById" TEXT,
    "testedAt" TIMESTAMP(3),
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "TestItem_pkey" PRIMARY KEY ("campaignId","key")
);
