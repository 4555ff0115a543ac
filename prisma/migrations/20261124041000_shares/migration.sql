-- CreateTable
CREATE TABLE "shares" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "assessment_id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "profile" TEXT NOT NULL,
    "created_by" UUID NOT NULL,
    "creator_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "revoker_name" TEXT,

    CONSTRAINT "shares_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "shares_token_hash_key" ON "shares"("token_hash");

-- CreateIndex
CREATE INDEX "shares_organization_id_assessment_id_idx" ON "shares"("organization_id", "assessment_id");

-- AddForeignKey
ALTER TABLE "shares" ADD CONSTRAINT "shares_organization_id_assessment_id_fkey" FOREIGN KEY ("organization_id", "assessment_id") REFERENCES "assessments"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Rules that the schema language cannot say
ALTER TABLE "shares" ADD CONSTRAINT "shares_token_hash" CHECK ("token_hash" ~ '^[0-9a-f]{64}$');
ALTER TABLE "shares" ADD CONSTRAINT "shares_profile" CHECK ("profile" IN ('whole', 'without people', 'figures'));
ALTER TABLE "shares" ADD CONSTRAINT "shares_expires" CHECK ("expires_at" > "created_at");

-- The tenant's border. Of a share that is there nothing changes but that it is revoked; nobody removes one. Whoever holds the
-- token sees its one row, and nothing else.
DO $$
DECLARE
  tenant constant text := '(select nullif(current_setting(''app.organization_id'', true), '''')::uuid)';
BEGIN
  ALTER TABLE "shares" ENABLE ROW LEVEL SECURITY;
  ALTER TABLE "shares" FORCE ROW LEVEL SECURITY;
  EXECUTE format('CREATE POLICY tenant_reads ON "shares" FOR SELECT USING (organization_id = %s OR token_hash = (select nullif(current_setting(''app.share_token_hash'', true), '''')))', tenant);
  EXECUTE format('CREATE POLICY tenant_adds ON "shares" FOR INSERT WITH CHECK (organization_id = %s)', tenant);
  EXECUTE format('CREATE POLICY tenant_changes ON "shares" FOR UPDATE USING (organization_id = %s)', tenant);
  CREATE POLICY nobody_removes ON "shares" FOR DELETE USING (false);
  GRANT SELECT, INSERT, UPDATE ("revoked_at", "revoker_name") ON "shares" TO chartroom_app;
END
$$;
