import { LAYER_NAMES } from "#components/scores/layer-names.ts";
import { Badge } from "#components/ui/badge.tsx";
import { sayWhyOpen } from "#lib/presentation/sentences-of-contradictions.ts";
import { DecisionHistory } from "./decision-history.tsx";
import { asSeen, type DecideAbout, type LedgerHrefs, type LedgerItem } from "./ledger-item.ts";
import { ReopenDialog } from "./reopen-dialog.tsx";
import { SettleDialog } from "./settle-dialog.tsx";
import { TwoVoices } from "./two-voices.tsx";

type Props = {
  line: LedgerItem;
  /** The same control on other clusters, where it is open as well. */
  same: readonly LedgerItem[];
  nameOf: ReadonlyMap<string, string>;
  today: string;
  hrefs: LedgerHrefs;
  decide: DecideAbout | null;
};

/** One control on one cluster: both voices, why it is open, what was decided, and the way to decide. */
export function LedgerEntry({ line, same, nameOf, today, hrefs, decide }: Props) {
  const { title, clusterName, layer, concern, dimension, now, standing, decisions } = line;
  const place = [LAYER_NAMES[layer], concern && nameOf.get(concern), nameOf.get(dimension)].filter(Boolean).join(" · ");
  return (
    <article aria-label={`${title}, ${clusterName}`} className="rounded-panel border border-hairline">
      <header className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 border-hairline border-b px-5 py-4">
        <div className="min-w-0 flex-1 basis-72">
          <p className="text-muted text-xs">{place}</p>
          <h3 className="wrap-anywhere mt-0.5 font-strong">{title}</h3>
          {now && <p className="mt-1">{now.sentence}</p>}
        </div>
        <Badge>{clusterName}</Badge>
      </header>
      {now && <TwoVoices line={line} hrefs={hrefs} />}
      <footer className="grid gap-4 px-5 py-4">
        {standing.is === "open" && standing.because !== "new" && (
          <p>
            <span className="font-strong">Open again.</span> {sayWhyOpen(standing.because)}
          </p>
        )}
        <DecisionHistory decisions={decisions} holds={standing.is === "settled"} />
        {decide && now && standing.is === "open" && (
          <SettleDialog line={line} same={same} today={today} settle={decide.settle} />
        )}
        {decide && standing.is === "settled" && (
          <ReopenDialog title={title} reopen={decide.reopen.bind(null, asSeen(line))} />
        )}
        {!decide && standing.is === "open" && decisions.length === 0 && (
          <p className="text-muted">Waits for a decision.</p>
        )}
      </footer>
    </article>
  );
}
