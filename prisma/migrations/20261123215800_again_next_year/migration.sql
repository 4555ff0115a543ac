-- AlterTable
ALTER TABLE "answers" ADD COLUMN "asked" JSONB;

-- CreateTable
CREATE TABLE "carried_answers" (
    "organization_id" UUID NOT NULL,
    "assessment_id" UUID NOT NULL,
    "question_id" TEXT NOT NULL,
    "from_assessment_id" UUID NOT NULL,
    "from_name" TEXT NOT NULL,
    "maturity" INTEGER,
    "not_applicable" BOOLEAN NOT NULL,
    "comment" TEXT NOT NULL,
    "confidence" TEXT NOT NULL,
    "answered_by" UUID NOT NULL,
    "answerer_name" TEXT NOT NULL,
    "answered_at" TIMESTAMPTZ(3) NOT NULL,
    "asked" JSONB,

    CONSTRAINT "carried_answers_pkey" PRIMARY KEY ("organization_id","assessment_id","question_id")
);

-- AddForeignKey
ALTER TABLE "carried_answers" ADD CONSTRAINT "carried_answers_organization_id_assessment_id_fkey" FOREIGN KEY ("organization_id", "assessment_id") REFERENCES "assessments"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Rules that the schema language cannot say
ALTER TABLE "carried_answers" ADD CONSTRAINT "carried_answers_level" CHECK ("not_applicable" = ("maturity" IS NULL) AND ("maturity" IS NULL OR "maturity" BETWEEN 0 AND 4));
ALTER TABLE "carried_answers" ADD CONSTRAINT "carried_answers_from" CHECK ("from_assessment_id" <> "assessment_id");

-- The tenant's border. What was carried forward is added with the assessment and stays as it is.
DO $$
DECLARE
  tenant constant text := '(select nullif(current_setting(''app.organization_id'', true), '''')::uuid)';
BEGIN
  ALTER TABLE "carried_answers" ENABLE ROW LEVEL SECURITY;
  ALTER TABLE "carried_answers" FORCE ROW LEVEL SECURITY;
  EXECUTE format('CREATE POLICY tenant_reads ON "carried_answers" FOR SELECT USING (organization_id = %s)', tenant);
  EXECUTE format('CREATE POLICY tenant_adds ON "carried_answers" FOR INSERT WITH CHECK (organization_id = %s)', tenant);
  EXECUTE 'CREATE POLICY nobody_changes ON "carried_answers" FOR UPDATE USING (false)';
  EXECUTE 'CREATE POLICY nobody_removes ON "carried_answers" FOR DELETE USING (false)';
  GRANT SELECT, INSERT ON "carried_answers" TO chartroom_app;
END
$$;
CREATE TRIGGER frozen_when_signed BEFORE INSERT ON "carried_answers" FOR EACH ROW EXECUTE FUNCTION refuse_when_signed();
