import { CommandLine } from "#components/ui/command-line.tsx";
import { RichText } from "#components/ui/rich-text.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { commandsIn } from "./commands-in.ts";
import type { QuestionItem } from "./question-item.ts";

/** Why it is asked, how to find out in five minutes, who sees it and what closes it. */
export function QuestionText({ item, checksHref }: { item: QuestionItem; checksHref: string }) {
  const { question, control, remedy } = item;
  return (
    <div className="flex flex-col gap-4">
      <div>
        <h3 className="text-muted text-xs">Why it matters</h3>
        <p className="reading-width mt-0.5">
          <RichText text={question.why} />
        </p>
      </div>
      <div className="min-w-0">
        <h3 className="text-muted text-xs">Find out in five minutes</h3>
        <p className="reading-width mt-0.5">
          <RichText text={question.findOut} />
        </p>
        {commandsIn(question.findOut).map((command) => (
          <div key={command} className="mt-2">
            <CommandLine command={command} />
          </div>
        ))}
      </div>
      <p className="text-muted text-xs leading-5">
        {control.checks.length > 0 && (
          <>
            Seen by{" "}
            {control.checks.map((check, at) => (
              <span key={check}>
                {at > 0 && ", "}
                <TextLink href={`${checksHref}/${check}`} className="font-mono">
                  {check}
                </TextLink>
              </span>
            ))}
            .{" "}
          </>
        )}
        {control.otherEvidence && <>Other evidence: {control.otherEvidence}. </>}
        {remedy && (
          <>
            Closed by the initiative "{remedy.title}": {remedy.effort}.
          </>
        )}
      </p>
    </div>
  );
}
