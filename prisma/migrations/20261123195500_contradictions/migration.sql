-- CreateTable
CREATE TABLE "contradiction_decisions" (
    "organization_id" UUID NOT NULL,
    "assessment_id" UUID NOT NULL,
    "cluster_id" UUID NOT NULL,
    "control" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "scope" TEXT NOT NULL DEFAULT '',
    "until" DATE,
    "claimed" TEXT NOT NULL,
    "seen" INTEGER NOT NULL,
    "sentence" TEXT NOT NULL,
    "affected" INTEGER NOT NULL,
    "failing" TEXT[],
    "decided_by" UUID NOT NULL,
    "decider_name" TEXT NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "contradiction_decisions_pkey" PRIMARY KEY ("organization_id","assessment_id","cluster_id","control","number")
);

-- AddForeignKey
ALTER TABLE "contradiction_decisions" ADD CONSTRAINT "contradiction_decisions_organization_id_assessment_id_fkey" FOREIGN KEY ("organization_id", "assessment_id") REFERENCES "assessments"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contradiction_decisions" ADD CONSTRAINT "contradiction_decisions_organization_id_cluster_id_fkey" FOREIGN KEY ("organization_id", "cluster_id") REFERENCES "clusters"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Rules that the schema language cannot say
ALTER TABLE "contradiction_decisions" ADD CONSTRAINT "contradiction_decisions_kind" CHECK ("kind" IN ('take-evidence', 'keep-claim', 'scope-differs', 'reopened'));
ALTER TABLE "contradiction_decisions" ADD CONSTRAINT "contradiction_decisions_reason" CHECK ("kind" = 'take-evidence' OR btrim("reason") <> '');
ALTER TABLE "contradiction_decisions" ADD CONSTRAINT "contradiction_decisions_scope" CHECK (("kind" = 'scope-differs') = (btrim("scope") <> '') AND ("kind" = 'scope-differs') = ("until" IS NOT NULL));
ALTER TABLE "contradiction_decisions" ADD CONSTRAINT "contradiction_decisions_number" CHECK ("number" > 0);

-- The tenant's border. Decisions are added, never changed or removed.
DO $$
DECLARE
  tenant constant text := '(select nullif(current_setting(''app.organization_id'', true), '''')::uuid)';
BEGIN
  ALTER TABLE "contradiction_decisions" ENABLE ROW LEVEL SECURITY;
  ALTER TABLE "contradiction_decisions" FORCE ROW LEVEL SECURITY;
  EXECUTE format('CREATE POLICY tenant_reads ON "contradiction_decisions" FOR SELECT USING (organization_id = %s)', tenant);
  EXECUTE format('CREATE POLICY tenant_adds ON "contradiction_decisions" FOR INSERT WITH CHECK (organization_id = %s)', tenant);
  CREATE POLICY nobody_changes ON "contradiction_decisions" FOR UPDATE USING (false);
  CREATE POLICY nobody_removes ON "contradiction_decisions" FOR DELETE USING (false);
  GRANT SELECT, INSERT ON "contradiction_decisions" TO chartroom_app;
END
$$;
CREATE TRIGGER frozen_when_signed BEFORE INSERT OR UPDATE OR DELETE ON "contradiction_decisions" FOR EACH ROW EXECUTE FUNCTION refuse_when_signed();
