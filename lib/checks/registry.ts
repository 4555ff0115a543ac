// Made by cli/generate-check-registry.ts from the folders; a test holds it to them.
import type { Check } from "./check.ts";
import { credentialLiteralInEnv } from "./identity/credential-literal-in-env.ts";
import { secretInEnvVar } from "./identity/secret-in-env-var.ts";
import { secretOrConfigmapNotFound } from "./identity/secret-or-configmap-not-found.ts";
import { serviceAccountTokenAutomount } from "./identity/service-account-token-automount.ts";
import { serviceAccountTokenSecret } from "./identity/service-account-token-secret.ts";
import { imageNotPinnedDigest } from "./images/image-not-pinned-digest.ts";
import { imageSignatureUnverified } from "./images/image-signature-unverified.ts";
import { imageTagLatest } from "./images/image-tag-latest.ts";
import { imageVulnerable } from "./images/image-vulnerable.ts";
import { capabilitiesDangerousAdded } from "./pod-security/capabilities-dangerous-added.ts";
import { capabilitiesDropAllMissing } from "./pod-security/capabilities-drop-all-missing.ts";
import { containerRuntimeSocketMount } from "./pod-security/container-runtime-socket-mount.ts";
import { defaultNamespaceUsed } from "./pod-security/default-namespace-used.ts";
import { hostNetwork } from "./pod-security/host-network.ts";
import { hostPathSensitive } from "./pod-security/host-path-sensitive.ts";
import { hostPid } from "./pod-security/host-pid.ts";
import { hostPort } from "./pod-security/host-port.ts";
import { privilegeEscalationAllowed } from "./pod-security/privilege-escalation-allowed.ts";
import { privilegedContainer } from "./pod-security/privileged-container.ts";
import { privilegedContainerPort } from "./pod-security/privileged-container-port.ts";
import { readOnlyRootFilesystemMissing } from "./pod-security/read-only-root-filesystem-missing.ts";
import { runAsNonRootMissing } from "./pod-security/run-as-non-root-missing.ts";
import { runtimeClassSandboxMissing } from "./pod-security/runtime-class-sandbox-missing.ts";
import { seccompProfileMissing } from "./pod-security/seccomp-profile-missing.ts";
import { sshServerInContainer } from "./pod-security/ssh-server-in-container.ts";
import { anonymousBinding } from "./rbac/anonymous-binding.ts";
import { clusterAdminBinding } from "./rbac/cluster-admin-binding.ts";
import { rbacBindEscalate } from "./rbac/rbac-bind-escalate.ts";
import { rbacPodExecAttach } from "./rbac/rbac-pod-exec-attach.ts";
import { rbacSecretsAccess } from "./rbac/rbac-secrets-access.ts";
import { rbacWildcard } from "./rbac/rbac-wildcard.ts";

export const CHECKS: readonly Check[] = [
  credentialLiteralInEnv,
  secretInEnvVar,
  secretOrConfigmapNotFound,
  serviceAccountTokenAutomount,
  serviceAccountTokenSecret,
  imageNotPinnedDigest,
  imageSignatureUnverified,
  imageTagLatest,
  imageVulnerable,
  capabilitiesDangerousAdded,
  capabilitiesDropAllMissing,
  containerRuntimeSocketMount,
  defaultNamespaceUsed,
  hostNetwork,
  hostPathSensitive,
  hostPid,
  hostPort,
  privilegeEscalationAllowed,
  privilegedContainer,
  privilegedContainerPort,
  readOnlyRootFilesystemMissing,
  runAsNonRootMissing,
  runtimeClassSandboxMissing,
  seccompProfileMissing,
  sshServerInContainer,
  anonymousBinding,
  clusterAdminBinding,
  rbacBindEscalate,
  rbacPodExecAttach,
  rbacSecretsAccess,
  rbacWildcard,
];

const BY_ID = new Map(CHECKS.map((check) => [check.id, check]));

/** The check of this id, if there is one. */
export function checkById(id: string): Check | undefined {
  return BY_ID.get(id);
}
