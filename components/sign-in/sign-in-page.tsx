import type { ReactNode } from "react";

/** Soundings on a chart: the four layers as depth lines. */
const DEPTHS = [
  { inset: 0, fill: "var(--depth-cloud)" },
  { inset: 34, fill: "var(--depth-cluster)" },
  { inset: 68, fill: "var(--depth-container)" },
  { inset: 102, fill: "var(--depth-code)" },
];

/** The first thing that anybody sees: what this is, and the way in. */
export function SignInPage({ children }: { children: ReactNode }) {
  return (
    <main id="content" className="mx-auto grid min-h-dvh max-w-5xl items-center gap-12 px-6 py-12 md:grid-cols-2">
      <div>
        <svg
          viewBox="0 0 360 260"
          className="mb-8 hidden w-full max-w-sm md:block"
          aria-hidden="true"
          focusable="false"
        >
          {DEPTHS.map(({ inset, fill }) => (
            <rect
              key={inset}
              x={inset}
              y={inset * 0.72}
              width={360 - inset * 2}
              height={260 - inset * 1.44}
              rx={56 - inset * 0.3}
              fill={fill}
              stroke="var(--hairline)"
            />
          ))}
        </svg>
        <h1 className="text-2xl font-strong tracking-[-0.03em]">Chartroom</h1>
        <p className="mt-3 max-w-md text-base text-muted">
          See where your Kubernetes platform stands, layer by layer, and leave with a plan that takes the risk out in
          twelve months.
        </p>
      </div>
      <div>{children}</div>
    </main>
  );
}
