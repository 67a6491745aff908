-- CreateTable
CREATE TABLE "Evaluation" (
    "campaignId" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "dimension" TEXT NOT NULL,
    "metric" TEXT NOT NULL,
    "target" DECIMAL(65,30),
    "actual" DECIMAL(65,30),
    "kind" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "compare" TEXT,
    "source" TEXT,
    "analysis" TEXT,
    "suggestion" TEXT,
    "byId" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Evaluation_pkey" PRIMARY KEY ("campaignId","number")
);

-- CreateTable
CREATE TABLE "RetroRow" (
    "campaignId" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "part" TEXT NOT NULL,
    "success" TEXT,
    "shortcoming" TEXT,
    "cause" TEXT,
    "measure" TEXT,
    "ownerId" TEXT,
    "plannedOn" CHAR(10),
    "doneAt" TIMESTAMP(3),
    "doneById" TEXT,
    "byId" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "RetroRow_pkey" PRIMARY KEY ("campaignId","number")
);

-- CreateTable
CREATE TABLE "RetroSection" (
    "campaignId" INTEGER NOT NULL,
    "dimension" TEXT NOT NULL,
    "content" TEXT NOT NULL,
    "place" INTEGER NOT NULL,
    "byId" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "RetroSection_pkey" PRIMARY KEY ("campaignId","dimension")
);

-- CreateIndex
CREATE INDEX "RetroRow_ownerId_idx" ON "RetroRow"("ownerId");
