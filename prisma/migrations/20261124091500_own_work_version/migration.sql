-- Which version somebody changed: of two who change the same, the second is told.
ALTER TABLE "own_initiatives" ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;
