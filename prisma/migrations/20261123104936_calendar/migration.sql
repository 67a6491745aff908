-- CreateTable
CREATE TABLE "Calendar" (
    "organisation" TEXT NOT NULL,
    "region" TEXT NOT NULL DEFAULT 'CN',
    "weekend" INTEGER[] DEFAULT ARRAY[6, 7]::INTEGER[],
    "publicDays" TEXT NOT NULL DEFAULT 'every',
    "otherDays" TEXT NOT NULL DEFAULT 'working',
    "warnedOf" INTEGER,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Calendar_pkey" PRIMARY KEY ("organisation")
);

-- CreateTable
CREATE TABLE "CalendarDay" (
    "organisation" TEXT NOT NULL,
    "date" CHAR(10) NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "CalendarDay_pkey" PRIMARY KEY ("organisation","date")
);

-- AddForeignKey
ALTER TABLE "CalendarDay" ADD CONSTRAINT "CalendarDay_organisation_fkey" FOREIGN KEY ("organisation") REFERENCES "Calendar"("organisation") ON DELETE RESTRICT ON UPDATE CASCADE;
