/** The largest questionnaire that comes back as a file, in bytes; a real one is below 200 KiB. */
export const QUESTIONNAIRE_FILE_LIMIT = 4 * 1024 * 1024;
/** Answers that one import writes at once. */
export const MOST_IMPORTED_ANSWERS = 1_000;
