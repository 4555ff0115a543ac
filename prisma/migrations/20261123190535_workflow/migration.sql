-- AlterTable
ALTER TABLE "assessments" ADD COLUMN     "state" TEXT NOT NULL DEFAULT 'draft';

-- CreateTable
CREATE TABLE "assessment_log" (
    "organization_id" UUID NOT NULL,
    "assessment_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "person_id" UUID NOT NULL,
    "person_name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "details" JSONB NOT NULL,
    "previous" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "assessment_log_pkey" PRIMARY KEY ("organization_id","assessment_id","number")
);

-- CreateTable
CREATE TABLE "answer_reviews" (
    "organization_id" UUID NOT NULL,
    "assessment_id" UUID NOT NULL,
    "question_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "verdict" TEXT NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "reviewed_by" UUID NOT NULL,
    "reviewer_name" TEXT NOT NULL,
    "reviewed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "answer_reviews_pkey" PRIMARY KEY ("organization_id","assessment_id","question_id")
);

-- CreateTable
CREATE TABLE "open_questions" (
    "organization_id" UUID NOT NULL,
    "assessment_id" UUID NOT NULL,
    "question_id" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "left_by" UUID NOT NULL,
    "leaver_name" TEXT NOT NULL,
    "left_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "open_questions_pkey" PRIMARY KEY ("organization_id","assessment_id","question_id")
);

-- CreateTable
CREATE TABLE "assessment_signatures" (
    "organization_id" UUID NOT NULL,
    "assessment_id" UUID NOT NULL,
    "document" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "log_count" INTEGER NOT NULL,
    "log_hash" TEXT NOT NULL,
    "signed_by" UUID NOT NULL,
    "signer_name" TEXT NOT NULL,
    "signed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "assessment_signatures_pkey" PRIMARY KEY ("organization_id","assessment_id")
);

-- AddForeignKey
ALTER TABLE "assessment_log" ADD CONSTRAINT "assessment_log_organization_id_assessment_id_fkey" FOREIGN KEY ("organization_id", "assessment_id") REFERENCES "assessments"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "answer_reviews" ADD CONSTRAINT "answer_reviews_organization_id_assessment_id_fkey" FOREIGN KEY ("organization_id", "assessment_id") REFERENCES "assessments"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "open_questions" ADD CONSTRAINT "open_questions_organization_id_assessment_id_fkey" FOREIGN KEY ("organization_id", "assessment_id") REFERENCES "assessments"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assessment_signatures" ADD CONSTRAINT "assessment_signatures_organization_id_assessment_id_fkey" FOREIGN KEY ("organization_id", "assessment_id") REFERENCES "assessments"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Rules that the schema language cannot say
ALTER TABLE "assessments" ADD CONSTRAINT "assessments_state" CHECK ("state" IN ('draft', 'submitted', 'changes-requested', 'accepted', 'signed'));
ALTER TABLE "answer_reviews" ADD CONSTRAINT "answer_reviews_verdict" CHECK ("verdict" = 'accepted' OR ("verdict" = 'changes-requested' AND btrim("reason") <> ''));
ALTER TABLE "open_questions" ADD CONSTRAINT "open_questions_reason" CHECK (btrim("reason") <> '');

