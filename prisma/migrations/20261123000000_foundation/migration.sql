-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "assessments" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "organization_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "starts_on" DATE NOT NULL,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "assessments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "assessment_clusters" (
    "organization_id" UUID NOT NULL,
    "assessment_id" UUID NOT NULL,
    "cluster_id" UUID NOT NULL,

    CONSTRAINT "assessment_clusters_pkey" PRIMARY KEY ("organization_id","assessment_id","cluster_id")
);

-- CreateTable
CREATE TABLE "answers" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "organization_id" UUID NOT NULL,
    "assessment_id" UUID NOT NULL,
    "question_id" TEXT NOT NULL,
    "maturity" INTEGER,
    "not_applicable" BOOLEAN NOT NULL DEFAULT false,
    "comment" TEXT NOT NULL DEFAULT '',
    "confidence" TEXT NOT NULL DEFAULT 'medium',
    "version" INTEGER NOT NULL DEFAULT 1,
    "answered_by" UUID NOT NULL,
    "answerer_name" TEXT NOT NULL,
    "answered_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "answers_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "answer_revisions" (
    "organization_id" UUID NOT NULL,
    "assessment_id" UUID NOT NULL,
    "question_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "maturity" INTEGER,
    "not_applicable" BOOLEAN NOT NULL,
    "comment" TEXT NOT NULL,
    "confidence" TEXT NOT NULL,
    "answered_by" UUID NOT NULL,
    "answered_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "answer_revisions_pkey" PRIMARY KEY ("organization_id","assessment_id","question_id","version")
);

-- CreateTable
CREATE TABLE "overrides" (
    "organization_id" UUID NOT NULL,
    "assessment_id" UUID NOT NULL,
    "of" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "value" DOUBLE PRECISION NOT NULL,
    "reason" TEXT NOT NULL,
    "set_by" UUID NOT NULL,
    "setter_name" TEXT NOT NULL,
    "set_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "overrides_pkey" PRIMARY KEY ("organization_id","assessment_id","of","subject")
);

-- CreateTable
CREATE TABLE "roadmaps" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "organization_id" UUID NOT NULL,
    "assessment_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "capacity" JSONB NOT NULL,
    "roadmap" JSONB NOT NULL,
    "initiatives" JSONB NOT NULL,
    "planned_by" UUID NOT NULL,
    "planned_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "roadmaps_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "initiative_progress" (
    "organization_id" UUID NOT NULL,
    "assessment_id" UUID NOT NULL,
    "initiative_id" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "owner_id" UUID,
    "owner_name" TEXT,
    "started_at" TIMESTAMPTZ(3),
    "claimed_at" TIMESTAMPTZ(3),
    "verified_at" TIMESTAMPTZ(3),
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "initiative_progress_pkey" PRIMARY KEY ("organization_id","assessment_id","initiative_id")
);

-- CreateTable
CREATE TABLE "clusters" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "organization_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "distribution" TEXT NOT NULL,
    "criticality" INTEGER NOT NULL,
    "data_sensitivity" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "clusters_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "snapshots" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "organization_id" UUID NOT NULL,
    "cluster_id" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "bytes" BIGINT NOT NULL,
    "kubernetes_version" TEXT NOT NULL,
    "counts" JSONB NOT NULL,
    "object_total" INTEGER NOT NULL,
    "objects" BYTEA NOT NULL,
    "uploaded_by" UUID NOT NULL,
    "uploaded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "snapshots_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "scans" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "organization_id" UUID NOT NULL,
    "cluster_id" UUID NOT NULL,
    "snapshot_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "catalog_version" TEXT NOT NULL,
    "tallies" JSONB NOT NULL,
    "evidence" JSONB NOT NULL,
    "exposure" JSONB NOT NULL,
    "pod_security" JSONB NOT NULL,
    "fail_total" INTEGER NOT NULL,

    CONSTRAINT "scans_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "scan_results" (
    "organization_id" UUID NOT NULL,
    "scan_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "check_id" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "severity" TEXT NOT NULL,
    "layer" TEXT NOT NULL,
    "dimension" TEXT NOT NULL,
    "api_version" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "namespace" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "field" TEXT NOT NULL,
    "message" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "line" INTEGER,

    CONSTRAINT "scan_results_pkey" PRIMARY KEY ("organization_id","scan_id","number")
);

