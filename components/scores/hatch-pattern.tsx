/** Uncharted water for a drawing: refer to it by `url(#id)`. */
export function HatchPattern({ id, step = 5 }: { id: string; step?: number }) {
  return (
    <pattern id={id} width={step} height={step} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <line x1={0} y1={0} x2={0} y2={step} className="stroke-hatch" strokeWidth={1} />
    </pattern>
  );
}
