-- DropIndex
DROP INDEX "Approval_campaignId_subject_revision_key";

-- DropIndex
DROP INDEX "ApprovalStep_approvalId_position_role_key";

-- AlterTable
ALTER TABLE "Approval" ADD COLUMN     "topic" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "ApprovalStep" ADD COLUMN     "askedAt" TIMESTAMP(3),
ADD COLUMN     "asks" TEXT,
ADD COLUMN     "givenById" TEXT,
ADD COLUMN     "kind" TEXT NOT NULL DEFAULT 'sign',
ADD COLUMN     "needed" INTEGER,
ADD COLUMN     "value" TEXT,
ADD COLUMN     "veto" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "Absence" (
    "id" SERIAL NOT NULL,
    "personId" TEXT NOT NULL,
    "fromOn" CHAR(10) NOT NULL,
    "toOn" CHAR(10) NOT NULL,
    "deputyId" TEXT NOT NULL,

    CONSTRAINT "Absence_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Absence_personId_toOn_idx" ON "Absence"("personId", "toOn");

-- CreateIndex
CREATE INDEX "Absence_deputyId_toOn_idx" ON "Absence"("deputyId", "toOn");

-- CreateIndex
CREATE UNIQUE INDEX "Approval_campaignId_subject_topic_revision_key" ON "Approval"("campaignId", "subject", "topic", "revision");

-- CreateIndex
CREATE INDEX "ApprovalStep_approvalId_idx" ON "ApprovalStep"("approvalId");

-- AddForeignKey
ALTER TABLE "Absence" ADD CONSTRAINT "Absence_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
