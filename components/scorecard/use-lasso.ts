import { type PointerEvent, useRef, useState } from "react";

export type Box = { x: number; y: number; width: number; height: number };
type Point = { x: number; y: number };

/** A shorter drag is a click. */
const LEAST = 6;

/** A rectangle drawn over a chart: what stands in it is told when the pointer is let go. Positions are those of the chart's box. */
export function useLasso(standing: () => ReadonlyMap<string, Point>, onCaught: (ids: string[]) => void) {
  const from = useRef<Point | null>(null);
  const [box, setBox] = useState<Box | null>(null);
  const at = (event: PointerEvent<HTMLElement>): Point => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  };
  return {
    box,
    handlers: {
      onPointerDown: (event: PointerEvent<HTMLElement>) => {
        // A finger scrolls the page; the table's buttons compare for it.
        if (event.pointerType !== "mouse" || event.button !== 0) return;
        from.current = at(event);
      },
      onPointerMove: (event: PointerEvent<HTMLElement>) => {
        if (!from.current) return;
        const next = boxOf(from.current, at(event));
        if (Math.max(next.width, next.height) < LEAST) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        setBox(next);
      },
      onPointerUp: () => {
        if (box) onCaught([...standing()].flatMap(([id, point]) => (isIn(point, box) ? [id] : [])));
        from.current = null;
        setBox(null);
      },
      onPointerCancel: () => {
        from.current = null;
        setBox(null);
      },
    },
  };
}

function boxOf(a: Point, b: Point): Box {
  return { x: Math.min(a.x, b.x), y: Math.min(a.y, b.y), width: Math.abs(a.x - b.x), height: Math.abs(a.y - b.y) };
}

export function isIn({ x, y }: Point, box: Box): boolean {
  return x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;
}
