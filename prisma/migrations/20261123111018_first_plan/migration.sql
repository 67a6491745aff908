-- CreateTable
CREATE TABLE "FirstPlan" (
    "taskId" INTEGER NOT NULL,
    "campaignId" INTEGER NOT NULL,
    "startOn" CHAR(10) NOT NULL,
    "dueOn" CHAR(10) NOT NULL,

    CONSTRAINT "FirstPlan_pkey" PRIMARY KEY ("taskId")
);

-- CreateIndex
CREATE INDEX "FirstPlan_campaignId_idx" ON "FirstPlan"("campaignId");
