import { ButtonLink } from "#components/ui/button-link.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { formatTime } from "#lib/presentation/dates.ts";
import { type ContentSummary, SignedContent } from "./signed-content.tsx";

type Props = {
  content: ContentSummary;
  signature: { digest: string; by: string; at: string; log: { count: number; hash: string } };
  documentHref: string;
  nextHref: string | null;
};

/** What was signed, and by what anybody can check it. */
export function SignaturePanel({ content, signature, documentHref, nextHref }: Props) {
  const anchor = `${signature.log.count}:${signature.log.hash}`;
  return (
    <div className="grid gap-5">
      <SignedContent
        content={content}
        more={[
          { term: "Signed", value: `${signature.by}, ${formatTime(signature.at)}` },
          { term: "Digest (SHA-256)", value: <Copied text={signature.digest} what="the digest" /> },
          { term: "End of the log", value: <Copied text={anchor} what="the anchor" /> },
        ]}
      />
      <div className="flex flex-wrap gap-2 print:hidden">
        <ButtonLink href={documentHref} prefetch={false} download>
          Download the signed document
        </ButtonLink>
        {nextHref && <ButtonLink href={nextHref}>Start the next one</ButtonLink>}
      </div>
      <p className="reading-width text-muted">
        The signed document has this digest, byte for byte. A correction is a new assessment; this one stays.
      </p>
    </div>
  );
}

function Copied({ text, what }: { text: string; what: string }) {
  return (
    <span className="flex items-start gap-2">
      <code className="wrap-anywhere min-w-0 font-mono text-xs leading-5">{text}</code>
      <CopyButton text={text} label={`Copy ${what}`} />
    </span>
  );
}
