-- CreateTable
CREATE TABLE "AuditSeal" (
    "organisation" TEXT NOT NULL,
    "seq" BIGINT NOT NULL,
    "eventId" BIGINT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "AuditSeal_pkey" PRIMARY KEY ("organisation","seq")
);

-- CreateTable
CREATE TABLE "AuditChain" (
    "organisation" TEXT NOT NULL,
    "seq" BIGINT NOT NULL DEFAULT 0,
    "hash" TEXT NOT NULL DEFAULT '',
    "settled" BIGINT NOT NULL DEFAULT 0,
    "mark" BIGINT NOT NULL DEFAULT 0,
    "markedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "AuditChain_pkey" PRIMARY KEY ("organisation")
);

-- CreateIndex
CREATE UNIQUE INDEX "AuditSeal_eventId_key" ON "AuditSeal"("eventId");

-- What happened is added to and never changed, whoever asks: rows that are there stay as they are.
CREATE FUNCTION "audit_refuse"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% of "%" is refused: the audit log is only added to', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'integrity_constraint_violation';
END $$;

CREATE TRIGGER "AuditEvent_kept" BEFORE UPDATE OR DELETE ON "AuditEvent"
    FOR EACH ROW EXECUTE FUNCTION "audit_refuse"();
CREATE TRIGGER "AuditEvent_whole" BEFORE TRUNCATE ON "AuditEvent"
    FOR EACH STATEMENT EXECUTE FUNCTION "audit_refuse"();
CREATE TRIGGER "AuditSeal_kept" BEFORE UPDATE OR DELETE ON "AuditSeal"
    FOR EACH ROW EXECUTE FUNCTION "audit_refuse"();
CREATE TRIGGER "AuditSeal_whole" BEFORE TRUNCATE ON "AuditSeal"
    FOR EACH STATEMENT EXECUTE FUNCTION "audit_refuse"();

-- The end of the chain only moves on.
CREATE TRIGGER "AuditChain_kept" BEFORE DELETE ON "AuditChain"
    FOR EACH ROW EXECUTE FUNCTION "audit_refuse"();
CREATE TRIGGER "AuditChain_onward" BEFORE UPDATE ON "AuditChain"
    FOR EACH ROW WHEN (NEW."organisation" <> OLD."organisation" OR NEW."seq" < OLD."seq")
    EXECUTE FUNCTION "audit_refuse"();
CREATE TRIGGER "AuditChain_whole" BEFORE TRUNCATE ON "AuditChain"
    FOR EACH STATEMENT EXECUTE FUNCTION "audit_refuse"();
