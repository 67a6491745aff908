-- AlterTable
ALTER TABLE "Campaign" ADD COLUMN     "parentId" INTEGER,
ADD COLUMN     "programmeId" INTEGER,
ADD COLUMN     "region" TEXT,
ADD COLUMN     "templateVersionId" INTEGER;

-- CreateTable
CREATE TABLE "Programme" (
    "id" SERIAL NOT NULL,
    "organisation" TEXT NOT NULL DEFAULT '',
    "name" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "createdById" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Programme_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TemplateVersion" (
    "id" SERIAL NOT NULL,
    "organisation" TEXT NOT NULL DEFAULT '',
    "name" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "base" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "note" TEXT,
    "campaignId" INTEGER NOT NULL,
    "authorId" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "retiredById" TEXT,
    "retiredAt" TIMESTAMP(3),

    CONSTRAINT "TemplateVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TemplateUse" (
    "campaignId" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "numbers" JSONB NOT NULL,

    CONSTRAINT "TemplateUse_pkey" PRIMARY KEY ("campaignId")
);

-- CreateIndex
CREATE UNIQUE INDEX "Programme_organisation_key_key" ON "Programme"("organisation", "key");

-- CreateIndex
CREATE UNIQUE INDEX "TemplateVersion_organisation_key_version_key" ON "TemplateVersion"("organisation", "key", "version");

-- CreateIndex
CREATE INDEX "Campaign_parentId_idx" ON "Campaign"("parentId");

-- CreateIndex
CREATE INDEX "Campaign_programmeId_idx" ON "Campaign"("programmeId");
