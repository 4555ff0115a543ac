-- CreateTable
CREATE TABLE "thread_entries" (
    "organization_id" UUID NOT NULL,
    "assessment_id" UUID NOT NULL,
    "question_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "text" TEXT NOT NULL DEFAULT '',
    "author_id" UUID NOT NULL,
    "author_name" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "thread_entries_pkey" PRIMARY KEY ("organization_id","assessment_id","question_id","number")
);

-- CreateTable
CREATE TABLE "mentions" (
    "organization_id" UUID NOT NULL,
    "assessment_id" UUID NOT NULL,
    "question_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "member_id" UUID NOT NULL,
    "member_name" TEXT NOT NULL,
    "read_at" TIMESTAMPTZ(3),

    CONSTRAINT "mentions_pkey" PRIMARY KEY ("organization_id","assessment_id","question_id","number","member_id")
);

-- CreateIndex
CREATE INDEX "mentions_organization_id_member_id_read_at_idx" ON "mentions"("organization_id", "member_id", "read_at");

-- AddForeignKey
ALTER TABLE "thread_entries" ADD CONSTRAINT "thread_entries_organization_id_assessment_id_fkey" FOREIGN KEY ("organization_id", "assessment_id") REFERENCES "assessments"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mentions" ADD CONSTRAINT "mentions_organization_id_assessment_id_question_id_number_fkey" FOREIGN KEY ("organization_id", "assessment_id", "question_id", "number") REFERENCES "thread_entries"("organization_id", "assessment_id", "question_id", "number") ON DELETE CASCADE ON UPDATE CASCADE;

-- Rules that the schema language cannot say
ALTER TABLE "thread_entries" ADD CONSTRAINT "thread_entries_kind" CHECK ("kind" IN ('comment', 'resolved', 'reopened'));
ALTER TABLE "thread_entries" ADD CONSTRAINT "thread_entries_number" CHECK ("number" > 0);
ALTER TABLE "thread_entries" ADD CONSTRAINT "thread_entries_text" CHECK (("kind" = 'comment' AND "withdrawn_at" IS NULL) = (btrim("text") <> ''));
ALTER TABLE "thread_entries" ADD CONSTRAINT "thread_entries_withdrawn" CHECK ("kind" = 'comment' OR "withdrawn_at" IS NULL);

-- The tenant's border. One writes in one's own name, withdraws one's own words, and reads one's own mentions.
DO $$
DECLARE
  tenant constant text := '(select nullif(current_setting(''app.organization_id'', true), '''')::uuid)';
  person constant text := '(select nullif(current_setting(''app.user_id'', true), '''')::uuid)';
  tenant_table text;
BEGIN
  FOREACH tenant_table IN ARRAY ARRAY['thread_entries', 'mentions']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format('CREATE POLICY tenant_reads ON %I FOR SELECT USING (organization_id = %s)', tenant_table, tenant);
    EXECUTE format('CREATE POLICY nobody_removes ON %I FOR DELETE USING (false)', tenant_table);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE ON %I TO chartroom_app', tenant_table);
  END LOOP;
  EXECUTE format('CREATE POLICY author_adds ON thread_entries FOR INSERT WITH CHECK (organization_id = %s AND author_id = %s)', tenant, person);
  EXECUTE format('CREATE POLICY author_changes ON thread_entries FOR UPDATE USING (organization_id = %s AND author_id = %s) WITH CHECK (organization_id = %s AND author_id = %s)', tenant, person, tenant, person);
  EXECUTE format('CREATE POLICY tenant_adds ON mentions FOR INSERT WITH CHECK (organization_id = %s)', tenant);
  EXECUTE format('CREATE POLICY member_changes ON mentions FOR UPDATE USING (organization_id = %s AND member_id = %s) WITH CHECK (organization_id = %s AND member_id = %s)', tenant, person, tenant, person);
END
$$;
CREATE TRIGGER frozen_when_signed BEFORE INSERT OR UPDATE ON "thread_entries" FOR EACH ROW EXECUTE FUNCTION refuse_when_signed();
CREATE TRIGGER frozen_when_signed BEFORE INSERT ON "mentions" FOR EACH ROW EXECUTE FUNCTION refuse_when_signed();

-- The one change that a thread knows: a comment is withdrawn, once, and its words are gone.
CREATE FUNCTION "only_withdraw"() RETURNS trigger LANGUAGE plpgsql SECURITY INVOKER AS $$
BEGIN
  IF OLD.withdrawn_at IS NOT NULL OR NEW.withdrawn_at IS NULL
    OR (NEW.organization_id, NEW.assessment_id, NEW.question_id, NEW.number, NEW.kind, NEW.author_id, NEW.author_name, NEW.at)
      IS DISTINCT FROM (OLD.organization_id, OLD.assessment_id, OLD.question_id, OLD.number, OLD.kind, OLD.author_id, OLD.author_name, OLD.at) THEN
    RAISE EXCEPTION 'a comment is withdrawn or stays as it is' USING ERRCODE = 'CR002';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER only_withdrawn BEFORE UPDATE ON "thread_entries" FOR EACH ROW EXECUTE FUNCTION only_withdraw();

-- Of a mention, only that it was read.
CREATE FUNCTION "only_read"() RETURNS trigger LANGUAGE plpgsql SECURITY INVOKER AS $$
BEGIN
  IF (NEW.organization_id, NEW.assessment_id, NEW.question_id, NEW.number, NEW.member_id, NEW.member_name)
    IS DISTINCT FROM (OLD.organization_id, OLD.assessment_id, OLD.question_id, OLD.number, OLD.member_id, OLD.member_name) THEN
    RAISE EXCEPTION 'a mention stays as it is' USING ERRCODE = 'CR002';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER only_read BEFORE UPDATE ON "mentions" FOR EACH ROW EXECUTE FUNCTION only_read();
