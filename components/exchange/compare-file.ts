import type { ComparedFile } from "./compared-file.ts";

export type Compared = { done: ComparedFile } | { error: { title: string; detail: string } };

const LOST = {
  title: "The connection was lost.",
  detail: "Nothing was stored. Choose the file again when you are back online.",
};

/** Sends a file to be compared with what is stored. Never throws. */
export async function compareFile(url: string, file: File): Promise<Compared> {
  try {
    const headers = { "X-File-Name": encodeURIComponent(file.name) };
    const response = await fetch(url, { method: "POST", headers, body: file });
    if (response.status === 413)
      return {
        error: {
          title: `${file.name} is larger than a questionnaire may be.`,
          detail: "Nothing was stored. At most 4 MiB.",
        },
      };
    const said: unknown = await response.json();
    return typeof said === "object" && said !== null && ("done" in said || "error" in said)
      ? (said as Compared)
      : { error: LOST };
  } catch {
    return { error: LOST };
  }
}
