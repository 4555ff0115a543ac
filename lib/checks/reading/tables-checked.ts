/**
 * Day up to which the tables of ends of support (kubernetes-releases, node-software) were checked against the pages that
 * each of their rows cites. What had ended by then is over, however old a snapshot is.
 */
export const TABLES_CHECKED = "2026-11-12";
