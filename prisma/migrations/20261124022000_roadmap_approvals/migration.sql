-- CreateTable
CREATE TABLE "roadmap_approvals" (
    "organization_id" UUID NOT NULL,
    "assessment_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "digest" TEXT NOT NULL,
    "approved_by" UUID NOT NULL,
    "approver_name" TEXT NOT NULL,
    "approved_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "roadmap_approvals_pkey" PRIMARY KEY ("organization_id","assessment_id","version")
);

-- AddForeignKey
ALTER TABLE "roadmap_approvals" ADD CONSTRAINT "roadmap_approvals_organization_id_assessment_id_fkey" FOREIGN KEY ("organization_id", "assessment_id") REFERENCES "assessments"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Rules that the schema language cannot say
ALTER TABLE "roadmap_approvals" ADD CONSTRAINT "roadmap_approvals_version" FOREIGN KEY ("organization_id", "assessment_id", "version") REFERENCES "roadmaps"("organization_id", "assessment_id", "version") ON DELETE CASCADE ON UPDATE RESTRICT;
ALTER TABLE "roadmap_approvals" ADD CONSTRAINT "roadmap_approvals_digest" CHECK ("digest" ~ '^[0-9a-f]{64}$');

-- The tenant's border. Approvals are added, never changed or removed.
DO $$
DECLARE
  tenant constant text := '(select nullif(current_setting(''app.organization_id'', true), '''')::uuid)';
BEGIN
  ALTER TABLE "roadmap_approvals" ENABLE ROW LEVEL SECURITY;
  ALTER TABLE "roadmap_approvals" FORCE ROW LEVEL SECURITY;
  EXECUTE format('CREATE POLICY tenant_reads ON "roadmap_approvals" FOR SELECT USING (organization_id = %s)', tenant);
  EXECUTE format('CREATE POLICY tenant_adds ON "roadmap_approvals" FOR INSERT WITH CHECK (organization_id = %s)', tenant);
  CREATE POLICY nobody_changes ON "roadmap_approvals" FOR UPDATE USING (false);
  CREATE POLICY nobody_removes ON "roadmap_approvals" FOR DELETE USING (false);
  GRANT SELECT, INSERT ON "roadmap_approvals" TO chartroom_app;
END
$$;

-- A version that was approved stays as it was.
CREATE FUNCTION "refuse_when_approved"() RETURNS trigger LANGUAGE plpgsql SECURITY INVOKER AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM roadmap_approvals a WHERE a.organization_id = OLD.organization_id
    AND a.assessment_id = OLD.assessment_id AND a.version = OLD.version) THEN
    RAISE EXCEPTION 'this version of the roadmap is approved and frozen' USING ERRCODE = 'CR001';
  END IF;
  IF TG_OP = 'DELETE' THEN
    RETURN OLD;
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER frozen_when_approved BEFORE UPDATE OR DELETE ON "roadmaps" FOR EACH ROW EXECUTE FUNCTION refuse_when_approved();
