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
import { imagePullPolicyNotAlways } from "./images/image-pull-policy-not-always.ts";
import { imageRegistryDeprecated } from "./images/image-registry-deprecated.ts";
import { imageRegistryNotAllowed } from "./images/image-registry-not-allowed.ts";
import { imageSignatureUnverified } from "./images/image-signature-unverified.ts";
import { imageTagLatest } from "./images/image-tag-latest.ts";
import { imageVulnerable } from "./images/image-vulnerable.ts";
import { imageVulnerableAndExposed } from "./images/image-vulnerable-and-exposed.ts";
import { ciliumEndpointInconsistent } from "./network/cilium-endpoint-inconsistent.ts";
import { cniWithoutNetworkPolicy } from "./network/cni-without-network-policy.ts";
import { gatewayApiDangling } from "./network/gateway-api-dangling.ts";
import { ingressBackendNotFound } from "./network/ingress-backend-not-found.ts";
import { ingressHostEmptyOrWildcard } from "./network/ingress-host-empty-or-wildcard.ts";
import { ingressNginxEol } from "./network/ingress-nginx-eol.ts";
import { ingressNginxSnippetAnnotations } from "./network/ingress-nginx-snippet-annotations.ts";
import { ingressTlsMissing } from "./network/ingress-tls-missing.ts";
import { loadBalancerTlsMissing } from "./network/load-balancer-tls-missing.ts";
import { networkPolicyDefaultDenyMissing } from "./network/network-policy-default-deny-missing.ts";
import { networkPolicyMissingPod } from "./network/network-policy-missing-pod.ts";
import { networkPolicySelectorDangling } from "./network/network-policy-selector-dangling.ts";
import { networkPolicyTooBroad } from "./network/network-policy-too-broad.ts";
import { sensitiveInterfaceExposed } from "./network/sensitive-interface-exposed.ts";
import { serviceExternalIps } from "./network/service-external-ips.ts";
import { serviceExternalTrafficPolicy } from "./network/service-external-traffic-policy.ts";
import { serviceLoadBalancer } from "./network/service-load-balancer.ts";
import { serviceMeshMtlsMissing } from "./network/service-mesh-mtls-missing.ts";
import { serviceNodePort } from "./network/service-node-port.ts";
import { servicePortMismatch } from "./network/service-port-mismatch.ts";
import { serviceSelectorNoMatch } from "./network/service-selector-no-match.ts";
import { serviceUnauthenticated } from "./network/service-unauthenticated.ts";
import { workloadExposedToInternet } from "./network/workload-exposed-to-internet.ts";
import { alertRulesMissing } from "./platform/alert-rules-missing.ts";
import { alertmanagerMissingOrNoReceiver } from "./platform/alertmanager-missing-or-no-receiver.ts";
import { apiRemovedInTargetVersion } from "./platform/api-removed-in-target-version.ts";
import { apiVersionDeprecated } from "./platform/api-version-deprecated.ts";
import { controlPlaneNotHa } from "./platform/control-plane-not-ha.ts";
import { gitopsApplicationOutOfSync } from "./platform/gitops-application-out-of-sync.ts";
import { gitopsControllerMissing } from "./platform/gitops-controller-missing.ts";
import { gitopsProjectDefault } from "./platform/gitops-project-default.ts";
import { gitopsSelfHealDisabled } from "./platform/gitops-self-heal-disabled.ts";
import { gitopsSourceUnverified } from "./platform/gitops-source-unverified.ts";
import { helmReleaseFailed } from "./platform/helm-release-failed.ts";
import { knownCveByVersion } from "./platform/known-cve-by-version.ts";
import { kubeStateMetricsOrNodeExporterMissing } from "./platform/kube-state-metrics-or-node-exporter-missing.ts";
import { kubernetesDashboardDeployed } from "./platform/kubernetes-dashboard-deployed.ts";
import { kubernetesVersionEol } from "./platform/kubernetes-version-eol.ts";
import { logCollectorMissing } from "./platform/log-collector-missing.ts";
import { manifestSchemaInvalid } from "./platform/manifest-schema-invalid.ts";
import { manifestStyle } from "./platform/manifest-style.ts";
import { metricsServerMissing } from "./platform/metrics-server-missing.ts";
import { namespaceInactive } from "./platform/namespace-inactive.ts";
import { nodeAutoscalerMissing } from "./platform/node-autoscaler-missing.ts";
import { nodeCordonedOrTaintUnmatched } from "./platform/node-cordoned-or-taint-unmatched.ts";
import { nodeMaxPodsNear } from "./platform/node-max-pods-near.ts";
import { nodeNotReady } from "./platform/node-not-ready.ts";
import { nodePressure } from "./platform/node-pressure.ts";
import { nodeProblemDetectorMissing } from "./platform/node-problem-detector-missing.ts";
import { nodeRequestsHeadroom } from "./platform/node-requests-headroom.ts";
import { nodeRuntimeOrOsEol } from "./platform/node-runtime-or-os-eol.ts";
import { nodeUsageHigh } from "./platform/node-usage-high.ts";
import { prometheusMissing } from "./platform/prometheus-missing.ts";
import { resourceNotManaged } from "./platform/resource-not-managed.ts";
import { runtimeDetectionMissing } from "./platform/runtime-detection-missing.ts";
import { serviceMonitorDangling } from "./platform/service-monitor-dangling.ts";
import { serviceNotScraped } from "./platform/service-not-scraped.ts";
import { tillerDeployed } from "./platform/tiller-deployed.ts";
import { warningEventsRate } from "./platform/warning-events-rate.ts";
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
import { containerOomKilled } from "./reliability/container-oom-killed.ts";
import { daemonsetNotOnAllNodes } from "./reliability/daemonset-not-on-all-nodes.ts";
import { hpaAtMaxReplicas } from "./reliability/hpa-at-max-replicas.ts";
import { hpaMetricsUnavailable } from "./reliability/hpa-metrics-unavailable.ts";
import { hpaMissing } from "./reliability/hpa-missing.ts";
import { hpaTargetNotFound } from "./reliability/hpa-target-not-found.ts";
import { imagePullFailing } from "./reliability/image-pull-failing.ts";
import { livenessProbeMissing } from "./reliability/liveness-probe-missing.ts";
import { pdbBlocksEviction } from "./reliability/pdb-blocks-eviction.ts";
import { pdbMissing } from "./reliability/pdb-missing.ts";
import { podNotReadyOrRestarting } from "./reliability/pod-not-ready-or-restarting.ts";
import { podUnschedulable } from "./reliability/pod-unschedulable.ts";
import { readinessProbeMissing } from "./reliability/readiness-probe-missing.ts";
import { rollingUpdateMissing } from "./reliability/rolling-update-missing.ts";
import { rolloutStuck } from "./reliability/rollout-stuck.ts";
import { singleReplica } from "./reliability/single-replica.ts";
import { terminationNotGraceful } from "./reliability/termination-not-graceful.ts";
import { topologySpreadMissingOrInvalid } from "./reliability/topology-spread-missing-or-invalid.ts";
import { workloadReplicasCoLocated } from "./reliability/workload-replicas-co-located.ts";
import { cpuLimitMissing } from "./resources/cpu-limit-missing.ts";
import { cpuRequestMissing } from "./resources/cpu-request-missing.ts";
import { emptydirSizeLimitMissing } from "./resources/emptydir-size-limit-missing.ts";
import { ephemeralStorageLimitsMissing } from "./resources/ephemeral-storage-limits-missing.ts";
import { limitRangeMissing } from "./resources/limit-range-missing.ts";
import { memoryLimitMissing } from "./resources/memory-limit-missing.ts";
import { memoryRequestMissing } from "./resources/memory-request-missing.ts";
import { priorityClassMissing } from "./resources/priority-class-missing.ts";
import { requestsDifferFromLimits } from "./resources/requests-differ-from-limits.ts";
import { resourceOverOrUnderAllocated } from "./resources/resource-over-or-under-allocated.ts";
import { resourceQuotaMissing } from "./resources/resource-quota-missing.ts";
import { resourceQuotaNearLimit } from "./resources/resource-quota-near-limit.ts";
import { resourceUsageNearLimit } from "./resources/resource-usage-near-limit.ts";
import { backupLastRunFailedOrOld } from "./storage-backup/backup-last-run-failed-or-old.ts";
import { backupMissing } from "./storage-backup/backup-missing.ts";
import { backupNamespaceNotCovered } from "./storage-backup/backup-namespace-not-covered.ts";
import { backupScheduleInvalid } from "./storage-backup/backup-schedule-invalid.ts";
import { backupStorageLocationUnavailable } from "./storage-backup/backup-storage-location-unavailable.ts";
import { defaultStorageClassMissingOrMany } from "./storage-backup/default-storage-class-missing-or-many.ts";
import { persistentVolumeAccess } from "./storage-backup/persistent-volume-access.ts";
import { persistentVolumeClaimUnhealthy } from "./storage-backup/persistent-volume-claim-unhealthy.ts";
import { persistentVolumeClaimUnused } from "./storage-backup/persistent-volume-claim-unused.ts";
import { persistentVolumeReleasedOrphan } from "./storage-backup/persistent-volume-released-orphan.ts";
import { persistentVolumeUnencrypted } from "./storage-backup/persistent-volume-unencrypted.ts";
import { persistentVolumeUnhealthy } from "./storage-backup/persistent-volume-unhealthy.ts";
import { restoreNeverTested } from "./storage-backup/restore-never-tested.ts";
import { statefulDataOnEmptydirOrHostpath } from "./storage-backup/stateful-data-on-emptydir-or-hostpath.ts";
import { storageClassExpansionDisabled } from "./storage-backup/storage-class-expansion-disabled.ts";
import { storageClassReclaimDelete } from "./storage-backup/storage-class-reclaim-delete.ts";
import { veleroMissing } from "./storage-backup/velero-missing.ts";
import { volumeSnapshotClassMissing } from "./storage-backup/volume-snapshot-class-missing.ts";
import { volumeSnapshotMissingOrOld } from "./storage-backup/volume-snapshot-missing-or-old.ts";
import { volumeUsageHigh } from "./storage-backup/volume-usage-high.ts";

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
  imagePullPolicyNotAlways,
  imageRegistryDeprecated,
  imageRegistryNotAllowed,
  imageSignatureUnverified,
  imageTagLatest,
  imageVulnerable,
  imageVulnerableAndExposed,
  ciliumEndpointInconsistent,
  cniWithoutNetworkPolicy,
  gatewayApiDangling,
  ingressBackendNotFound,
  ingressHostEmptyOrWildcard,
  ingressNginxEol,
  ingressNginxSnippetAnnotations,
  ingressTlsMissing,
  loadBalancerTlsMissing,
  networkPolicyDefaultDenyMissing,
  networkPolicyMissingPod,
  networkPolicySelectorDangling,
  networkPolicyTooBroad,
  sensitiveInterfaceExposed,
  serviceExternalIps,
  serviceExternalTrafficPolicy,
  serviceLoadBalancer,
  serviceMeshMtlsMissing,
  serviceNodePort,
  servicePortMismatch,
  serviceSelectorNoMatch,
  serviceUnauthenticated,
  workloadExposedToInternet,
  alertRulesMissing,
  alertmanagerMissingOrNoReceiver,
  apiRemovedInTargetVersion,
  apiVersionDeprecated,
  controlPlaneNotHa,
  gitopsApplicationOutOfSync,
  gitopsControllerMissing,
  gitopsProjectDefault,
  gitopsSelfHealDisabled,
  gitopsSourceUnverified,
  helmReleaseFailed,
  knownCveByVersion,
  kubeStateMetricsOrNodeExporterMissing,
  kubernetesDashboardDeployed,
  kubernetesVersionEol,
  logCollectorMissing,
  manifestSchemaInvalid,
  manifestStyle,
  metricsServerMissing,
  namespaceInactive,
  nodeAutoscalerMissing,
  nodeCordonedOrTaintUnmatched,
  nodeMaxPodsNear,
  nodeNotReady,
  nodePressure,
  nodeProblemDetectorMissing,
  nodeRequestsHeadroom,
  nodeRuntimeOrOsEol,
  nodeUsageHigh,
  prometheusMissing,
  resourceNotManaged,
  runtimeDetectionMissing,
  serviceMonitorDangling,
  serviceNotScraped,
  tillerDeployed,
  warningEventsRate,
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
  containerOomKilled,
  daemonsetNotOnAllNodes,
  hpaAtMaxReplicas,
  hpaMetricsUnavailable,
  hpaMissing,
  hpaTargetNotFound,
  imagePullFailing,
  livenessProbeMissing,
  pdbBlocksEviction,
  pdbMissing,
  podNotReadyOrRestarting,
  podUnschedulable,
  readinessProbeMissing,
  rollingUpdateMissing,
  rolloutStuck,
  singleReplica,
  terminationNotGraceful,
  topologySpreadMissingOrInvalid,
  workloadReplicasCoLocated,
  cpuLimitMissing,
  cpuRequestMissing,
  emptydirSizeLimitMissing,
  ephemeralStorageLimitsMissing,
  limitRangeMissing,
  memoryLimitMissing,
  memoryRequestMissing,
  priorityClassMissing,
  requestsDifferFromLimits,
  resourceOverOrUnderAllocated,
  resourceQuotaMissing,
  resourceQuotaNearLimit,
  resourceUsageNearLimit,
  backupLastRunFailedOrOld,
  backupMissing,
  backupNamespaceNotCovered,
  backupScheduleInvalid,
  backupStorageLocationUnavailable,
  defaultStorageClassMissingOrMany,
  persistentVolumeAccess,
  persistentVolumeClaimUnhealthy,
  persistentVolumeClaimUnused,
  persistentVolumeReleasedOrphan,
  persistentVolumeUnencrypted,
  persistentVolumeUnhealthy,
  restoreNeverTested,
  statefulDataOnEmptydirOrHostpath,
  storageClassExpansionDisabled,
  storageClassReclaimDelete,
  veleroMissing,
  volumeSnapshotClassMissing,
  volumeSnapshotMissingOrOld,
  volumeUsageHigh,
];

const BY_ID = new Map(CHECKS.map((check) => [check.id, check]));

/** The check of this id, if there is one. */
export function checkById(id: string): Check | undefined {
  return BY_ID.get(id);
}
