-- CreateTable
CREATE TABLE "ApprovalFlow" (
    "organisation" TEXT NOT NULL DEFAULT '',
    "subject" TEXT NOT NULL,
    "steps" JSONB NOT NULL,
    "byId" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "ApprovalFlow_pkey" PRIMARY KEY ("organisation","subject")
);
