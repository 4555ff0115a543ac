-- CreateTable
CREATE TABLE "moved_milestones" (
    "organization_id" UUID NOT NULL,
    "assessment_id" UUID NOT NULL,
    "milestone" TEXT NOT NULL,
    "on_day" DATE NOT NULL,
    "moved_by" UUID NOT NULL,
    "moved_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "moved_milestones_pkey" PRIMARY KEY ("organization_id","assessment_id","milestone")
);

-- CreateTable
CREATE TABLE "sent_reminders" (
    "organization_id" UUID NOT NULL,
    "assessment_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "on_day" DATE NOT NULL,
    "member_name" TEXT NOT NULL,
    "questions" INTEGER NOT NULL,
    "outcome" TEXT NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "sent_by" UUID NOT NULL,
    "sender_name" TEXT NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sent_reminders_pkey" PRIMARY KEY ("organization_id","assessment_id","member_id","on_day")
);

-- AddForeignKey
ALTER TABLE "moved_milestones" ADD CONSTRAINT "moved_milestones_organization_id_assessment_id_fkey" FOREIGN KEY ("organization_id", "assessment_id") REFERENCES "assessments"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sent_reminders" ADD CONSTRAINT "sent_reminders_organization_id_assessment_id_fkey" FOREIGN KEY ("organization_id", "assessment_id") REFERENCES "assessments"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Rules that the schema language cannot say
ALTER TABLE "moved_milestones" ADD CONSTRAINT "moved_milestones_milestone" CHECK ("milestone" IN ('kick-off', 'snapshots', 'questionnaires', 'contradictions', 'review', 'sign-off', 'read-out'));
ALTER TABLE "sent_reminders" ADD CONSTRAINT "sent_reminders_outcome" CHECK ("outcome" IN ('sending', 'sent', 'failed'));

-- The tenant's border. Reminders stay as they were sent; only their outcome comes later.
DO $$
DECLARE
  tenant constant text := '(select nullif(current_setting(''app.organization_id'', true), '''')::uuid)';
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['moved_milestones', 'sent_reminders'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY tenant_reads ON %I FOR SELECT USING (organization_id = %s)', t, tenant);
    EXECUTE format('CREATE POLICY tenant_adds ON %I FOR INSERT WITH CHECK (organization_id = %s)', t, tenant);
    EXECUTE format('CREATE POLICY tenant_changes ON %I FOR UPDATE USING (organization_id = %s) WITH CHECK (organization_id = %s)', t, tenant, tenant);
  END LOOP;
  EXECUTE format('CREATE POLICY tenant_removes ON "moved_milestones" FOR DELETE USING (organization_id = %s)', tenant);
  CREATE POLICY nobody_removes ON "sent_reminders" FOR DELETE USING (false);
  GRANT SELECT, INSERT, UPDATE, DELETE ON "moved_milestones" TO chartroom_app;
  GRANT SELECT, INSERT, UPDATE ("outcome", "reason") ON "sent_reminders" TO chartroom_app;
END
$$;
