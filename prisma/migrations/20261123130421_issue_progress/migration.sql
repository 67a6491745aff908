-- AlterTable
ALTER TABLE "Issue" ADD COLUMN     "expectedOn" CHAR(10),
ADD COLUMN     "happenedOn" CHAR(10),
ADD COLUMN     "progress" TEXT,
ADD COLUMN     "rate" DECIMAL(65,30);
