import { FileDown } from "lucide-react";
import { buttonClass } from "#components/ui/button-class.ts";

const FORMATS = [
  ["xlsx", "Excel workbook"],
  ["json", "JSON"],
  ["yaml", "YAML"],
] as const;

/** The questionnaire as a file to fill in. Plain links: what they lead to is no page. */
export function ExportLinks({ base }: { base: string }) {
  return (
    <div className="flex flex-wrap gap-2">
      {FORMATS.map(([format, title], at) => (
        <a key={format} href={`${base}/${format}`} download className={buttonClass("secondary", "medium")}>
          {at === 0 && <FileDown aria-hidden size={16} />}
          {title}
        </a>
      ))}
    </div>
  );
}
