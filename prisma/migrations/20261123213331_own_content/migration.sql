-- CreateTable
CREATE TABLE "own_contents" (
    "organization_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "file_name" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "questions" INTEGER NOT NULL,
    "imported_by" UUID NOT NULL,
    "importer_name" TEXT NOT NULL,
    "imported_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "own_contents_pkey" PRIMARY KEY ("organization_id","number")
);

-- AddForeignKey
ALTER TABLE "own_contents" ADD CONSTRAINT "own_contents_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Rules that the schema language cannot say
ALTER TABLE "own_contents" ADD CONSTRAINT "own_contents_number" CHECK ("number" > 0);

-- The tenant's border. What was imported once stays as it was: rows are added and read, and never changed.
DO $$
DECLARE
  tenant constant text := '(select nullif(current_setting(''app.organization_id'', true), '''')::uuid)';
BEGIN
  ALTER TABLE "own_contents" ENABLE ROW LEVEL SECURITY;
  ALTER TABLE "own_contents" FORCE ROW LEVEL SECURITY;
  EXECUTE format('CREATE POLICY tenant_reads ON "own_contents" FOR SELECT USING (organization_id = %s)', tenant);
  EXECUTE format('CREATE POLICY tenant_adds ON "own_contents" FOR INSERT WITH CHECK (organization_id = %s)', tenant);
  CREATE POLICY nobody_changes ON "own_contents" FOR UPDATE USING (false);
  CREATE POLICY nobody_removes ON "own_contents" FOR DELETE USING (false);
  GRANT SELECT, INSERT ON "own_contents" TO chartroom_app;
END
$$;

-- Which own questions an assessment asks, from its submission on; null: the newest. What was submitted before there were any asks none.
ALTER TABLE "assessments" ADD COLUMN "own_content" INTEGER;
UPDATE "assessments" SET "own_content" = 0 WHERE "state" IN ('submitted', 'accepted');
