// Made by cli/generate-check-registry.ts from the folders; a test holds it to them.

import { podSecurityAdmissionMissing } from "./admission/pod-security-admission-missing.ts";
import { policyEngineMissing } from "./admission/policy-engine-missing.ts";
import type { Check } from "./check.ts";
import { cloudControlPlaneEndpointPublic } from "./cloud/cloud-control-plane-endpoint-public.ts";
import { cloudNodesPublic } from "./cloud/cloud-nodes-public.ts";
import { metadataApiReachable } from "./cloud/metadata-api-reachable.ts";
import { nodesSingleZone } from "./cloud/nodes-single-zone.ts";
import { workloadIdentityMissing } from "./cloud/workload-identity-missing.ts";
import { apiserverAnonymousAuth } from "./control-plane/apiserver-anonymous-auth.ts";
import { apiserverAuditLogPath } from "./control-plane/apiserver-audit-log-path.ts";
import { apiserverEncryptionProvider } from "./control-plane/apiserver-encryption-provider.ts";
import { apiserverEtcdTls } from "./control-plane/apiserver-etcd-tls.ts";
import { etcdClientCertAuth } from "./control-plane/etcd-client-cert-auth.ts";
import { kubeletReadOnlyPort } from "./control-plane/kubelet-read-only-port.ts";
import { credentialLiteralInEnv } from "./identity/credential-literal-in-env.ts";
import { secretInEnvVar } from "./identity/secret-in-env-var.ts";
import { secretOrConfigmapNotFound } from "./identity/secret-or-configmap-not-found.ts";
import { serviceAccountTokenAutomount } from "./identity/service-account-token-automount.ts";
import { serviceAccountTokenSecret } from "./identity/service-account-token-secret.ts";
import { imageNotPinnedDigest } from "./images/image-not-pinned-digest.ts";
import { imageSignatureUnverified } from "./images/image-signature-unverified.ts";
import { imageTagLatest } from "./images/image-tag-latest.ts";
import { imageVulnerable } from "./images/image-vulnerable.ts";
import { ingressBackendNotFound } from "./network/ingress-backend-not-found.ts";
import { ingressTlsMissing } from "./network/ingress-tls-missing.ts";
import { networkPolicyDefaultDenyMissing } from "./network/network-policy-default-deny-missing.ts";
import { networkPolicyMissingPod } from "./network/network-policy-missing-pod.ts";
import { serviceMeshMtlsMissing } from "./network/service-mesh-mtls-missing.ts";
import { serviceNodePort } from "./network/service-node-port.ts";
import { serviceSelectorNoMatch } from "./network/service-selector-no-match.ts";
import { workloadExposedToInternet } from "./network/workload-exposed-to-internet.ts";
import { apiVersionDeprecated } from "./platform/api-version-deprecated.ts";
import { controlPlaneNotHa } from "./platform/control-plane-not-ha.ts";
import { gitopsControllerMissing } from "./platform/gitops-controller-missing.ts";
import { kubernetesVersionEol } from "./platform/kubernetes-version-eol.ts";
import { logCollectorMissing } from "./platform/log-collector-missing.ts";
import { metricsServerMissing } from "./platform/metrics-server-missing.ts";
import { prometheusMissing } from "./platform/prometheus-missing.ts";
import { runtimeDetectionMissing } from "./platform/runtime-detection-missing.ts";
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
import { hpaMissing } from "./reliability/hpa-missing.ts";
import { hpaTargetNotFound } from "./reliability/hpa-target-not-found.ts";
import { livenessProbeMissing } from "./reliability/liveness-probe-missing.ts";
import { pdbBlocksEviction } from "./reliability/pdb-blocks-eviction.ts";
import { pdbMissing } from "./reliability/pdb-missing.ts";
import { podNotReadyOrRestarting } from "./reliability/pod-not-ready-or-restarting.ts";
import { readinessProbeMissing } from "./reliability/readiness-probe-missing.ts";
import { rollingUpdateMissing } from "./reliability/rolling-update-missing.ts";
import { singleReplica } from "./reliability/single-replica.ts";
import { terminationNotGraceful } from "./reliability/termination-not-graceful.ts";
import { topologySpreadMissingOrInvalid } from "./reliability/topology-spread-missing-or-invalid.ts";
import { cpuRequestMissing } from "./resources/cpu-request-missing.ts";
import { limitRangeMissing } from "./resources/limit-range-missing.ts";
import { memoryLimitMissing } from "./resources/memory-limit-missing.ts";
import { memoryRequestMissing } from "./resources/memory-request-missing.ts";
import { resourceQuotaMissing } from "./resources/resource-quota-missing.ts";
import { backupNamespaceNotCovered } from "./storage-backup/backup-namespace-not-covered.ts";
import { defaultStorageClassMissingOrMany } from "./storage-backup/default-storage-class-missing-or-many.ts";
import { statefulDataOnEmptydirOrHostpath } from "./storage-backup/stateful-data-on-emptydir-or-hostpath.ts";
import { storageClassReclaimDelete } from "./storage-backup/storage-class-reclaim-delete.ts";
import { veleroMissing } from "./storage-backup/velero-missing.ts";
import { volumeSnapshotClassMissing } from "./storage-backup/volume-snapshot-class-missing.ts";

export const CHECKS: readonly Check[] = [
  podSecurityAdmissionMissing,
  policyEngineMissing,
  cloudControlPlaneEndpointPublic,
  cloudNodesPublic,
  metadataApiReachable,
  nodesSingleZone,
  workloadIdentityMissing,
  apiserverAnonymousAuth,
  apiserverAuditLogPath,
  apiserverEncryptionProvider,
  apiserverEtcdTls,
  etcdClientCertAuth,
  kubeletReadOnlyPort,
  credentialLiteralInEnv,
  secretInEnvVar,
  secretOrConfigmapNotFound,
  serviceAccountTokenAutomount,
  serviceAccountTokenSecret,
  imageNotPinnedDigest,
  imageSignatureUnverified,
  imageTagLatest,
  imageVulnerable,
  ingressBackendNotFound,
  ingressTlsMissing,
  networkPolicyDefaultDenyMissing,
  networkPolicyMissingPod,
  serviceMeshMtlsMissing,
  serviceNodePort,
  serviceSelectorNoMatch,
  workloadExposedToInternet,
  apiVersionDeprecated,
  controlPlaneNotHa,
  gitopsControllerMissing,
  kubernetesVersionEol,
  logCollectorMissing,
  metricsServerMissing,
  prometheusMissing,
  runtimeDetectionMissing,
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
  hpaMissing,
  hpaTargetNotFound,
  livenessProbeMissing,
  pdbBlocksEviction,
  pdbMissing,
  podNotReadyOrRestarting,
  readinessProbeMissing,
  rollingUpdateMissing,
  singleReplica,
  terminationNotGraceful,
  topologySpreadMissingOrInvalid,
  cpuRequestMissing,
  limitRangeMissing,
  memoryLimitMissing,
  memoryRequestMissing,
  resourceQuotaMissing,
  backupNamespaceNotCovered,
  defaultStorageClassMissingOrMany,
  statefulDataOnEmptydirOrHostpath,
  storageClassReclaimDelete,
  veleroMissing,
  volumeSnapshotClassMissing,
];

const BY_ID = new Map(CHECKS.map((check) => [check.id, check]));

/** The check of this id, if there is one. */
export function checkById(id: string): Check | undefined {
  return BY_ID.get(id);
}
