import "server-only";
import { NO_OWN_CONTENT, type OwnContent } from "#lib/catalog/own/own-content.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import type { Work } from "./unit-of-work.ts";

/** One import of own questions: what came of it stands in `content`. */
export type OwnContentLine = {
  number: number;
  fileName: string;
  sha256: string;
  questions: number;
  by: string;
  at: Date;
};

/** What the organization adds to the catalogue now, or added with this import; 0: before the first. */
export async function findOwnContent(work: Work, number: number | null = null): Promise<OwnContent> {
  const where = number === null ? {} : { number };
  const row = await work.ownContent.findFirst({ where, orderBy: { number: "desc" }, select: { content: true } });
  return row ? (row.content as OwnContent) : NO_OWN_CONTENT;
}

/** The newest import; null: none. */
export async function newestOwnNumber(work: Work): Promise<number | null> {
  const row = await work.ownContent.findFirst({ orderBy: { number: "desc" }, select: { number: true } });
  return row?.number ?? null;
}

/** Every import, newest first. */
export async function listOwnContents(work: Work): Promise<OwnContentLine[]> {
  const rows = await work.ownContent.findMany({ orderBy: { number: "desc" }, omit: { content: true } });
  return rows.map(({ number, fileName, sha256, questions, importerName, importedAt }) => ({
    ...{ number, fileName, sha256, questions, by: importerName, at: importedAt },
  }));
}

type NewOwnContent = Omit<OwnContentLine, "by" | "at"> & {
  content: OwnContent;
  by: { id: string; name: string };
  at: Date;
};

/** False when somebody imported in the same moment: a number is taken once. */
export async function addOwnContent(work: Work, organizationId: string, row: NewOwnContent): Promise<boolean> {
  const { number, content, fileName, sha256, questions, by, at } = row;
  const { count } = await work.ownContent.createMany({
    data: [
      {
        ...{ organizationId, number, fileName, sha256, questions },
        content: content as unknown as Prisma.InputJsonObject,
        importedBy: by.id,
        importerName: by.name,
        importedAt: at,
      },
    ],
    skipDuplicates: true,
  });
  return count === 1;
}
