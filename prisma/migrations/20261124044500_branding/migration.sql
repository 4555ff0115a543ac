-- CreateTable
CREATE TABLE "brandings" (
    "organization_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "accent" TEXT,
    "logo" BYTEA,
    "logo_type" TEXT,
    "logo_sha256" TEXT,
    "set_by" UUID NOT NULL,
    "setter_name" TEXT NOT NULL,
    "set_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "brandings_pkey" PRIMARY KEY ("organization_id")
);

-- AddForeignKey
ALTER TABLE "brandings" ADD CONSTRAINT "brandings_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Rules that the schema language cannot say
ALTER TABLE "brandings" ADD CONSTRAINT "brandings_accent" CHECK ("accent" ~ '^#[0-9a-f]{6}$');
ALTER TABLE "brandings" ADD CONSTRAINT "brandings_logo" CHECK (
  ("logo" IS NULL) = ("logo_type" IS NULL) AND ("logo" IS NULL) = ("logo_sha256" IS NULL) AND octet_length("logo") <= 262144 AND "logo_type" IN ('image/png', 'image/jpeg')
);

-- The tenant's border
DO $$
DECLARE
  tenant constant text := '(select nullif(current_setting(''app.organization_id'', true), '''')::uuid)';
BEGIN
  ALTER TABLE "brandings" ENABLE ROW LEVEL SECURITY;
  ALTER TABLE "brandings" FORCE ROW LEVEL SECURITY;
  EXECUTE format('CREATE POLICY tenant_reads ON "brandings" FOR SELECT USING (organization_id = %s)', tenant);
  EXECUTE format('CREATE POLICY tenant_adds ON "brandings" FOR INSERT WITH CHECK (organization_id = %s)', tenant);
  EXECUTE format('CREATE POLICY tenant_changes ON "brandings" FOR UPDATE USING (organization_id = %s)', tenant);
  EXECUTE format('CREATE POLICY tenant_removes ON "brandings" FOR DELETE USING (organization_id = %s)', tenant);
  GRANT SELECT, INSERT, UPDATE, DELETE ON "brandings" TO chartroom_app;
END
$$;
