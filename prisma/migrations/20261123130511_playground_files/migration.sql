-- AlterTable
ALTER TABLE "PlaygroundMessage" ADD COLUMN     "files" JSONB;

-- CreateTable
CREATE TABLE "PlaygroundFile" (
    "id" TEXT NOT NULL,
    "account" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "type" TEXT,
    "bytes" BYTEA NOT NULL,
    "sentAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "PlaygroundFile_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "PlaygroundFile_sentAt_idx" ON "PlaygroundFile"("sentAt");
