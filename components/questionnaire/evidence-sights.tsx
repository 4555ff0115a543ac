import { TextLink } from "#components/ui/text-link.tsx";
import type { CheckSight } from "#lib/evidence/evidence.ts";
import { formatCount, formatThings } from "#lib/presentation/numbers.ts";

type Props = { sights: readonly CheckSight[]; checksHref: string };

/** What each check saw: n of m, and a sample of the resources that it saw it on. */
export function EvidenceSights({ sights, checksHref }: Props) {
  return (
    <ul className="flex flex-col gap-2">
      {sights.map(({ check, fail, pass, notAssessable, reason, namespaces, moreNamespaces, sample }) => (
        <li key={check}>
          <p className="flex flex-wrap gap-x-3">
            <TextLink href={`${checksHref}/${check}`} className="font-mono text-xs leading-5">
              {check}
            </TextLink>
            <span className="text-muted">
              {fail + pass > 0
                ? `${formatCount(fail)} of ${formatCount(fail + pass)} fail`
                : (reason ?? "not assessable")}
              {fail + pass > 0 && notAssessable > 0 && `, ${formatCount(notAssessable)} not assessable`}
            </span>
          </p>
          {namespaces && namespaces.length > 0 && (
            <p className="wrap-anywhere text-muted text-xs">
              in {namespaces.map(({ namespace, fail: failing }) => `${namespace} (${formatCount(failing)})`).join(", ")}
              {moreNamespaces ? ` and ${formatThings(moreNamespaces, "namespace")} more` : ""}
            </p>
          )}
          {sample.length > 0 && (
            <ul className="mt-0.5 border-hairline border-l-2 pl-3">
              {sample.slice(0, 3).map(({ resource, field, message }) => (
                <li
                  key={`${resource.kind} ${resource.namespace ?? ""} ${resource.name} ${field}`}
                  className="wrap-anywhere text-xs"
                >
                  {resource.kind} {resource.namespace ? `${resource.namespace}/` : ""}
                  {resource.name}: <span className="text-muted">{message}</span>
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ul>
  );
}
