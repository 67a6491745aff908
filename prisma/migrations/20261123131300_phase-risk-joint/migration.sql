-- AlterTable
ALTER TABLE "PhaseDetail" ADD COLUMN     "joint" TEXT;
