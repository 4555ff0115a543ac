import { FileText, Link2, SquareTerminal } from "lucide-react";
import type { ReactNode } from "react";
import { Badge } from "#components/ui/badge.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { hostOf, isWebAddress } from "#lib/contracts/web-address.ts";
import { formatDate } from "#lib/presentation/dates.ts";
import { CommandOutput } from "./command-output.tsx";
import type { EvidenceLine } from "./evidence-data.ts";
import { formatBytes } from "./format-bytes.ts";

type Props = {
  item: EvidenceLine;
  /** Where the file, or the whole output, is handed out. */
  href: string;
  /** Null: not offered. */
  withdraw: ReactNode;
};

const ICONS = { file: FileText, link: Link2, command: SquareTerminal };
const LINK =
  "wrap-anywhere rounded-small text-accent underline decoration-accent/40 underline-offset-[3px] hover:decoration-accent";

/** One piece of evidence: what it is, when it was seen, until when it speaks, its hash and who brought it. */
export function EvidenceEntry({ item, href, withdraw }: Props) {
  const { kind, title, standing, observedOn, validUntil, sha256, by, withdrawn } = item;
  const Icon = ICONS[kind];
  return (
    <li className="flex gap-3 py-3">
      <Icon role="img" aria-label={kind} size={16} className="mt-0.5 shrink-0 text-muted" />
      <div className="min-w-0 flex-1">
        <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span className={`wrap-anywhere font-strong ${standing === "valid" ? "" : "text-muted"}`}>{title}</span>
          {standing === "ended" && <Badge>ended {formatDate(validUntil)}</Badge>}
          {standing === "withdrawn" && <Badge>withdrawn</Badge>}
        </div>
        {!withdrawn && <Place item={item} href={href} />}
        {kind === "command" && !withdrawn && <CommandOutput item={item} href={href} />}
        <div className="mt-1 flex flex-wrap items-center gap-x-4 text-muted text-xs">
          <p className="py-1">
            Observed {formatDate(observedOn)}
            {standing === "valid" && `, valid until ${formatDate(validUntil)}`}, brought by {by}
          </p>
          <div className="-ml-0.5 flex flex-wrap items-center">
            <span className="mr-0.5 whitespace-nowrap">
              SHA-256 <code className="font-mono">{sha256.slice(0, 12)}</code>
            </span>
            <CopyButton text={sha256} label="Copy hash" />
            {withdraw}
          </div>
        </div>
        {withdrawn && (
          <p className="mt-1 wrap-anywhere text-muted text-xs">
            Withdrawn by {withdrawn.by}, {formatDate(withdrawn.at)}: {withdrawn.reason}
          </p>
        )}
      </div>
    </li>
  );
}

/** The way to it. A link leaves the portal and takes nothing along. */
function Place({ item: { kind, url, fileName, bytes }, href }: Omit<Props, "withdraw">) {
  if (kind === "file") {
    return (
      <p>
        <a href={href} download className={LINK}>
          {fileName}
        </a>{" "}
        <span className="text-muted text-xs">{formatBytes(bytes)}</span>
      </p>
    );
  }
  if (kind !== "link") return null;
  if (!isWebAddress(url)) return <p className="wrap-anywhere text-muted">{url}</p>;
  return (
    <p>
      <a href={url} target="_blank" rel="noopener noreferrer nofollow" referrerPolicy="no-referrer" className={LINK}>
        {hostOf(url)}
      </a>{" "}
      <span className="text-muted text-xs">leads out of the portal</span>
    </p>
  );
}
