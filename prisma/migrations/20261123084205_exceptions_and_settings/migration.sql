-- AlterTable
ALTER TABLE "clusters" ADD COLUMN     "scan_settings" JSONB NOT NULL DEFAULT '{}';

-- AlterTable
ALTER TABLE "scans" ADD COLUMN     "settings" JSONB NOT NULL DEFAULT '{}';

-- CreateTable
CREATE TABLE "exceptions" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "organization_id" UUID NOT NULL,
    "cluster_id" UUID NOT NULL,
    "check_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL DEFAULT '',
    "namespace" TEXT NOT NULL DEFAULT '',
    "name" TEXT NOT NULL DEFAULT '',
    "reason" TEXT NOT NULL,
    "owner_id" UUID NOT NULL,
    "owner_name" TEXT NOT NULL,
    "ends_on" DATE NOT NULL,
    "accepted_by" UUID NOT NULL,
    "accepter_name" TEXT NOT NULL,
    "accepted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "exceptions_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "exceptions_organization_id_cluster_id_idx" ON "exceptions"("organization_id", "cluster_id");

-- CreateIndex
CREATE UNIQUE INDEX "exceptions_organization_id_id_key" ON "exceptions"("organization_id", "id");

-- AddForeignKey
ALTER TABLE "exceptions" ADD CONSTRAINT "exceptions_organization_id_cluster_id_fkey" FOREIGN KEY ("organization_id", "cluster_id") REFERENCES "clusters"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Rules that the schema language cannot say
ALTER TABLE "exceptions" ADD CONSTRAINT "exceptions_reason" CHECK (btrim("reason") <> '');
ALTER TABLE "exceptions" ADD CONSTRAINT "exceptions_end" CHECK ("ends_on" >= ("accepted_at" AT TIME ZONE 'UTC')::date);

-- The tenant's border. What was accepted is never rewritten; it can only be ended.
ALTER TABLE "exceptions" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "exceptions" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_reads ON "exceptions" FOR SELECT
  USING (organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid));
CREATE POLICY tenant_adds ON "exceptions" FOR INSERT
  WITH CHECK (organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid));
CREATE POLICY tenant_changes ON "exceptions" FOR UPDATE
  USING (organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid))
  WITH CHECK (organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid));
CREATE POLICY nobody_removes ON "exceptions" FOR DELETE USING (false);
GRANT SELECT, INSERT, UPDATE ("ended_at") ON "exceptions" TO chartroom_app;
