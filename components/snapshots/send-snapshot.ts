/** What the portal says while it takes a snapshot. */
export type UploadEvent =
  | { stage: "sending" | "reading" | "scanning" | "storing"; done: number; of: number }
  | { done: { scan: string } }
  | { error: { title: string; detail: string } };

const LOST = {
  title: "The connection was lost.",
  detail: "Nothing was stored. Choose the file again when you are back online.",
};

/**
 * Sends a file as the body of one request and hands on what comes back, line by line. XMLHttpRequest, because fetch still
 * does not tell how much of a body is sent. Answers a function that cancels.
 */
export function sendSnapshot(url: string, file: File, onEvent: (event: UploadEvent) => void): () => void {
  const request = new XMLHttpRequest();
  let read = 0;
  let ended = false;
  const say = (event: UploadEvent) => {
    if (ended) return;
    ended = "done" in event && typeof event.done === "object" ? true : "error" in event;
    onEvent(event);
  };
  const readLines = (last: boolean) => {
    const upTo = last ? request.responseText.length : request.responseText.lastIndexOf("\n") + 1;
    for (const line of request.responseText.slice(read, upTo).split("\n")) if (line.trim()) say(parseLine(line));
    read = upTo;
  };
  request.upload.onprogress = ({ loaded, total }) => say({ stage: "sending", done: loaded, of: total });
  request.onprogress = () => readLines(false);
  request.onload = () => {
    readLines(true);
    say({
      error:
        request.status === 413
          ? {
              title: `${file.name} is larger than a snapshot may be.`,
              detail: "Nothing was stored. Compress it (.tar.gz), or leave out events.",
            }
          : LOST,
    });
  };
  request.onerror = () => say({ error: LOST });
  request.onabort = () => say({ error: { title: "The upload was cancelled.", detail: "Nothing was stored." } });
  request.open("POST", url);
  request.setRequestHeader("X-File-Name", encodeURIComponent(file.name));
  request.send(file);
  return () => request.abort();
}

function parseLine(line: string): UploadEvent {
  try {
    return JSON.parse(line);
  } catch {
    return { error: LOST };
  }
}
