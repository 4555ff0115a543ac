import { formatTime } from "#lib/presentation/dates.ts";

type Props = {
  branding: { name: string; accent: string | null; by: string; at: string };
  /** null: there is no logo. */
  logoHref: string | null;
};

/** The head of a cover as it will be printed: on paper, whatever the theme. */
export function BrandingView({ branding: { name, accent, by, at }, logoHref }: Props) {
  return (
    <figure>
      <div className="max-w-2xl rounded-panel border border-hairline bg-white px-8 pt-8 pb-10 text-[#1d2733]">
        <div
          className="flex min-h-14 items-end justify-between gap-6 border-b-3 pb-2"
          style={{ borderColor: accent ?? "#1d2733" }}
        >
          {logoHref ? (
            // biome-ignore lint/performance/noImgElement: a customer's file, whose size nobody knows beforehand
            <img src={logoHref} alt={`Logo of ${name}`} className="max-h-11 max-w-48 object-contain" />
          ) : (
            <span className="font-strong">{name}</span>
          )}
          <span className="text-sm">
            Prepared by {by}, {name}
          </span>
        </div>
        <p className="mt-4 text-sm">Kubernetes Health Assessment and 12-month roadmap</p>
      </div>
      <figcaption className="mt-2 text-muted text-xs">
        Set by {by}, {formatTime(at)}
      </figcaption>
    </figure>
  );
}
