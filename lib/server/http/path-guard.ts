/**
 * Refuses every spelling of a path that two parsers could read in two ways. What is left is canonical, so that the
 * decision about a path is the decision about the page behind it.
 */
export function isCanonicalUrl(url: string): boolean {
  if (!url.startsWith("/") || url.length > 4_096) return false;
  const [path = "", ...rest] = url.split("?");
  if (/\/\/|[;\\]|%(2f|5c|2e|00|25)/i.test(path) || /[^\u0021-\u007e]|#/.test(url)) return false;
  if (
    path.split("/").some((segment) => segment === "." || segment === ".." || (segment.endsWith(".") && segment !== ""))
  )
    return false;
  try {
    decodeURIComponent(path);
  } catch {
    return false;
  }
  return !carriesInternalParameter(rest.join("?"));
}

/** Next.js passes route parameters to itself in the query under these names; nobody else may. */
function carriesInternalParameter(query: string): boolean {
  return [...new URLSearchParams(query).keys()].some((key) => /^(nxt[PI]|__next|x-middleware)/i.test(key));
}
