/** The lines of the burn-down, told apart by their dashes as well as by their colour. */
export const BURN_DOWN_LINES = [
  { id: "questions", title: "Open questions", stroke: "var(--accent)", dash: undefined },
  { id: "contradictions", title: "Open contradictions", stroke: "var(--ink)", dash: "6 4" },
  { id: "evidence", title: "Controls without evidence", stroke: "var(--muted)", dash: "2 4" },
  { id: "ideal", title: "Questions at an even pace", stroke: "var(--rule)", dash: "1 3" },
] as const;
