import type { Described } from "./evidence-data.ts";

/** What a form says of a piece of evidence. */
export function describedBy(question: string, fields: FormData): Described {
  const text = (name: string) => String(fields.get(name) ?? "");
  return { question, title: text("title"), observedOn: text("observedOn"), validUntil: text("validUntil") };
}
