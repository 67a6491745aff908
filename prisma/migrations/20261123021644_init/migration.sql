-- CreateTable
CREATE TABLE "Approval" (
    "id" SERIAL NOT NULL,
    "campaignId" INTEGER NOT NULL,
    "subject" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "preset" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'pending',
    "content" JSONB NOT NULL,
    "contentHash" TEXT NOT NULL,
    "submittedById" TEXT NOT NULL,
    "submittedAt" TIMESTAMP(3) NOT NULL,
    "decidedAt" TIMESTAMP(3),
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Approval_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ApprovalStep" (
    "id" SERIAL NOT NULL,
    "approvalId" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "role" TEXT NOT NULL,
    "signerId" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "decidedById" TEXT,
    "decidedAt" TIMESTAMP(3),
    "platform" TEXT,
    "comment" TEXT,
    "carried" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "ApprovalStep_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ApprovalComment" (
    "id" SERIAL NOT NULL,
    "approvalId" INTEGER NOT NULL,
    "byId" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "ApprovalComment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuditEvent" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "actorId" TEXT,
    "platform" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "campaignId" INTEGER,
    "before" JSONB,
    "after" JSONB,
    "cause" TEXT,

    CONSTRAINT "AuditEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Campaign" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "template" TEXT NOT NULL,
    "theme" TEXT,
    "audience" TEXT,
    "form" TEXT NOT NULL,
    "launchOn" CHAR(10) NOT NULL,
    "endOn" CHAR(10) NOT NULL,
    "ownerId" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "zone" TEXT NOT NULL,
    "stage" TEXT NOT NULL DEFAULT 'S1',
    "status" TEXT NOT NULL DEFAULT 'active',
    "createdById" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Campaign_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Phase" (
    "id" SERIAL NOT NULL,
    "campaignId" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "fromOn" CHAR(10) NOT NULL,
    "toOn" CHAR(10) NOT NULL,

    CONSTRAINT "Phase_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PlanItem" (
    "campaignId" INTEGER NOT NULL,
    "item" TEXT NOT NULL,
    "content" TEXT NOT NULL,

    CONSTRAINT "PlanItem_pkey" PRIMARY KEY ("campaignId","item")
);

-- CreateTable
CREATE TABLE "CampaignChannel" (
    "platform" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "campaignId" INTEGER NOT NULL,

    CONSTRAINT "CampaignChannel_pkey" PRIMARY KEY ("platform","channel","campaignId")
);

-- CreateTable
CREATE TABLE "CampaignRole" (
    "campaignId" INTEGER NOT NULL,
    "role" TEXT NOT NULL,
    "personId" TEXT NOT NULL,

    CONSTRAINT "CampaignRole_pkey" PRIMARY KEY ("campaignId","role")
);

-- CreateTable
CREATE TABLE "InboxDelivery" (
    "platform" TEXT NOT NULL,
    "delivery" TEXT NOT NULL,
    "receivedAt" TIMESTAMP(3) NOT NULL,
    "incoming" JSONB NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "doneAt" TIMESTAMP(3),

    CONSTRAINT "InboxDelivery_pkey" PRIMARY KEY ("platform","delivery")
);

-- CreateTable
CREATE TABLE "Kpi" (
    "id" SERIAL NOT NULL,
    "campaignId" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "metric" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "target" DECIMAL(65,30) NOT NULL,
    "unit" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "better" TEXT NOT NULL,
    "operator" TEXT,
    "limit" DECIMAL(65,30),
    "measure" TEXT,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Kpi_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "KpiReading" (
    "id" SERIAL NOT NULL,
    "kpiId" INTEGER NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "value" DECIMAL(65,30) NOT NULL,
    "byId" TEXT NOT NULL,

    CONSTRAINT "KpiReading_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OutboxMessage" (
    "id" BIGSERIAL NOT NULL,
    "lane" TEXT NOT NULL,
    "to" JSONB NOT NULL,
    "only" TEXT,
    "viewer" JSONB NOT NULL,
    "mode" TEXT NOT NULL,
    "place" TEXT,
    "subjects" TEXT[],
    "view" JSONB,
    "card" JSONB,
    "because" TEXT NOT NULL,
    "campaignId" INTEGER,
    "cause" TEXT,
    "status" TEXT NOT NULL DEFAULT 'waiting',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "notBefore" TIMESTAMP(3) NOT NULL,
    "leaseUntil" TIMESTAMP(3),
    "message" TEXT,
    "error" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "settledAt" TIMESTAMP(3),

    CONSTRAINT "OutboxMessage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Place" (
    "key" TEXT NOT NULL,
    "lane" TEXT NOT NULL,
    "to" JSONB NOT NULL,
    "only" TEXT,
    "viewer" JSONB NOT NULL,
    "view" JSONB NOT NULL,
    "subjects" TEXT[],
    "because" TEXT NOT NULL,
    "campaignId" INTEGER,
    "message" TEXT NOT NULL,
    "drawn" TEXT NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Place_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "Person" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "language" TEXT NOT NULL DEFAULT 'zh-CN',
    "zone" TEXT NOT NULL,
    "departmentId" TEXT,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Department" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "Department_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PersonRole" (
    "personId" TEXT NOT NULL,
    "role" TEXT NOT NULL,

    CONSTRAINT "PersonRole_pkey" PRIMARY KEY ("personId","role")
);

-- CreateTable
CREATE TABLE "Account" (
    "platform" TEXT NOT NULL,
    "account" TEXT NOT NULL,
    "personId" TEXT NOT NULL,

    CONSTRAINT "Account_pkey" PRIMARY KEY ("platform","account")
);

-- CreateTable
CREATE TABLE "Deputy" (
    "personId" TEXT NOT NULL,
    "deputyId" TEXT NOT NULL,

    CONSTRAINT "Deputy_pkey" PRIMARY KEY ("personId","deputyId")
);

-- CreateTable
CREATE TABLE "PlaygroundChannel" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "PlaygroundChannel_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PlaygroundMessage" (
    "id" SERIAL NOT NULL,
    "channel" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "editedAt" TIMESTAMP(3),
    "author" TEXT,
    "only" TEXT,
    "text" TEXT NOT NULL,
    "card" JSONB,
    "marker" TEXT,

    CONSTRAINT "PlaygroundMessage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PlaygroundForm" (
    "id" TEXT NOT NULL,
    "account" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "form" JSONB NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "PlaygroundForm_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Report" (
    "campaignId" INTEGER NOT NULL,
    "document" TEXT NOT NULL,
    "dueOn" CHAR(10) NOT NULL,
    "link" TEXT,
    "deliveredById" TEXT,
    "deliveredAt" TIMESTAMP(3),

    CONSTRAINT "Report_pkey" PRIMARY KEY ("campaignId","document")
);

-- CreateTable
CREATE TABLE "Schedule" (
    "name" TEXT NOT NULL,
    "campaignId" INTEGER NOT NULL,
    "zone" TEXT NOT NULL,
    "nextAt" TIMESTAMP(3) NOT NULL,
    "nextOn" CHAR(10) NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "Schedule_pkey" PRIMARY KEY ("name","campaignId")
);

-- CreateTable
CREATE TABLE "Occurrence" (
    "key" TEXT NOT NULL,
    "dueAt" TIMESTAMP(3) NOT NULL,
    "takenAt" TIMESTAMP(3) NOT NULL,
    "outcome" TEXT NOT NULL,

    CONSTRAINT "Occurrence_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "Setting" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,

    CONSTRAINT "Setting_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "Task" (
    "id" SERIAL NOT NULL,
    "campaignId" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT,
    "ownerId" TEXT NOT NULL,
    "proposedOwnerId" TEXT,
    "accepted" BOOLEAN NOT NULL DEFAULT false,
    "approverId" TEXT,
    "startOn" CHAR(10) NOT NULL,
    "dueOn" CHAR(10) NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'todo',
    "priority" TEXT NOT NULL DEFAULT 'medium',
    "deliverable" TEXT,
    "predecessor" TEXT,
    "support" TEXT,
    "remarks" TEXT,
    "doneAt" TIMESTAMP(3),
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Task_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Approval_campaignId_status_idx" ON "Approval"("campaignId", "status");

-- CreateIndex
CREATE UNIQUE INDEX "Approval_campaignId_subject_revision_key" ON "Approval"("campaignId", "subject", "revision");

-- CreateIndex
CREATE INDEX "ApprovalStep_signerId_status_idx" ON "ApprovalStep"("signerId", "status");

-- CreateIndex
CREATE UNIQUE INDEX "ApprovalStep_approvalId_position_role_key" ON "ApprovalStep"("approvalId", "position", "role");

-- CreateIndex
CREATE INDEX "ApprovalComment_approvalId_idx" ON "ApprovalComment"("approvalId");

-- CreateIndex
CREATE INDEX "AuditEvent_campaignId_id_idx" ON "AuditEvent"("campaignId", "id");

-- CreateIndex
CREATE INDEX "AuditEvent_subject_idx" ON "AuditEvent"("subject");

-- CreateIndex
CREATE INDEX "Campaign_status_idx" ON "Campaign"("status");

-- CreateIndex
CREATE UNIQUE INDEX "Phase_campaignId_key_key" ON "Phase"("campaignId", "key");

-- CreateIndex
CREATE INDEX "CampaignChannel_campaignId_idx" ON "CampaignChannel"("campaignId");

-- CreateIndex
CREATE INDEX "InboxDelivery_doneAt_idx" ON "InboxDelivery"("doneAt");

-- CreateIndex
CREATE UNIQUE INDEX "Kpi_campaignId_number_key" ON "Kpi"("campaignId", "number");

-- CreateIndex
CREATE INDEX "KpiReading_kpiId_at_idx" ON "KpiReading"("kpiId", "at");

-- CreateIndex
CREATE INDEX "OutboxMessage_status_lane_id_idx" ON "OutboxMessage"("status", "lane", "id");

-- CreateIndex
CREATE INDEX "OutboxMessage_place_status_idx" ON "OutboxMessage"("place", "status");

-- CreateIndex
CREATE INDEX "OutboxMessage_cause_idx" ON "OutboxMessage"("cause");

-- CreateIndex
CREATE INDEX "Place_subjects_idx" ON "Place" USING GIN ("subjects");

-- CreateIndex
CREATE INDEX "Person_name_idx" ON "Person"("name");

-- CreateIndex
CREATE UNIQUE INDEX "Department_name_key" ON "Department"("name");

-- CreateIndex
CREATE INDEX "PersonRole_role_idx" ON "PersonRole"("role");

-- CreateIndex
CREATE INDEX "Account_personId_idx" ON "Account"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "PlaygroundChannel_name_key" ON "PlaygroundChannel"("name");

-- CreateIndex
CREATE UNIQUE INDEX "PlaygroundMessage_marker_key" ON "PlaygroundMessage"("marker");

-- CreateIndex
CREATE INDEX "PlaygroundMessage_channel_id_idx" ON "PlaygroundMessage"("channel", "id");

-- CreateIndex
CREATE INDEX "Schedule_active_nextAt_idx" ON "Schedule"("active", "nextAt");

-- CreateIndex
CREATE INDEX "Task_campaignId_status_dueOn_idx" ON "Task"("campaignId", "status", "dueOn");

-- CreateIndex
CREATE INDEX "Task_ownerId_status_dueOn_idx" ON "Task"("ownerId", "status", "dueOn");

-- CreateIndex
CREATE UNIQUE INDEX "Task_campaignId_number_key" ON "Task"("campaignId", "number");

-- AddForeignKey
ALTER TABLE "ApprovalStep" ADD CONSTRAINT "ApprovalStep_approvalId_fkey" FOREIGN KEY ("approvalId") REFERENCES "Approval"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ApprovalComment" ADD CONSTRAINT "ApprovalComment_approvalId_fkey" FOREIGN KEY ("approvalId") REFERENCES "Approval"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Phase" ADD CONSTRAINT "Phase_campaignId_fkey" FOREIGN KEY ("campaignId") REFERENCES "Campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlanItem" ADD CONSTRAINT "PlanItem_campaignId_fkey" FOREIGN KEY ("campaignId") REFERENCES "Campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CampaignChannel" ADD CONSTRAINT "CampaignChannel_campaignId_fkey" FOREIGN KEY ("campaignId") REFERENCES "Campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CampaignRole" ADD CONSTRAINT "CampaignRole_campaignId_fkey" FOREIGN KEY ("campaignId") REFERENCES "Campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "KpiReading" ADD CONSTRAINT "KpiReading_kpiId_fkey" FOREIGN KEY ("kpiId") REFERENCES "Kpi"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Person" ADD CONSTRAINT "Person_departmentId_fkey" FOREIGN KEY ("departmentId") REFERENCES "Department"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PersonRole" ADD CONSTRAINT "PersonRole_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Account" ADD CONSTRAINT "Account_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Deputy" ADD CONSTRAINT "Deputy_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
