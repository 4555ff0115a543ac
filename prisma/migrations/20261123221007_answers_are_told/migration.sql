-- Whoever has an assessment open is told of every accepted write of an answer, however it came about: ids only, with the
-- commit and never before it. Who may read the answer is decided when it is read.
CREATE FUNCTION "tell_of_answer"() RETURNS trigger LANGUAGE plpgsql SECURITY INVOKER AS $$
BEGIN
  PERFORM pg_notify('chartroom_live', json_build_object('kind', 'answer', 'assessment', NEW.assessment_id,
    'question', NEW.question_id, 'version', NEW.version, 'member', NEW.answered_by)::text);
  RETURN NULL;
END
$$;
CREATE TRIGGER told AFTER INSERT ON "answer_revisions" FOR EACH ROW EXECUTE FUNCTION tell_of_answer();
