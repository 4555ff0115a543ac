import type { ExchangeRow } from "./exchanged.ts";
import { CONFIDENCES, LEVEL_CHOICES, sayLevel } from "./level-words.ts";

export type ExchangeColumn = {
  id: string;
  title: string;
  /** In characters of the sheet's font. */
  width: number;
  value: (row: ExchangeRow) => string | number;
  /** Not shown: what the portal needs to know when the row comes back. */
  hidden?: true;
  /** To be filled in; all other cells are locked. */
  open?: true;
  choices?: readonly string[];
};

/** The columns of the questionnaire as a sheet, in their order. They are found again by their titles. */
export const COLUMNS = [
  { id: "question", title: "Question id", width: 20, hidden: true, value: (row) => row.question },
  { id: "version", title: "Version", width: 8, hidden: true, value: (row) => row.answer?.version ?? 0 },
  { id: "meaning", title: "Wording", width: 16, hidden: true, value: (row) => row.meaning },
  { id: "dimension", title: "Dimension", width: 16, value: (row) => row.dimension },
  { id: "concern", title: "Concern", width: 22, value: (row) => row.concern },
  { id: "asks", title: "Question", width: 42, value: (row) => row.asks },
  {
    id: "level",
    title: "Your level",
    width: 22,
    open: true,
    choices: LEVEL_CHOICES,
    value: (row) => sayLevel(row.answer),
  },
  {
    id: "comment",
    title: "Comment, or why it does not apply",
    width: 46,
    open: true,
    value: (row) => row.answer?.comment ?? "",
  },
  {
    id: "confidence",
    title: "Confidence",
    width: 12,
    open: true,
    choices: CONFIDENCES,
    value: (row) => row.answer?.confidence ?? "",
  },
  ...([0, 1, 2, 3, 4] as const).map((level) => ({
    id: `level-${level}`,
    title: `Level ${level}`,
    width: 30,
    value: (row: ExchangeRow) => row.levels[level] ?? "",
  })),
  { id: "why", title: "Why it matters", width: 46, value: (row) => row.why },
  { id: "findOut", title: "How to find out", width: 46, value: (row) => row.findOut },
  { id: "toConfirm", title: "To confirm", width: 40, value: (row) => row.toConfirm },
  { id: "by", title: "Answered by", width: 20, value: (row) => row.answer?.by ?? "" },
  { id: "at", title: "Answered at", width: 22, value: (row) => row.answer?.at ?? "" },
  { id: "notAsked", title: "Not asked", width: 30, value: (row) => row.notAsked },
] as const satisfies readonly ExchangeColumn[];

/** What has to stand in a sheet so that it can be read. */
export const NEEDED = ["question", "version", "level", "comment", "confidence"] as const;
