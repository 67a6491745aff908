-- CreateTable
CREATE TABLE "TaskCriterion" (
    "taskId" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "done" INTEGER NOT NULL DEFAULT 0,
    "need" INTEGER NOT NULL,

    CONSTRAINT "TaskCriterion_pkey" PRIMARY KEY ("taskId","number")
);

-- CreateTable
CREATE TABLE "TaskNode" (
    "taskId" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "onDay" CHAR(10) NOT NULL,
    "time" CHAR(5),
    "doneAt" TIMESTAMP(3),
    "doneById" TEXT,

    CONSTRAINT "TaskNode_pkey" PRIMARY KEY ("taskId","number")
);

-- AddForeignKey
ALTER TABLE "TaskCriterion" ADD CONSTRAINT "TaskCriterion_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TaskNode" ADD CONSTRAINT "TaskNode_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task"("id") ON DELETE CASCADE ON UPDATE CASCADE;
