import { Download } from "lucide-react";
import { DELIVERABLES } from "./deliverable-texts.ts";

/** Every format with what it is good for; each is one download away. */
export function DeliverableList({ href }: { href: string }) {
  return (
    <ul className="grid gap-x-12 border-hairline border-t lg:grid-cols-2">
      {DELIVERABLES.map(({ format, title, means }) => (
        <li key={format} className="border-hairline border-b">
          <a
            href={`${href}/${format}`}
            download
            className="group flex items-start justify-between gap-6 rounded-control py-4 pr-2"
          >
            <span className="min-w-0">
              <span className="block font-strong text-accent underline decoration-accent/40 underline-offset-[3px] group-hover:decoration-accent">
                {title}
              </span>
              <span className="mt-0.5 block max-w-prose text-muted">{means}</span>
            </span>
            <Download aria-hidden size={18} className="mt-0.5 shrink-0 text-muted" />
          </a>
        </li>
      ))}
    </ul>
  );
}
