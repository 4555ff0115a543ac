import type { Outcome } from "#lib/contracts/refusal.ts";
import type { Described } from "./evidence-data.ts";

type Answer = { done?: { item: string }; error?: { title: string; detail: string; fields?: Record<string, string> } };
export type SentFile = Outcome<{ item: string }>;

const refusal = (message: string, detail: string, fields: Record<string, string> = {}): SentFile => ({
  ...{ ok: false, code: "refused", message, detail, fields, current: null },
});
const LOST = refusal(
  "The connection was lost.",
  "Nothing was stored. The file is still chosen; try again when you are back online.",
);

/**
 * Sends a file as the body of one request. XMLHttpRequest, because fetch still does not tell how much of a body is sent.
 * Never rejects; `cancel` ends it, and nothing is stored then.
 */
export function sendFile(
  url: string,
  file: File,
  described: Described,
  onProgress: (sent: number) => void,
): { outcome: Promise<SentFile>; cancel: () => void } {
  const request = new XMLHttpRequest();
  const outcome = new Promise<SentFile>((resolve) => {
    request.upload.onprogress = ({ loaded }) => onProgress(loaded);
    request.onload = () => resolve(outcomeOf(request, file.name));
    request.onerror = () => resolve(LOST);
    request.onabort = () => resolve(refusal("The upload was cancelled.", "Nothing was stored."));
  });
  request.open("POST", url);
  request.setRequestHeader("X-File-Name", encodeURIComponent(file.name.toWellFormed()));
  request.setRequestHeader("X-Evidence", encodeURIComponent(JSON.stringify(described)));
  request.send(file);
  return { outcome, cancel: () => request.abort() };
}

function outcomeOf({ status, responseText }: XMLHttpRequest, name: string): SentFile {
  if (status === 413)
    return refusal(`${name} is too large.`, "Nothing was stored. Make it smaller, or link to where it lies.");
  const { done, error } = answerOf(responseText);
  if (done) return { ok: true, value: done };
  return error ? refusal(error.title, error.detail, error.fields) : LOST;
}

function answerOf(text: string): Answer {
  try {
    return JSON.parse(text) ?? {};
  } catch {
    return {};
  }
}
