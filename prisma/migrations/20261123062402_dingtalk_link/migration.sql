-- AlterTable
ALTER TABLE "OutboxMessage" ADD COLUMN     "courtesy" BOOLEAN NOT NULL DEFAULT false;

-- RenameTable
ALTER TABLE "SlackAction" RENAME TO "KeptAction";
ALTER TABLE "KeptAction" RENAME CONSTRAINT "SlackAction_pkey" TO "KeptAction_pkey";

-- CreateTable
CREATE TABLE "DingtalkSession" (
    "conversation" TEXT NOT NULL,
    "webhook" TEXT NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "DingtalkSession_pkey" PRIMARY KEY ("conversation")
);

-- CreateTable
CREATE TABLE "DingtalkUsage" (
    "month" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "told" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "DingtalkUsage_pkey" PRIMARY KEY ("month","kind")
);

-- CreateTable
CREATE TABLE "Question" (
    "platform" TEXT NOT NULL,
    "account" TEXT NOT NULL,
    "lane" TEXT NOT NULL,
    "command" TEXT NOT NULL,
    "args" JSONB NOT NULL,
    "field" TEXT NOT NULL,
    "askedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Question_pkey" PRIMARY KEY ("platform","account","lane")
);

-- CreateTable
CREATE TABLE "LinkCode" (
    "hash" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "LinkCode_pkey" PRIMARY KEY ("hash")
);
