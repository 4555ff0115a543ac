import { join } from "node:path";
import pg from "pg";
import { portOfEmbeddedPostgres } from "#lib/server/db/embedded-postgres.ts";
import { localKeys } from "#lib/server/runtime/keys.ts";
import type { Anchor, LogEntry } from "#lib/workflow/log-entry.ts";

export type StoredLog = {
  entries: LogEntry[];
  /** What was signed, as it is stored; null: not signed. */
  signed: { document: string; digest: string; anchor: Anchor } | null;
};

/**
 * An assessment's log as the database holds it; null: there is no such assessment, or its organization must be told because
 * row-level security holds this role. Throws when there is no database.
 */
export async function readDatabase(assessment: string, organization: string | null): Promise<StoredLog | null> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL ?? (await embeddedUrl()) });
  await client.connect();
  try {
    await client.query("select set_config('app.organization_id', $1, false)", [organization ?? ""]);
    const found = await client.query("select 1 from assessments where id = $1", [assessment]);
    if (found.rowCount === 0) return null;
    const { rows } = await client.query(
      "select * from assessment_log where assessment_id = $1 and ($2 = '' or organization_id::text = $2) order by number",
      [assessment, organization ?? ""],
    );
    const signed = await client.query("select * from assessment_signatures where assessment_id = $1", [assessment]);
    return { entries: rows.map(toEntry), signed: signed.rows.map(toSigned)[0] ?? null };
  } finally {
    await client.end();
  }
}

/** The database of a quickstart that runs now. */
async function embeddedUrl(): Promise<string> {
  const folder = process.env.CHARTROOM_DATA ?? ".data";
  const port = await portOfEmbeddedPostgres(join(folder, "postgres"));
  if (port === null)
    throw new Error("there is no database: set DATABASE_URL, start the quickstart, or verify an exported log");
  const { postgresPassword } = await localKeys(folder);
  return `postgresql://postgres:${postgresPassword}@127.0.0.1:${port}/chartroom`;
}

type Row = {
  organization_id: string;
  assessment_id: string;
  number: number;
  at: Date;
  person_id: string;
  person_name: string;
  kind: string;
  details: LogEntry["details"];
  previous: string;
  hash: string;
};

function toEntry(row: Row): LogEntry {
  const { organization_id: organization, assessment_id: assessment, number, kind, details, previous, hash } = row;
  const who = { id: row.person_id, name: row.person_name };
  return { organization, assessment, number, at: row.at.toISOString(), who, kind, details, previous, hash };
}

function toSigned(row: { document: string; digest: string; log_count: number; log_hash: string }): StoredLog["signed"] {
  return { document: row.document, digest: row.digest, anchor: { count: row.log_count, hash: row.log_hash } };
}
