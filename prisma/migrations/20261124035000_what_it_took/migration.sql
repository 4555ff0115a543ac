-- AlterTable
ALTER TABLE "initiative_progress" ADD COLUMN "actual_days" DOUBLE PRECISION,
ADD COLUMN "estimated_days" DOUBLE PRECISION,
ADD COLUMN "skill" TEXT;

-- Rules that the schema language cannot say
ALTER TABLE "initiative_progress" ADD CONSTRAINT "initiative_progress_days" CHECK (
  ("actual_days" IS NULL OR "actual_days" BETWEEN 0 AND 10000) AND ("estimated_days" IS NULL OR "estimated_days" >= 0)
);
