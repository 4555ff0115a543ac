-- CreateTable
CREATE TABLE "blind_rounds" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "assessment_id" UUID NOT NULL,
    "dimensions" TEXT[],
    "questions" TEXT[],
    "started_by" UUID NOT NULL,
    "starter_name" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_by" UUID,
    "ender_name" TEXT,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "blind_rounds_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "blind_participants" (
    "organization_id" UUID NOT NULL,
    "round_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "member_name" TEXT NOT NULL,
    "answered" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "blind_participants_pkey" PRIMARY KEY ("organization_id","round_id","member_id")
);

-- CreateTable
CREATE TABLE "blind_answers" (
    "organization_id" UUID NOT NULL,
    "round_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "question_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "maturity" INTEGER,
    "not_applicable" BOOLEAN NOT NULL,
    "comment" TEXT NOT NULL,
    "confidence" TEXT NOT NULL,
    "answered_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "blind_answers_pkey" PRIMARY KEY ("organization_id","round_id","member_id","question_id","version")
);

-- CreateTable
CREATE TABLE "workshop_minutes" (
    "organization_id" UUID NOT NULL,
    "round_id" UUID NOT NULL,
    "question_id" TEXT NOT NULL,
    "minutes" INTEGER NOT NULL,

    CONSTRAINT "workshop_minutes_pkey" PRIMARY KEY ("organization_id","round_id","question_id")
);

-- CreateIndex
CREATE INDEX "blind_rounds_organization_id_assessment_id_idx" ON "blind_rounds"("organization_id", "assessment_id");

