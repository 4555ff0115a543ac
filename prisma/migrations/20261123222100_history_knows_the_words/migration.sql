-- The history of an answer says which words each version was given to.
ALTER TABLE "answer_revisions" ADD COLUMN "asked" JSONB;
