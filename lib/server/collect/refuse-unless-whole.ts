import type { ScanReport } from "#lib/checks/result.ts";
import { Refusal } from "#lib/contracts/refusal.ts";
import type { Unreadable } from "#lib/kubernetes/object.ts";

const MIB = 1024 ** 2;

/**
 * The portal takes a snapshot whole or not at all: a part that is missing would look like a cluster without faults.
 * Throws a Refusal that names the first part that cannot be read, and what may have happened to it.
 */
export function refuseUnlessWhole({ report, bytes }: { report: ScanReport; bytes: number }, fileName: string): void {
  const [first, ...others] = report.unreadable.filter((part) => !part.foreign);
  if (first) {
    const more =
      others.length > 0 ? ` ${others.length} more ${others.length === 1 ? "part" : "parts"} of it cannot be read.` : "";
    const detail = `Nothing was stored.${more}${cutHint(first, bytes)}`;
    throw new Refusal("refused", `${sentenceOf(first)}.`, { detail });
  }
  if (Object.keys(report.objects).length > 0) return;
  throw new Refusal("refused", `${fileName} holds no Kubernetes objects.`, {
    detail:
      "Nothing was stored. Upload what kubectl get -A -o json prints, or a folder of manifests as .zip or .tar.gz.",
  });
}

/** "snapshot.json ends in the middle of …", "shop/web.yaml, document 2, line 41: the Deployment has no name". */
function sentenceOf({ path, document, line, reason }: Unreadable): string {
  if (reason.startsWith("the file ")) return path + reason.slice("the file".length);
  const where = [path, document ? `document ${document}` : "", line ? `line ${line}` : ""].filter(Boolean).join(", ");
  return `${where}: ${reason}`;
}

function cutHint({ reason }: Unreadable, bytes: number): string {
  if (!reason.includes("ends in the middle")) return "";
  return bytes > 0 && bytes % MIB === 0
    ? ` The file is ${bytes / MIB} MiB to the byte: a proxy may cut uploads there.`
    : " The file looks cut off: a proxy may limit uploads, or the command that wrote it was stopped.";
}
