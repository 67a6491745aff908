-- CreateTable
CREATE TABLE "ImportDraft" (
    "id" SERIAL NOT NULL,
    "campaignId" INTEGER NOT NULL,
    "actorId" TEXT NOT NULL,
    "table" TEXT NOT NULL,
    "rows" JSONB NOT NULL,
    "findings" JSONB NOT NULL,
    "refused" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'open',
    "outcome" JSONB,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "ImportDraft_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ImportDraft_createdAt_idx" ON "ImportDraft"("createdAt");