-- The tenant's border. The log and the signatures are written once and never again.
DO $$
DECLARE
  tenant constant text := '(select nullif(current_setting(''app.organization_id'', true), '''')::uuid)';
  tenant_table text;
BEGIN
  FOREACH tenant_table IN ARRAY ARRAY['assessment_log', 'answer_reviews', 'open_questions', 'assessment_signatures']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format('CREATE POLICY tenant_reads ON %I FOR SELECT USING (organization_id = %s)', tenant_table, tenant);
    EXECUTE format('CREATE POLICY tenant_adds ON %I FOR INSERT WITH CHECK (organization_id = %s)', tenant_table, tenant);
    IF tenant_table IN ('assessment_log', 'assessment_signatures') THEN
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

-- Not even the owner rewrites them by accident.
CREATE FUNCTION "refuse_rewriting"() RETURNS trigger LANGUAGE plpgsql SECURITY INVOKER AS $$
BEGIN
  RAISE EXCEPTION '% is never rewritten', TG_TABLE_NAME USING ERRCODE = 'CR002';
END
$$;
CREATE TRIGGER never_rewritten BEFORE UPDATE OR DELETE ON "assessment_log" FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON "assessment_log" FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER never_rewritten BEFORE UPDATE OR DELETE ON "assessment_signatures" FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON "assessment_signatures" FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();

-- An entry stands directly after the newest one, or not at all: no gap, no fork.
CREATE FUNCTION "continue_the_chain"() RETURNS trigger LANGUAGE plpgsql SECURITY INVOKER AS $$
DECLARE
  newest record;
BEGIN
  SELECT number, hash INTO newest FROM assessment_log
    WHERE organization_id = NEW.organization_id AND assessment_id = NEW.assessment_id ORDER BY number DESC LIMIT 1;
  IF NEW.number <> coalesce(newest.number, 0) + 1 OR NEW.previous <> coalesce(newest.hash, repeat('0', 64)) THEN
    RAISE EXCEPTION 'entry % does not follow the newest one', NEW.number USING ERRCODE = 'CR003';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER continues BEFORE INSERT ON "assessment_log" FOR EACH ROW EXECUTE FUNCTION continue_the_chain();

-- Whoever writes something of an assessment holds this lock shared until the end of the transaction; whoever signs holds it
-- alone. So nothing is under way when the content is read that is signed.
CREATE FUNCTION "refuse_when_signed"() RETURNS trigger LANGUAGE plpgsql SECURITY INVOKER AS $$
DECLARE
  of record;
  frozen boolean;
BEGIN
  FOR of IN
    SELECT NEW.organization_id AS organization, NEW.assessment_id AS assessment WHERE TG_OP <> 'DELETE'
    UNION SELECT OLD.organization_id, OLD.assessment_id WHERE TG_OP <> 'INSERT'
  LOOP
    PERFORM pg_advisory_xact_lock_shared(hashtextextended('signing ' || of.assessment, 0));
    SELECT state = 'signed' OR (state = 'accepted' AND TG_TABLE_NAME IN ('answers', 'answer_revisions')) INTO frozen
      FROM assessments WHERE organization_id = of.organization AND id = of.assessment;
    IF frozen THEN
      RAISE EXCEPTION 'this assessment is frozen: % cannot change', TG_TABLE_NAME USING ERRCODE = 'CR001';
    END IF;
  END LOOP;
  RETURN coalesce(NEW, OLD);
END
$$;
DO $$
DECLARE
  frozen_table text;
BEGIN
  FOREACH frozen_table IN ARRAY ARRAY['answers', 'answer_revisions', 'overrides', 'assessment_clusters', 'answer_reviews', 'open_questions', 'assessment_log']
  LOOP
    EXECUTE format('CREATE TRIGGER frozen_when_signed BEFORE INSERT OR UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_when_signed()', frozen_table);
  END LOOP;
END
$$;

-- No path to signed around acceptance, and none out of it.
CREATE FUNCTION "step_assessment"() RETURNS trigger LANGUAGE plpgsql SECURITY INVOKER AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.state <> 'draft' THEN
      RAISE EXCEPTION 'an assessment begins as a draft' USING ERRCODE = 'CR001';
    END IF;
    RETURN NEW;
  END IF;
  IF OLD.state = 'signed' THEN
    RAISE EXCEPTION 'this assessment is signed and frozen' USING ERRCODE = 'CR001';
  END IF;
  IF TG_OP = 'DELETE' THEN
    RETURN OLD;
  END IF;
  IF NEW.state <> OLD.state AND (OLD.state, NEW.state) NOT IN (('draft', 'submitted'), ('submitted', 'changes-requested'),
    ('submitted', 'accepted'), ('changes-requested', 'submitted'), ('accepted', 'changes-requested'), ('accepted', 'signed')) THEN
    RAISE EXCEPTION 'an assessment does not go from % to %', OLD.state, NEW.state USING ERRCODE = 'CR001';
  END IF;
  IF NEW.state = 'signed' AND NOT EXISTS (SELECT FROM assessment_signatures
    WHERE organization_id = NEW.organization_id AND assessment_id = NEW.id) THEN
    RAISE EXCEPTION 'an assessment is signed with a signature' USING ERRCODE = 'CR001';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER steps BEFORE INSERT OR UPDATE OR DELETE ON "assessments" FOR EACH ROW EXECUTE FUNCTION step_assessment();

-- A signature comes once, when all is accepted.
CREATE FUNCTION "sign_what_is_accepted"() RETURNS trigger LANGUAGE plpgsql SECURITY INVOKER AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM assessments WHERE organization_id = NEW.organization_id AND id = NEW.assessment_id AND state = 'accepted') THEN
    RAISE EXCEPTION 'only an accepted assessment is signed' USING ERRCODE = 'CR001';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER accepted_first BEFORE INSERT ON "assessment_signatures" FOR EACH ROW EXECUTE FUNCTION sign_what_is_accepted();

-- Nobody accepts their own answer, and nobody accepts what has changed meanwhile.
CREATE FUNCTION "review_of_another"() RETURNS trigger LANGUAGE plpgsql SECURITY INVOKER AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM answers WHERE organization_id = NEW.organization_id AND assessment_id = NEW.assessment_id
    AND question_id = NEW.question_id AND version = NEW.version AND answered_by <> NEW.reviewed_by) THEN
    RAISE EXCEPTION 'a review is of another person''s newest answer' USING ERRCODE = 'CR001';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER of_another BEFORE INSERT OR UPDATE ON "answer_reviews" FOR EACH ROW EXECUTE FUNCTION review_of_another();
