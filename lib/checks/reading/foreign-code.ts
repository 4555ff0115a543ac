import type { PodSpec } from "#lib/kubernetes/pod.ts";
import { entriesOf, recordOf } from "./entries.ts";

/** Images whose very purpose is to run what somebody else wrote: build jobs, notebooks, judges, agents' tools. */
const RUNS_FOREIGN_CODE =
  /(^|\/)(actions-runner|github-runner|gitlab-runner|inbound-agent|jnlp-slave|buildkite\/agent|docker:([\w.-]+-)?dind|dind|k8s-singleuser-sample|(base|scipy|minimal|datascience)-notebook|code-interpreter|code-sandbox|sandbox-runtime|openhands|swe-agent|open-interpreter|judge0|piston|browserless)([:@/]|$)/;

const TRUST_KEYS = /(^|[./-])(trust|trust-level|trust-zone|workload-trust|code-trust)$/;
const UNTRUSTED_KEYS = /(^|[./-])(untrusted|untrusted-code|untrusted-workload|runs-untrusted-code|runs-foreign-code)$/;
const ISOLATION_KEYS = /(^|[./-])(isolation|sandbox|workload-isolation|runtime-isolation)$/;
const COMPONENT_KEYS = /(^|\/)(app|component|role|name|workload-type|type)$/;
const AGENT_NAMES = /^(ai-agent|llm-agent|coding-agent|agent-sandbox|code-interpreter|code-execution|code-sandbox)$/;

/** Why a label or annotation says that the pod runs code that nobody here wrote; null when none says so. */
function untrustedBy(marks: unknown, where: string): string | null {
  for (const [key, raw] of Object.entries(recordOf(marks))) {
    const value = String(raw).toLowerCase();
    const says =
      (TRUST_KEYS.test(key) && ["untrusted", "low", "none", "hostile"].includes(value)) ||
      (UNTRUSTED_KEYS.test(key) && value === "true") ||
      (ISOLATION_KEYS.test(key) && ["required", "strong", "sandbox", "sandboxed"].includes(value)) ||
      (COMPONENT_KEYS.test(key) && AGENT_NAMES.test(value));
    if (says) return `${where} says ${key}: ${value}`;
  }
  return null;
}

/** Why this pod is one that runs code of strangers, in words; null when nothing says so. */
export function whyForeignCode(
  pod: PodSpec,
  marks: readonly { where: string; labels?: unknown; annotations?: unknown }[],
): string | null {
  for (const { where, labels, annotations } of marks) {
    const reason = untrustedBy(labels, where) ?? untrustedBy(annotations, where);
    if (reason !== null) return reason;
  }
  for (const { entry } of [...entriesOf(pod.containers), ...entriesOf(pod.initContainers)])
    if (typeof entry.image === "string" && RUNS_FOREIGN_CODE.test(entry.image))
      return `image ${entry.image} runs code of others`;
  return null;
}
