-- CreateTable
CREATE TABLE "own_initiatives" (
    "organization_id" UUID NOT NULL,
    "assessment_id" UUID NOT NULL,
    "id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "layer" TEXT NOT NULL,
    "dimension" TEXT NOT NULL,
    "skills" TEXT[],
    "optimistic" DOUBLE PRECISION,
    "likely" DOUBLE PRECISION,
    "pessimistic" DOUBLE PRECISION,
    "risk" DOUBLE PRECISION NOT NULL,
    "reason" TEXT NOT NULL,
    "replaces" TEXT[],
    "after" TEXT[],
    "steps" TEXT[],
    "risk_of_doing" TEXT NOT NULL,
    "rollback" TEXT NOT NULL,
    "added_by" UUID NOT NULL,
    "adder_name" TEXT NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "own_initiatives_pkey" PRIMARY KEY ("organization_id","assessment_id","id")
);

-- AddForeignKey
ALTER TABLE "own_initiatives" ADD CONSTRAINT "own_initiatives_organization_id_assessment_id_fkey" FOREIGN KEY ("organization_id", "assessment_id") REFERENCES "assessments"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Rules that the schema language cannot say
ALTER TABLE "own_initiatives" ADD CONSTRAINT "own_initiatives_id" CHECK ("id" ~ '^own-work-[0-9a-f]{8}$');
ALTER TABLE "own_initiatives" ADD CONSTRAINT "own_initiatives_skills" CHECK (cardinality("skills") > 0);
ALTER TABLE "own_initiatives" ADD CONSTRAINT "own_initiatives_risk" CHECK ("risk" >= 0);
ALTER TABLE "own_initiatives" ADD CONSTRAINT "own_initiatives_estimate" CHECK (num_nulls("optimistic", "likely", "pessimistic") IN (0, 3) AND coalesce(0 < "optimistic" AND "optimistic" <= "likely" AND "likely" <= "pessimistic", true));

-- The tenant's border
DO $$
DECLARE
  tenant constant text := '(select nullif(current_setting(''app.organization_id'', true), '''')::uuid)';
BEGIN
  ALTER TABLE "own_initiatives" ENABLE ROW LEVEL SECURITY;
  ALTER TABLE "own_initiatives" FORCE ROW LEVEL SECURITY;
  EXECUTE format('CREATE POLICY tenant_reads ON "own_initiatives" FOR SELECT USING (organization_id = %s)', tenant);
  EXECUTE format('CREATE POLICY tenant_adds ON "own_initiatives" FOR INSERT WITH CHECK (organization_id = %s)', tenant);
  EXECUTE format('CREATE POLICY tenant_changes ON "own_initiatives" FOR UPDATE USING (organization_id = %s) WITH CHECK (organization_id = %s)', tenant, tenant);
  EXECUTE format('CREATE POLICY tenant_removes ON "own_initiatives" FOR DELETE USING (organization_id = %s)', tenant);
  GRANT SELECT, INSERT, UPDATE, DELETE ON "own_initiatives" TO chartroom_app;
END
$$;
CREATE TRIGGER frozen_when_signed BEFORE INSERT OR UPDATE OR DELETE ON "own_initiatives" FOR EACH ROW EXECUTE FUNCTION refuse_when_signed();
