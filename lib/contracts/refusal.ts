/** The ways in which a verb says no. Doors turn them into a message, a status, an exit code. */
export const REFUSALS = [
  "invalid-input",
  "not-signed-in",
  "forbidden",
  "not-found",
  "conflict",
  "refused",
  "too-many-attempts",
] as const;
export type RefusalCode = (typeof REFUSALS)[number];

/** What happened, what was kept, what to do next. `fields` names the inputs that do not fit. */
export class Refusal extends Error {
  override name = "Refusal";
  readonly code: RefusalCode;
  readonly detail: string;
  readonly fields: Record<string, string>;
  /** For a conflict: what is stored now. */
  readonly current: unknown;

  constructor(
    code: RefusalCode,
    message: string,
    more: { detail?: string; fields?: Record<string, string>; current?: unknown } = {},
  ) {
    super(message);
    this.code = code;
    this.detail = more.detail ?? "";
    this.fields = more.fields ?? {};
    this.current = more.current ?? null;
  }
}

export const STATUS_OF: Record<RefusalCode, number> = {
  "invalid-input": 422,
  "not-signed-in": 401,
  forbidden: 403,
  "not-found": 404,
  conflict: 409,
  refused: 422,
  "too-many-attempts": 429,
};

/** What a server action answers: never a thrown error, so that a form can keep what was typed. */
export type Outcome<T> =
  | { ok: true; value: T }
  | { ok: false; code: RefusalCode; message: string; detail: string; fields: Record<string, string>; current: unknown };
