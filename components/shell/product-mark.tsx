/** The four layers within each other: Chartroom's mark. */
export function ProductMark({ size = 20 }: { size?: number }) {
  return (
    <svg aria-hidden="true" width={size} height={size} viewBox="0 0 20 20" className="shrink-0">
      <rect x={0} y={0} width={20} height={20} rx={5} className="fill-sounding-code" />
      <rect x={3} y={5} width={14} height={12} rx={3} className="fill-sounding-container" />
      <rect x={5.5} y={9} width={9} height={6} rx={2} className="fill-depth-code" />
    </svg>
  );
}
