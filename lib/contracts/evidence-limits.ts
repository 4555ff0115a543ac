/** The largest file that evidence may be, in bytes. */
export const EVIDENCE_FILE_LIMIT = 25 * 1024 * 1024;
/** Items that one question may carry, withdrawn ones included. */
export const MOST_EVIDENCE_OF_A_QUESTION = 50;
/** Characters of a command's output. */
export const LONGEST_OUTPUT = 200_000;