-- CreateTable
CREATE TABLE "organizations" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "scan_max_age_days" INTEGER NOT NULL DEFAULT 30,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "organizations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "users" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "disabled_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sessions" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "device" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "memberships" (
    "organization_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "memberships_pkey" PRIMARY KEY ("organization_id","user_id")
);

-- CreateTable
CREATE TABLE "sign_in_attempts" (
    "key" TEXT NOT NULL,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "window_started" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sign_in_attempts_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "audit_events" (
    "id" BIGSERIAL NOT NULL,
    "organization_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "user_id" UUID NOT NULL,
    "verb" TEXT NOT NULL,
    "subject" TEXT NOT NULL DEFAULT '',
    "details" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "audit_events_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "security_events" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "kind" TEXT NOT NULL,
    "details" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "security_events_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "assessments_organization_id_id_key" ON "assessments"("organization_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "assessments_organization_id_name_key" ON "assessments"("organization_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "answers_organization_id_assessment_id_question_id_key" ON "answers"("organization_id", "assessment_id", "question_id");

-- CreateIndex
CREATE UNIQUE INDEX "roadmaps_organization_id_id_key" ON "roadmaps"("organization_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "roadmaps_organization_id_assessment_id_version_key" ON "roadmaps"("organization_id", "assessment_id", "version");

-- CreateIndex
CREATE UNIQUE INDEX "clusters_organization_id_id_key" ON "clusters"("organization_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "clusters_organization_id_name_key" ON "clusters"("organization_id", "name");

-- CreateIndex
CREATE INDEX "snapshots_organization_id_cluster_id_uploaded_at_idx" ON "snapshots"("organization_id", "cluster_id", "uploaded_at");

-- CreateIndex
CREATE UNIQUE INDEX "snapshots_organization_id_id_key" ON "snapshots"("organization_id", "id");

-- CreateIndex
CREATE INDEX "scans_organization_id_cluster_id_at_idx" ON "scans"("organization_id", "cluster_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "scans_organization_id_id_key" ON "scans"("organization_id", "id");

-- CreateIndex
CREATE INDEX "scan_results_organization_id_scan_id_check_id_idx" ON "scan_results"("organization_id", "scan_id", "check_id");

-- CreateIndex
CREATE UNIQUE INDEX "organizations_slug_key" ON "organizations"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "users_email_key" ON "users"("email");

-- CreateIndex
CREATE INDEX "sessions_user_id_idx" ON "sessions"("user_id");

-- CreateIndex
CREATE INDEX "memberships_user_id_idx" ON "memberships"("user_id");

-- CreateIndex
CREATE INDEX "sign_in_attempts_window_started_idx" ON "sign_in_attempts"("window_started");

-- CreateIndex
CREATE INDEX "audit_events_organization_id_id_idx" ON "audit_events"("organization_id", "id");

-- AddForeignKey
ALTER TABLE "assessments" ADD CONSTRAINT "assessments_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assessment_clusters" ADD CONSTRAINT "assessment_clusters_organization_id_assessment_id_fkey" FOREIGN KEY ("organization_id", "assessment_id") REFERENCES "assessments"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assessment_clusters" ADD CONSTRAINT "assessment_clusters_organization_id_cluster_id_fkey" FOREIGN KEY ("organization_id", "cluster_id") REFERENCES "clusters"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "answers" ADD CONSTRAINT "answers_organization_id_assessment_id_fkey" FOREIGN KEY ("organization_id", "assessment_id") REFERENCES "assessments"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "answer_revisions" ADD CONSTRAINT "answer_revisions_organization_id_assessment_id_fkey" FOREIGN KEY ("organization_id", "assessment_id") REFERENCES "assessments"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "overrides" ADD CONSTRAINT "overrides_organization_id_assessment_id_fkey" FOREIGN KEY ("organization_id", "assessment_id") REFERENCES "assessments"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "roadmaps" ADD CONSTRAINT "roadmaps_organization_id_assessment_id_fkey" FOREIGN KEY ("organization_id", "assessment_id") REFERENCES "assessments"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "initiative_progress" ADD CONSTRAINT "initiative_progress_organization_id_assessment_id_fkey" FOREIGN KEY ("organization_id", "assessment_id") REFERENCES "assessments"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "clusters" ADD CONSTRAINT "clusters_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "snapshots" ADD CONSTRAINT "snapshots_organization_id_cluster_id_fkey" FOREIGN KEY ("organization_id", "cluster_id") REFERENCES "clusters"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scans" ADD CONSTRAINT "scans_organization_id_cluster_id_fkey" FOREIGN KEY ("organization_id", "cluster_id") REFERENCES "clusters"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scans" ADD CONSTRAINT "scans_organization_id_snapshot_id_fkey" FOREIGN KEY ("organization_id", "snapshot_id") REFERENCES "snapshots"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scan_results" ADD CONSTRAINT "scan_results_organization_id_scan_id_fkey" FOREIGN KEY ("organization_id", "scan_id") REFERENCES "scans"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_events" ADD CONSTRAINT "audit_events_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the schema language cannot say ------------------------------------------------------------------------------

ALTER TABLE "memberships" ADD CONSTRAINT "memberships_role" CHECK ("role" IN ('leader', 'architect', 'consultant', 'admin'));
ALTER TABLE "clusters" ADD CONSTRAINT "clusters_criticality" CHECK ("criticality" BETWEEN 1 AND 5);
ALTER TABLE "clusters" ADD CONSTRAINT "clusters_data_sensitivity" CHECK ("data_sensitivity" BETWEEN 1 AND 5);
ALTER TABLE "answers" ADD CONSTRAINT "answers_maturity" CHECK (("maturity" BETWEEN 0 AND 4) <> "not_applicable" OR ("maturity" IS NULL AND "not_applicable"));
ALTER TABLE "overrides" ADD CONSTRAINT "overrides_of" CHECK ("of" IN ('risk', 'effort'));
ALTER TABLE "initiative_progress" ADD CONSTRAINT "initiative_progress_state" CHECK ("state" IN ('planned', 'started', 'claimed', 'verified', 'reopened'));
-- The zero tenant does not exist: a row that nobody owns cannot be made.
ALTER TABLE "organizations" ADD CONSTRAINT "organizations_not_zero" CHECK ("id" <> '00000000-0000-0000-0000-000000000000');

-- The tenant's border -----------------------------------------------------------------------------------------------
-- The application connects as chartroom_app, which owns nothing and cannot bypass row-level security. Who it acts for is
-- told by two settings of the transaction; without them every table is empty.

GRANT USAGE ON SCHEMA public TO chartroom_app;

DO $$
DECLARE
  tenant constant text := '(select nullif(current_setting(''app.organization_id'', true), '''')::uuid)';
  tenant_table text;
BEGIN
  FOREACH tenant_table IN ARRAY ARRAY['clusters', 'snapshots', 'scans', 'scan_results', 'assessments', 'assessment_clusters',
    'answers', 'answer_revisions', 'overrides', 'roadmaps', 'initiative_progress', 'audit_events']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format('CREATE POLICY tenant_reads ON %I FOR SELECT USING (organization_id = %s)', tenant_table, tenant);
    EXECUTE format('CREATE POLICY tenant_adds ON %I FOR INSERT WITH CHECK (organization_id = %s)', tenant_table, tenant);
    IF tenant_table IN ('answer_revisions', 'audit_events', 'scan_results') THEN
      -- History is never rewritten.
      EXECUTE format('CREATE POLICY nobody_changes ON %I FOR UPDATE USING (false)', tenant_table);
      EXECUTE format('CREATE POLICY nobody_removes ON %I FOR DELETE USING (false)', tenant_table);
      EXECUTE format('GRANT SELECT, INSERT ON %I TO chartroom_app', tenant_table);
    ELSE
      EXECUTE format('CREATE POLICY tenant_changes ON %I FOR UPDATE USING (organization_id = %s) WITH CHECK (organization_id = %s)', tenant_table, tenant, tenant);
      EXECUTE format('CREATE POLICY tenant_removes ON %I FOR DELETE USING (organization_id = %s)', tenant_table, tenant);
      EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO chartroom_app', tenant_table);
    END IF;
  END LOOP;
END
$$;

-- A person sees themselves; at sign-in, the one account whose e-mail was typed.
ALTER TABLE "users" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "users" FORCE ROW LEVEL SECURITY;
CREATE POLICY self_reads ON "users" FOR SELECT USING (
  "id" = (select nullif(current_setting('app.user_id', true), '')::uuid)
  OR "email" = (select nullif(current_setting('app.sign_in_email', true), '')));
CREATE POLICY self_adds ON "users" FOR INSERT WITH CHECK ("id" = (select nullif(current_setting('app.user_id', true), '')::uuid));
CREATE POLICY self_changes ON "users" FOR UPDATE USING ("id" = (select nullif(current_setting('app.user_id', true), '')::uuid));
CREATE POLICY nobody_removes ON "users" FOR DELETE USING (false);
GRANT SELECT, INSERT, UPDATE ON "users" TO chartroom_app;

ALTER TABLE "sessions" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "sessions" FORCE ROW LEVEL SECURITY;
CREATE POLICY self_reads ON "sessions" FOR SELECT USING ("user_id" = (select nullif(current_setting('app.user_id', true), '')::uuid));
CREATE POLICY self_adds ON "sessions" FOR INSERT WITH CHECK ("user_id" = (select nullif(current_setting('app.user_id', true), '')::uuid));
CREATE POLICY self_changes ON "sessions" FOR UPDATE USING ("user_id" = (select nullif(current_setting('app.user_id', true), '')::uuid));
CREATE POLICY self_removes ON "sessions" FOR DELETE USING ("user_id" = (select nullif(current_setting('app.user_id', true), '')::uuid));
GRANT SELECT, INSERT, UPDATE, DELETE ON "sessions" TO chartroom_app;

-- Members see their organization's list; a person sees which organizations they belong to.
ALTER TABLE "memberships" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "memberships" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_reads ON "memberships" FOR SELECT USING (
  "organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid)
  OR "user_id" = (select nullif(current_setting('app.user_id', true), '')::uuid));
CREATE POLICY tenant_adds ON "memberships" FOR INSERT WITH CHECK ("organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid));
CREATE POLICY tenant_changes ON "memberships" FOR UPDATE USING ("organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid));
CREATE POLICY tenant_removes ON "memberships" FOR DELETE USING ("organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid));
GRANT SELECT, INSERT, UPDATE, DELETE ON "memberships" TO chartroom_app;

ALTER TABLE "organizations" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "organizations" FORCE ROW LEVEL SECURITY;
CREATE POLICY member_reads ON "organizations" FOR SELECT USING (
  "id" = (select nullif(current_setting('app.organization_id', true), '')::uuid)
  OR "id" IN (select "organization_id" from "memberships" where "user_id" = (select nullif(current_setting('app.user_id', true), '')::uuid)));
CREATE POLICY tenant_adds ON "organizations" FOR INSERT WITH CHECK ("id" = (select nullif(current_setting('app.organization_id', true), '')::uuid));
CREATE POLICY tenant_changes ON "organizations" FOR UPDATE USING ("id" = (select nullif(current_setting('app.organization_id', true), '')::uuid));
CREATE POLICY nobody_removes ON "organizations" FOR DELETE USING (false);
GRANT SELECT, INSERT, UPDATE ON "organizations" TO chartroom_app;

-- No tenant's data: counters by hash, and events that are written and never read by the application.
GRANT SELECT, INSERT, UPDATE, DELETE ON "sign_in_attempts" TO chartroom_app;
GRANT INSERT ON "security_events" TO chartroom_app;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO chartroom_app;
-- Readiness asks which migrations ran.
GRANT SELECT ON "_prisma_migrations" TO chartroom_app;