-- AddForeignKey
ALTER TABLE "blind_rounds" ADD CONSTRAINT "blind_rounds_organization_id_assessment_id_fkey" FOREIGN KEY ("organization_id", "assessment_id") REFERENCES "assessments"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "blind_participants" ADD CONSTRAINT "blind_participants_organization_id_round_id_fkey" FOREIGN KEY ("organization_id", "round_id") REFERENCES "blind_rounds"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "blind_answers" ADD CONSTRAINT "blind_answers_organization_id_round_id_member_id_fkey" FOREIGN KEY ("organization_id", "round_id", "member_id") REFERENCES "blind_participants"("organization_id", "round_id", "member_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "workshop_minutes" ADD CONSTRAINT "workshop_minutes_organization_id_round_id_fkey" FOREIGN KEY ("organization_id", "round_id") REFERENCES "blind_rounds"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Rules that the schema language cannot say
ALTER TABLE "blind_rounds" ADD CONSTRAINT "blind_rounds_questions" CHECK (cardinality("questions") > 0);
ALTER TABLE "blind_rounds" ADD CONSTRAINT "blind_rounds_ended" CHECK (("ended_at" IS NULL) = ("ended_by" IS NULL) AND ("ended_at" IS NULL) = ("ender_name" IS NULL));
ALTER TABLE "blind_answers" ADD CONSTRAINT "blind_answers_level" CHECK (("maturity" BETWEEN 0 AND 4 AND NOT "not_applicable") OR ("maturity" IS NULL AND "not_applicable"));
ALTER TABLE "blind_answers" ADD CONSTRAINT "blind_answers_version" CHECK ("version" > 0);
ALTER TABLE "workshop_minutes" ADD CONSTRAINT "workshop_minutes_range" CHECK ("minutes" BETWEEN 1 AND 240);

-- The tenant's border, and within it each participant's own: what somebody says alone can be read by nobody else before the
-- round ends, whatever asks.
DO $$
DECLARE
  tenant constant text := '(select nullif(current_setting(''app.organization_id'', true), '''')::uuid)';
  person constant text := '(select nullif(current_setting(''app.user_id'', true), '''')::uuid)';
  tenant_table text;
BEGIN
  FOREACH tenant_table IN ARRAY ARRAY['blind_rounds', 'blind_participants', 'blind_answers', 'workshop_minutes']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format('CREATE POLICY nobody_removes ON %I FOR DELETE USING (false)', tenant_table);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO chartroom_app', tenant_table);
    IF tenant_table <> 'blind_answers' THEN
      EXECUTE format('CREATE POLICY tenant_reads ON %I FOR SELECT USING (organization_id = %s)', tenant_table, tenant);
      EXECUTE format('CREATE POLICY tenant_adds ON %I FOR INSERT WITH CHECK (organization_id = %s)', tenant_table, tenant);
      EXECUTE format('GRANT UPDATE ON %I TO chartroom_app', tenant_table);
    END IF;
    IF tenant_table IN ('blind_rounds', 'workshop_minutes') THEN
      EXECUTE format('CREATE POLICY tenant_changes ON %I FOR UPDATE USING (organization_id = %s) WITH CHECK (organization_id = %s)', tenant_table, tenant, tenant);
    END IF;
  END LOOP;
  EXECUTE format('CREATE POLICY own_changes ON blind_participants FOR UPDATE USING (organization_id = %s AND member_id = %s) WITH CHECK (organization_id = %s AND member_id = %s)', tenant, person, tenant, person);
  EXECUTE format('CREATE POLICY own_or_revealed ON blind_answers FOR SELECT USING (organization_id = %s AND (member_id = %s OR EXISTS (SELECT FROM blind_rounds r WHERE r.organization_id = blind_answers.organization_id AND r.id = blind_answers.round_id AND r.ended_at IS NOT NULL)))', tenant, person);
  EXECUTE format('CREATE POLICY own_adds ON blind_answers FOR INSERT WITH CHECK (organization_id = %s AND member_id = %s)', tenant, person);
  CREATE POLICY nobody_changes ON blind_answers FOR UPDATE USING (false);
END
$$;
CREATE TRIGGER frozen_when_signed BEFORE INSERT OR UPDATE ON "blind_rounds" FOR EACH ROW EXECUTE FUNCTION refuse_when_signed();

-- A round ends once, and nothing else of it changes.
CREATE FUNCTION "only_end"() RETURNS trigger LANGUAGE plpgsql SECURITY INVOKER AS $$
BEGIN
  IF OLD.ended_at IS NOT NULL OR NEW.ended_at IS NULL
    OR (NEW.organization_id, NEW.id, NEW.assessment_id, NEW.dimensions, NEW.questions, NEW.started_by, NEW.starter_name, NEW.started_at)
      IS DISTINCT FROM (OLD.organization_id, OLD.id, OLD.assessment_id, OLD.dimensions, OLD.questions, OLD.started_by, OLD.starter_name, OLD.started_at) THEN
    RAISE EXCEPTION 'a round ends, and nothing else of it changes' USING ERRCODE = 'CR002';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER only_ended BEFORE UPDATE ON "blind_rounds" FOR EACH ROW EXECUTE FUNCTION only_end();

-- Said alone: about a question of the round, while it is on.
CREATE FUNCTION "answer_in_round"() RETURNS trigger LANGUAGE plpgsql SECURITY INVOKER AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM blind_rounds WHERE organization_id = NEW.organization_id AND id = NEW.round_id
    AND ended_at IS NULL AND NEW.question_id = ANY (questions)) THEN
    RAISE EXCEPTION 'this round does not take an answer to this question' USING ERRCODE = 'CR001';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER in_round BEFORE INSERT ON "blind_answers" FOR EACH ROW EXECUTE FUNCTION answer_in_round();

-- While a round is on, its questions have no answer that all can see, whatever writes it.
CREATE FUNCTION "refuse_while_blind"() RETURNS trigger LANGUAGE plpgsql SECURITY INVOKER AS $$
BEGIN
  IF EXISTS (SELECT FROM blind_rounds WHERE organization_id = NEW.organization_id AND assessment_id = NEW.assessment_id
    AND ended_at IS NULL AND NEW.question_id = ANY (questions)) THEN
    RAISE EXCEPTION 'this question is answered blind until its round ends' USING ERRCODE = 'CR001';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER not_while_blind BEFORE INSERT OR UPDATE ON "answers" FOR EACH ROW EXECUTE FUNCTION refuse_while_blind();
