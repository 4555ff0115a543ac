/** How far an assessment is. */
export const STATES = ["draft", "submitted", "changes-requested", "accepted", "signed"] as const;
export type AssessmentState = (typeof STATES)[number];
