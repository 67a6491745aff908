-- CreateTable
CREATE TABLE "PhaseDetail" (
    "campaignId" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "ownerId" TEXT,
    "core" TEXT,
    "criterion" TEXT,
    "resources" TEXT,
    "risk" TEXT,
    "response" TEXT,
    "remarks" TEXT,

    CONSTRAINT "PhaseDetail_pkey" PRIMARY KEY ("campaignId","key")
);
