-- CreateTable
CREATE TABLE "Milestone" (
    "campaignId" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "fromOn" CHAR(10) NOT NULL,
    "toOn" CHAR(10) NOT NULL,
    "doneAt" TIMESTAMP(3),
    "doneById" TEXT,

    CONSTRAINT "Milestone_pkey" PRIMARY KEY ("campaignId","key")
);

-- CreateTable
CREATE TABLE "FixedDate" (
    "campaignId" INTEGER NOT NULL,
    "subject" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "FixedDate_pkey" PRIMARY KEY ("campaignId","subject")
);

-- Campaigns that are there already get their countdown, too.
INSERT INTO "Milestone" ("campaignId", "key", "fromOn", "toOn")
SELECT "id", "key", to_char("launch" + "from", 'YYYY-MM-DD'), to_char("launch" + "to", 'YYYY-MM-DD')
FROM (SELECT "id", to_date("launchOn", 'YYYY-MM-DD') AS "launch" FROM "Campaign") AS "campaign"
CROSS JOIN (VALUES ('goals', -15, -15), ('draft', -12, -12), ('development', -7, -7), ('test', -3, -1))
  AS "point" ("key", "from", "to");
