-- DropIndex
DROP INDEX "Campaign_status_idx";

-- DropIndex
DROP INDEX "Department_name_key";

-- AlterTable
ALTER TABLE "Account" ADD COLUMN     "profile" JSONB;

-- AlterTable
ALTER TABLE "AuditEvent" ADD COLUMN     "organisation" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "Campaign" ADD COLUMN     "organisation" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "Department" ADD COLUMN     "organisation" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "OutboxMessage" ADD COLUMN     "thread" TEXT;

-- AlterTable
ALTER TABLE "Person" ADD COLUMN     "email" TEXT,
ADD COLUMN     "organisation" TEXT NOT NULL DEFAULT '';

-- CreateTable
CREATE TABLE "Issue" (
    "id" SERIAL NOT NULL,
    "campaignId" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "impact" TEXT,
    "ownerId" TEXT NOT NULL,
    "reportedById" TEXT NOT NULL,
    "measure" TEXT,
    "source" TEXT,
    "status" TEXT NOT NULL DEFAULT 'open',
    "openedAt" TIMESTAMP(3) NOT NULL,
    "dueAt" TIMESTAMP(3) NOT NULL,
    "handledAt" TIMESTAMP(3),
    "closedAt" TIMESTAMP(3),
    "closedById" TEXT,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Issue_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SlackInstallation" (
    "workspace" TEXT NOT NULL,
    "organisation" TEXT NOT NULL,
    "sealed" TEXT NOT NULL,
    "installedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "SlackInstallation_pkey" PRIMARY KEY ("workspace")
);

-- CreateTable
CREATE TABLE "SlackAction" (
    "hash" TEXT NOT NULL,
    "action" JSONB NOT NULL,

    CONSTRAINT "SlackAction_pkey" PRIMARY KEY ("hash")
);

-- CreateIndex
CREATE INDEX "Issue_campaignId_status_idx" ON "Issue"("campaignId", "status");

-- CreateIndex
CREATE INDEX "Issue_ownerId_status_idx" ON "Issue"("ownerId", "status");

-- CreateIndex
CREATE INDEX "AuditEvent_organisation_id_idx" ON "AuditEvent"("organisation", "id");

-- CreateIndex
CREATE INDEX "Campaign_organisation_status_idx" ON "Campaign"("organisation", "status");

-- CreateIndex
CREATE UNIQUE INDEX "Department_organisation_name_key" ON "Department"("organisation", "name");

-- CreateIndex
CREATE INDEX "Person_organisation_idx" ON "Person"("organisation");

-- AddForeignKey
ALTER TABLE "Approval" ADD CONSTRAINT "Approval_campaignId_fkey" FOREIGN KEY ("campaignId") REFERENCES "Campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Issue" ADD CONSTRAINT "Issue_campaignId_fkey" FOREIGN KEY ("campaignId") REFERENCES "Campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
