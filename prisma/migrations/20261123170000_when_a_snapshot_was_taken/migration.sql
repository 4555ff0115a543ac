-- AlterTable
ALTER TABLE "snapshots" ADD COLUMN     "observed_at" TIMESTAMPTZ(3);
