import { Dialog } from "#components/ui/dialog.tsx";
import { Tabs } from "#components/ui/tabs.tsx";
import { CommandForm } from "./command-form.tsx";
import type { EvidenceActions, EvidenceView } from "./evidence-data.ts";
import { FileForm } from "./file-form.tsx";
import { formatBytes } from "./format-bytes.ts";
import { LinkForm } from "./link-form.tsx";

type Props = {
  question: string;
  view: EvidenceView;
  actions: EvidenceActions;
  filesUrl: string;
  /** What was dropped on the question. */
  dropped: File | null;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onAdded: () => void;
};

/** Brings a file, a link or a command for a question. */
export function AddEvidenceDialog({ question, view, actions, filesUrl, dropped, open, onOpenChange, onAdded }: Props) {
  const of = { question, view, onDone: onAdded };
  const { used, of: room } = view.use.assessment;
  return (
    <Dialog
      title="Add evidence"
      description={`What shows that the answer holds. ${formatBytes(used)} of ${formatBytes(room)} are used.`}
      open={open}
      onOpenChange={onOpenChange}
    >
      <Tabs
        label="Kind of evidence"
        tabs={[
          { id: "file", title: "File", content: <FileForm {...of} filesUrl={filesUrl} dropped={dropped} /> },
          { id: "link", title: "Link", content: <LinkForm {...of} add={actions.addLink} /> },
          { id: "command", title: "Command", content: <CommandForm {...of} add={actions.addCommand} /> },
        ]}
      />
    </Dialog>
  );
}
