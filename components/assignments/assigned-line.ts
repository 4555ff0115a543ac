/** A dimension, concern or question with who is responsible for it. */
export type AssignedLine = {
  part: "dimension" | "concern" | "question";
  target: string;
  title: string;
  member: string | null;
  /** ISO date */
  dueOn: string | null;
  questions: number;
  answered: number;
};

/** Somebody who may answer, with how much is theirs. */
export type AssignedPerson = { id: string; name: string; questions: number; open: number };
