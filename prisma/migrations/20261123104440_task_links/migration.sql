-- CreateTable
CREATE TABLE "TaskLink" (
    "campaignId" INTEGER NOT NULL,
    "taskId" INTEGER NOT NULL,
    "predecessorId" INTEGER NOT NULL,

    CONSTRAINT "TaskLink_pkey" PRIMARY KEY ("taskId","predecessorId")
);

-- CreateIndex
CREATE INDEX "TaskLink_predecessorId_idx" ON "TaskLink"("predecessorId");

-- CreateIndex
CREATE INDEX "TaskLink_campaignId_idx" ON "TaskLink"("campaignId");

-- CreateIndex
CREATE UNIQUE INDEX "Task_campaignId_id_key" ON "Task"("campaignId", "id");

-- AddForeignKey
ALTER TABLE "TaskLink" ADD CONSTRAINT "TaskLink_campaignId_taskId_fkey" FOREIGN KEY ("campaignId", "taskId") REFERENCES "Task"("campaignId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TaskLink" ADD CONSTRAINT "TaskLink_campaignId_predecessorId_fkey" FOREIGN KEY ("campaignId", "predecessorId") REFERENCES "Task"("campaignId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the text names in its campaign becomes links (M-002, m2 and M-03 alike), unless they would wait for each other in a circle.
INSERT INTO "TaskLink" ("campaignId", "taskId", "predecessorId")
WITH RECURSIVE named AS (
    SELECT DISTINCT task."campaignId", task.id AS "taskId", other.id AS "predecessorId"
    FROM "Task" task
    CROSS JOIN LATERAL regexp_matches(task.predecessor, '(?<![A-Za-z0-9])(?:C ?-? ?0*([1-9][0-9]{0,8}) ?/ ?)?M ?-? ?0*([1-9][0-9]{0,8})(?![0-9])', 'gi') AS found (part)
    JOIN "Task" other ON other."campaignId" = task."campaignId" AND other.number = part[2]::int
    WHERE other.id <> task.id AND (part[1] IS NULL OR part[1]::int = task."campaignId")
), behind AS (
    SELECT "taskId", "predecessorId" FROM named
    UNION
    SELECT behind."taskId", named."predecessorId" FROM behind JOIN named ON named."taskId" = behind."predecessorId"
)
SELECT "campaignId", "taskId", "predecessorId" FROM named
WHERE NOT EXISTS (
    SELECT 1 FROM behind WHERE behind."taskId" = named."predecessorId" AND behind."predecessorId" = named."taskId"
);

-- Other words stay; so does the whole text when it also names something that became no link.
UPDATE "Task" task
SET predecessor = NULLIF(
    regexp_replace(
        regexp_replace(predecessor, '(?<![A-Za-z0-9])(?:C ?-? ?0*[1-9][0-9]{0,8} ?/ ?)?M ?-? ?0*[1-9][0-9]{0,8}(?![0-9])', '', 'gi'),
        '^[\s,，、;；/&+]+|[\s,，、;；/&+]+$', '', 'g'
    ), '')
WHERE EXISTS (SELECT 1 FROM "TaskLink" link WHERE link."taskId" = task.id)
AND NOT EXISTS (
    SELECT 1
    FROM regexp_matches(task.predecessor, '(?<![A-Za-z0-9])(?:C ?-? ?0*([1-9][0-9]{0,8}) ?/ ?)?M ?-? ?0*([1-9][0-9]{0,8})(?![0-9])', 'gi') AS found (part)
    WHERE part[1]::int <> task."campaignId" OR NOT EXISTS (
        SELECT 1 FROM "TaskLink" link JOIN "Task" other ON other.id = link."predecessorId"
        WHERE link."taskId" = task.id AND other.number = part[2]::int
    )
);

-- Nothing, as written in the tables.
UPDATE "Task" SET predecessor = NULL WHERE lower(btrim(predecessor)) IN ('', '-', '–', '无', '無', 'none');
