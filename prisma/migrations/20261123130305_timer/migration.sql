-- CreateTable
CREATE TABLE "Timer" (
    "name" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "campaignId" INTEGER NOT NULL,
    "dueAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Timer_pkey" PRIMARY KEY ("name","subject")
);

-- CreateIndex
CREATE INDEX "Timer_dueAt_idx" ON "Timer"("dueAt");

-- CreateIndex
CREATE INDEX "Timer_subject_idx" ON "Timer"("subject");
