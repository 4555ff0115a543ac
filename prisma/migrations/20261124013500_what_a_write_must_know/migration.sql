-- What whoever writes an answer has to know, in one statement. The lock is taken first and the state is read after it, so that
-- no step of the workflow and no round begins or ends between what is read here and what is stored.
CREATE FUNCTION "answering"(wanted UUID, asked TEXT, person UUID)
RETURNS TABLE ("state" TEXT, "ownContent" INTEGER, "round" UUID, "startedBy" TEXT, "takesPart" BOOLEAN)
LANGUAGE plpgsql VOLATILE SECURITY INVOKER AS $$
BEGIN
  PERFORM pg_advisory_xact_lock_shared(hashtextextended('signing ' || wanted, 0));
  RETURN QUERY
    SELECT a.state, a.own_content, r.id, r.starter_name,
      EXISTS (SELECT 1 FROM blind_participants p WHERE p.round_id = r.id AND p.member_id = person)
    FROM assessments a
    LEFT JOIN blind_rounds r ON r.assessment_id = a.id AND r.ended_at IS NULL AND asked = ANY (r.questions)
    WHERE a.id = wanted
    ORDER BY 5 DESC LIMIT 1;
END
$$;
