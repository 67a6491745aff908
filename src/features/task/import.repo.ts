/** Many tasks at once, one statement each way: row by row two thousand would take seconds. */
import type { Db } from '../../kit/store.js'
import type { NewTask, Task } from './task.repo.js'

/** As one value of JSON: a statement takes no more than some ten thousand. */
const asJson = (rows: readonly object[]): string => JSON.stringify(rows)

/** Stores new tasks; every column that may be chosen must be there. */
export const addAll = (
  db: Db,
  tasks: readonly Required<Omit<NewTask, 'id' | 'proposedOwnerId' | 'version'>>[],
) =>
  db.$executeRaw`
    INSERT INTO "Task" ("campaignId", "number", "name", "description", "ownerId", "accepted", "approverId", "startOn", "dueOn",
      "status", "priority", "deliverable", "predecessor", "support", "remarks", "doneAt", "strategyId", "moduleId")
    SELECT "campaignId", "number", "name", "description", "ownerId", "accepted", "approverId", "startOn", "dueOn",
      "status", "priority", "deliverable", "predecessor", "support", "remarks", "doneAt", "strategyId", "moduleId"
    FROM jsonb_populate_recordset(NULL::"Task", ${asJson(tasks)}::jsonb)`

/** Keeps each task as it is given, where it still has its version. @returns how many those are */
export const updateAll = (db: Db, tasks: readonly Task[]): Promise<number> =>
  db.$executeRaw`
    UPDATE "Task" AS task SET
      "name" = now."name", "description" = now."description", "ownerId" = now."ownerId",
      "proposedOwnerId" = now."proposedOwnerId", "accepted" = now."accepted", "approverId" = now."approverId",
      "startOn" = now."startOn", "dueOn" = now."dueOn", "status" = now."status", "priority" = now."priority",
      "deliverable" = now."deliverable", "predecessor" = now."predecessor", "support" = now."support",
      "remarks" = now."remarks", "doneAt" = now."doneAt", "strategyId" = now."strategyId",
      "moduleId" = now."moduleId", "version" = task."version" + 1
    FROM jsonb_populate_recordset(NULL::"Task", ${asJson(tasks)}::jsonb) AS now
    WHERE task."id" = now."id" AND task."version" = now."version"`
