import { type DragEvent, type ReactNode, useState } from "react";

type Props = { onDrop: (file: File | undefined) => void; children: ReactNode };

/** Takes a file that is dropped on it, and shows that it would. */
export function DropArea({ onDrop, children }: Props) {
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    onDrop(event.dataTransfer.files[0]);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a convenience; the button within does the same
    <div
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      className={`grid min-h-40 content-center justify-items-center gap-3 rounded-panel border border-dashed px-6 py-8 text-center ${over ? "border-accent bg-accent/6" : "border-rule/60"}`}
    >
      {children}
    </div>
  );
}
