-- CreateTable
CREATE TABLE "evidence_items" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "organization_id" UUID NOT NULL,
    "assessment_id" UUID NOT NULL,
    "question_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "observed_on" DATE NOT NULL,
    "valid_until" DATE NOT NULL,
    "sha256" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "media_type" TEXT NOT NULL DEFAULT '',
    "file_name" TEXT NOT NULL DEFAULT '',
    "url" TEXT NOT NULL DEFAULT '',
    "command" TEXT NOT NULL DEFAULT '',
    "output" TEXT NOT NULL DEFAULT '',
    "added_by" UUID NOT NULL,
    "adder_name" TEXT NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3),
    "withdrawn_by" UUID,
    "withdrawer_name" TEXT,
    "withdrawal_reason" TEXT,

    CONSTRAINT "evidence_items_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "evidence_chunks" (
    "organization_id" UUID NOT NULL,
    "assessment_id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "content" BYTEA NOT NULL,

    CONSTRAINT "evidence_chunks_pkey" PRIMARY KEY ("organization_id","assessment_id","item_id","number")
);

-- CreateIndex
CREATE UNIQUE INDEX "evidence_items_organization_id_assessment_id_id_key" ON "evidence_items"("organization_id", "assessment_id", "id");

-- CreateIndex
CREATE INDEX "evidence_items_organization_id_assessment_id_question_id_idx" ON "evidence_items"("organization_id", "assessment_id", "question_id");

-- AddForeignKey
ALTER TABLE "evidence_items" ADD CONSTRAINT "evidence_items_organization_id_assessment_id_fkey" FOREIGN KEY ("organization_id", "assessment_id") REFERENCES "assessments"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence_chunks" ADD CONSTRAINT "evidence_chunks_organization_id_assessment_id_item_id_fkey" FOREIGN KEY ("organization_id", "assessment_id", "item_id") REFERENCES "evidence_items"("organization_id", "assessment_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Rules that the schema language cannot say
ALTER TABLE "evidence_items" ADD CONSTRAINT "evidence_items_kind" CHECK (
  ("kind" = 'file' AND "file_name" <> '' AND "media_type" <> '' AND "url" = '' AND "command" = '' AND "output" = '')
  OR ("kind" = 'link' AND "url" ~ '^https?://' AND "file_name" = '' AND "media_type" = '' AND "command" = '' AND "output" = '')
  OR ("kind" = 'command' AND "command" <> '' AND "url" = '' AND "file_name" = '' AND "media_type" = ''));
ALTER TABLE "evidence_items" ADD CONSTRAINT "evidence_items_validity" CHECK ("valid_until" >= "observed_on");
ALTER TABLE "evidence_items" ADD CONSTRAINT "evidence_items_sha256" CHECK ("sha256" ~ '^[0-9a-f]{64}$');
ALTER TABLE "evidence_items" ADD CONSTRAINT "evidence_items_bytes" CHECK ("bytes" >= 0);
ALTER TABLE "evidence_items" ADD CONSTRAINT "evidence_items_withdrawal" CHECK (
  ("withdrawn_at" IS NULL AND "withdrawn_by" IS NULL AND "withdrawer_name" IS NULL AND "withdrawal_reason" IS NULL)
  OR ("withdrawn_at" IS NOT NULL AND "withdrawn_by" IS NOT NULL AND "withdrawer_name" IS NOT NULL AND btrim("withdrawal_reason") <> ''));
ALTER TABLE "evidence_chunks" ADD CONSTRAINT "evidence_chunks_size" CHECK (octet_length("content") BETWEEN 1 AND 262144 AND "number" >= 0);
-- What is compressed already is not compressed again: a chunk is read as it lies.
ALTER TABLE "evidence_chunks" ALTER COLUMN "content" SET STORAGE EXTERNAL;

-- The tenant's border. An item is added and once withdrawn, nothing else; bytes never change.
DO $$
DECLARE
  tenant constant text := '(select nullif(current_setting(''app.organization_id'', true), '''')::uuid)';
  tenants_table text;
BEGIN
  FOREACH tenants_table IN ARRAY ARRAY['evidence_items', 'evidence_chunks']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tenants_table);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', tenants_table);
    EXECUTE format('CREATE POLICY tenant_reads ON %I FOR SELECT USING (organization_id = %s)', tenants_table, tenant);
    EXECUTE format('CREATE POLICY tenant_adds ON %I FOR INSERT WITH CHECK (organization_id = %s)', tenants_table, tenant);
    EXECUTE format('CREATE POLICY nobody_removes ON %I FOR DELETE USING (false)', tenants_table);
  END LOOP;
  EXECUTE format('CREATE POLICY tenant_withdraws ON "evidence_items" FOR UPDATE USING (organization_id = %s AND withdrawn_at IS NULL) WITH CHECK (organization_id = %s AND withdrawn_at IS NOT NULL)', tenant, tenant);
  CREATE POLICY nobody_changes ON "evidence_chunks" FOR UPDATE USING (false);
  GRANT SELECT, INSERT ON "evidence_items", "evidence_chunks" TO chartroom_app;
  GRANT UPDATE ("withdrawn_at", "withdrawn_by", "withdrawer_name", "withdrawal_reason") ON "evidence_items" TO chartroom_app;
END
$$;
CREATE TRIGGER frozen_when_signed BEFORE INSERT OR UPDATE OR DELETE ON "evidence_items" FOR EACH ROW EXECUTE FUNCTION refuse_when_signed();
CREATE TRIGGER frozen_when_signed BEFORE INSERT OR UPDATE OR DELETE ON "evidence_chunks" FOR EACH ROW EXECUTE FUNCTION refuse_when_signed();
