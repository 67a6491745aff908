-- AlterTable
ALTER TABLE "Phase" ADD COLUMN     "reason" TEXT;
