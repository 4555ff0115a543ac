/** An image reference taken apart: [host[:port]/]path[:tag][@algorithm:hex]. */
export type ImageReference = { repository: string; tag: string | null; digest: string | null };

const REPOSITORY = /^(\[[0-9a-f:]+\](:\d+)?\/)?[a-z0-9][\w.-]*(:\d+(?=\/))?(\/[a-z0-9][\w.-]*)*$/i;
const TAG = /^\w[\w.-]{0,127}$/;
const DIGEST = /^[a-z0-9+._-]+:[0-9a-f]{32,}$/i;

/** Parses an image reference; null when it is none, as a template that was never rendered. */
export function parseImageReference(image: unknown): ImageReference | null {
  if (typeof image !== "string" || image.length > 1024) return null;
  const [name = "", digest = null, ...more] = image.trim().split("@");
  if (more.length > 0 || (digest !== null && !DIGEST.test(digest))) return null;
  const colon = name.lastIndexOf(":");
  // A colon before the last slash belongs to the port of the registry.
  const hasTag = colon > name.lastIndexOf("/");
  const repository = hasTag ? name.slice(0, colon) : name;
  const tag = hasTag ? name.slice(colon + 1) : null;
  if (!REPOSITORY.test(repository) || (tag !== null && !TAG.test(tag))) return null;
  return { repository, tag, digest };
}

/** True when the sidecar injector of Istio replaces the image of this container as the pod is admitted. */
export function isInjectedLater(image: unknown): boolean {
  return image === "auto";
}

/**
 * The registry that a repository names, in lower case; null when it names none and the node decides where to look. By the
 * rule of the distribution project: the first part of a path is a host when it has a dot or a port, or is "localhost".
 */
export function registryOf(repository: string): string | null {
  const [first = "", ...rest] = repository.split("/");
  const isHost = rest.length > 0 && (first.includes(".") || first.includes(":") || first === "localhost");
  return isHost ? first.toLowerCase() : null;
}
