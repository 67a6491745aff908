-- CreateTable
CREATE TABLE "Goal" (
    "id" SERIAL NOT NULL,
    "campaignId" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "strategy" TEXT,
    "metric" TEXT NOT NULL,
    "baseline" DECIMAL(65,30),
    "baselineKind" TEXT,
    "baselineUnit" TEXT,
    "growth" DECIMAL(65,30),
    "target" DECIMAL(65,30) NOT NULL,
    "kind" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "compare" TEXT,
    "ownerId" TEXT NOT NULL,
    "dueOn" CHAR(10) NOT NULL,
    "remarks" TEXT,
    "peak" DECIMAL(65,30),
    "peakIn" INTEGER,
    "rank" INTEGER,
    "kpiId" INTEGER,
    "ownsKpi" BOOLEAN NOT NULL DEFAULT false,
    "createdById" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Goal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "GoalSplit" (
    "goalId" INTEGER NOT NULL,
    "axis" TEXT NOT NULL,
    "parts" JSONB NOT NULL,
    "reason" TEXT,

    CONSTRAINT "GoalSplit_pkey" PRIMARY KEY ("goalId","axis")
);

-- CreateIndex
CREATE INDEX "Goal_campaignId_idx" ON "Goal"("campaignId");

-- AddForeignKey
ALTER TABLE "Goal" ADD CONSTRAINT "Goal_campaignId_fkey" FOREIGN KEY ("campaignId") REFERENCES "Campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GoalSplit" ADD CONSTRAINT "GoalSplit_goalId_fkey" FOREIGN KEY ("goalId") REFERENCES "Goal"("id") ON DELETE CASCADE ON UPDATE CASCADE;
