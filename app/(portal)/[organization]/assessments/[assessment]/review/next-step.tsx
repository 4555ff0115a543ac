import { RequestChangesDialog } from "#components/workflow/request-changes-dialog.tsx";
import { SignDialog } from "#components/workflow/sign-dialog.tsx";
import { StepButton } from "#components/workflow/step-button.tsx";
import type { ReviewView } from "#lib/server/services/workflow/read-review.ts";
import { STEP_NAMES } from "#lib/workflow/sentences-of-blockers.ts";
import {
  acceptAssessmentAction,
  requestChangesAction,
  signAssessmentAction,
  submitAssessmentAction,
} from "./actions.ts";

/** The next step, for those who may take it, and the way back. */
export function NextStep({ view, organization }: { view: ReviewView; organization: string }) {
  const { next, toSign, assessment } = view;
  const toChange = view.questions.filter(({ standing }) => standing === "changes-requested").length;
  const { id } = assessment;
  const back = view.mayRequestChanges ? (
    <RequestChangesDialog answers={toChange} request={requestChangesAction.bind(null, organization, id)} />
  ) : null;
  if (!next?.allowed) return back;
  const blocked = next.blockers.length > 0;
  if (next.step === "sign")
    return (
      <>
        {back}
        {toSign.seen && (
          <SignDialog content={toSign} sign={signAssessmentAction.bind(null, organization, id, toSign.seen)} />
        )}
      </>
    );
  const submit = next.step === "submit";
  return (
    <>
      {back}
      <StepButton
        title={STEP_NAMES[next.step]}
        done={submit ? "Submitted for review" : "Accepted"}
        disabled={blocked}
        take={(submit ? submitAssessmentAction : acceptAssessmentAction).bind(null, organization, id)}
      />
    </>
  );
}
