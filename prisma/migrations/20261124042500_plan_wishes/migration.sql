-- CreateTable
CREATE TABLE "plan_wishes" (
    "organization_id" UUID NOT NULL,
    "assessment_id" UUID NOT NULL,
    "remedy" TEXT NOT NULL,
    "not_before" DATE,
    "done_by" DATE,
    "reason" TEXT NOT NULL,
    "wished_by" UUID NOT NULL,
    "wisher_name" TEXT NOT NULL,
    "wished_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "plan_wishes_pkey" PRIMARY KEY ("organization_id","assessment_id","remedy")
);

-- AddForeignKey
ALTER TABLE "plan_wishes" ADD CONSTRAINT "plan_wishes_organization_id_assessment_id_fkey" FOREIGN KEY ("organization_id", "assessment_id") REFERENCES "assessments"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Rules that the schema language cannot say
ALTER TABLE "plan_wishes" ADD CONSTRAINT "plan_wishes_days" CHECK (("not_before" IS NOT NULL OR "done_by" IS NOT NULL) AND ("not_before" IS NULL OR "done_by" IS NULL OR "not_before" <= "done_by"));

-- The tenant's border
DO $$
DECLARE
  tenant constant text := '(select nullif(current_setting(''app.organization_id'', true), '''')::uuid)';
BEGIN
  ALTER TABLE "plan_wishes" ENABLE ROW LEVEL SECURITY;
  ALTER TABLE "plan_wishes" FORCE ROW LEVEL SECURITY;
  EXECUTE format('CREATE POLICY tenant_reads ON "plan_wishes" FOR SELECT USING (organization_id = %s)', tenant);
  EXECUTE format('CREATE POLICY tenant_adds ON "plan_wishes" FOR INSERT WITH CHECK (organization_id = %s)', tenant);
  EXECUTE format('CREATE POLICY tenant_changes ON "plan_wishes" FOR UPDATE USING (organization_id = %s)', tenant);
  EXECUTE format('CREATE POLICY tenant_removes ON "plan_wishes" FOR DELETE USING (organization_id = %s)', tenant);
  GRANT SELECT, INSERT, UPDATE, DELETE ON "plan_wishes" TO chartroom_app;
END
$$;
