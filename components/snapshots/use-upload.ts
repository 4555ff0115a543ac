import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { sendSnapshot } from "./send-snapshot.ts";
import type { Stage } from "./upload-stage.tsx";

export type Refused = { title: string; detail: string };

/** One upload at a time: how far it is, why the last one was refused, and the scan's page when it is through. */
export function useUpload(url: string, scansHref: string) {
  const router = useRouter();
  const cancel = useRef<(() => void) | null>(null);
  const [stage, setStage] = useState<Stage | null>(null);
  const [refused, setRefused] = useState<Refused | null>(null);

  const send = (file: File | undefined) => {
    if (!file || cancel.current) return;
    setRefused(null);
    setStage({ stage: "sending", done: 0, of: file.size });
    cancel.current = sendSnapshot(url, file, (event) => {
      if ("stage" in event) return setStage(event);
      cancel.current = null;
      setStage(null);
      if ("error" in event) setRefused(event.error);
      else router.push(`${scansHref}/${event.done.scan}`);
    });
  };
  return { stage, refused, send, stop: () => cancel.current?.() };
}
