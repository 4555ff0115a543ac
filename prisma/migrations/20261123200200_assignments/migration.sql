-- CreateTable
CREATE TABLE "assignments" (
    "organization_id" UUID NOT NULL,
    "assessment_id" UUID NOT NULL,
    "part" TEXT NOT NULL,
    "target" TEXT NOT NULL,
    "member_id" UUID NOT NULL,
    "due_on" DATE,
    "assigned_by" UUID NOT NULL,
    "assigned_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "assignments_pkey" PRIMARY KEY ("organization_id","assessment_id","part","target")
);

-- CreateIndex
CREATE INDEX "assignments_organization_id_member_id_idx" ON "assignments"("organization_id", "member_id");

-- AddForeignKey
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_organization_id_assessment_id_fkey" FOREIGN KEY ("organization_id", "assessment_id") REFERENCES "assessments"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_organization_id_member_id_fkey" FOREIGN KEY ("organization_id", "member_id") REFERENCES "memberships"("organization_id", "user_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Rules that the schema language cannot say
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_part" CHECK ("part" IN ('dimension', 'concern', 'question'));

-- The tenant's border. A member who leaves may have assignments of a signed assessment: they are no part of what is signed.
DO $$
DECLARE
  tenant constant text := '(select nullif(current_setting(''app.organization_id'', true), '''')::uuid)';
BEGIN
  ALTER TABLE "assignments" ENABLE ROW LEVEL SECURITY;
  ALTER TABLE "assignments" FORCE ROW LEVEL SECURITY;
  EXECUTE format('CREATE POLICY tenant_reads ON "assignments" FOR SELECT USING (organization_id = %s)', tenant);
  EXECUTE format('CREATE POLICY tenant_adds ON "assignments" FOR INSERT WITH CHECK (organization_id = %s)', tenant);
  EXECUTE format('CREATE POLICY tenant_changes ON "assignments" FOR UPDATE USING (organization_id = %s) WITH CHECK (organization_id = %s)', tenant, tenant);
  EXECUTE format('CREATE POLICY tenant_removes ON "assignments" FOR DELETE USING (organization_id = %s)', tenant);
  GRANT SELECT, INSERT, UPDATE, DELETE ON "assignments" TO chartroom_app;
END
$$;
