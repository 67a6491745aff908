-- AlterTable
ALTER TABLE "Task" ADD COLUMN     "moduleId" INTEGER,
ADD COLUMN     "strategyId" INTEGER;

-- CreateTable
CREATE TABLE "Strategy" (
    "id" SERIAL NOT NULL,
    "campaignId" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "budget" DECIMAL(65,30),

    CONSTRAINT "Strategy_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StrategyModule" (
    "id" SERIAL NOT NULL,
    "strategyId" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "key" TEXT NOT NULL,

    CONSTRAINT "StrategyModule_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Strategy_campaignId_key_key" ON "Strategy"("campaignId", "key");

-- CreateIndex
CREATE UNIQUE INDEX "StrategyModule_strategyId_key_key" ON "StrategyModule"("strategyId", "key");

-- CreateIndex
CREATE INDEX "Task_strategyId_idx" ON "Task"("strategyId");

-- CreateIndex
CREATE INDEX "Task_moduleId_idx" ON "Task"("moduleId");

-- AddForeignKey
ALTER TABLE "StrategyModule" ADD CONSTRAINT "StrategyModule_strategyId_fkey" FOREIGN KEY ("strategyId") REFERENCES "Strategy"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Task" ADD CONSTRAINT "Task_strategyId_fkey" FOREIGN KEY ("strategyId") REFERENCES "Strategy"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Task" ADD CONSTRAINT "Task_moduleId_fkey" FOREIGN KEY ("moduleId") REFERENCES "StrategyModule"("id") ON DELETE SET NULL ON UPDATE CASCADE;
