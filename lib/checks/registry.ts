// Made by cli/generate-check-registry.ts from the folders; a test holds it to them.

import { admissionWebhookInventory } from "./admission/admission-webhook-inventory.ts";
import { certificateExpiring } from "./admission/certificate-expiring.ts";
import { openshiftSccPermissive } from "./admission/openshift-scc-permissive.ts";
import { podSecurityAdmissionMissing } from "./admission/pod-security-admission-missing.ts";
import { podSecurityPolicyPermissive } from "./admission/pod-security-policy-permissive.ts";
import { policyEngineMissing } from "./admission/policy-engine-missing.ts";
import { validatingAdmissionPolicyUnbound } from "./admission/validating-admission-policy-unbound.ts";
import { webhookFailurePolicyIgnore } from "./admission/webhook-failure-policy-ignore.ts";
import type { Check } from "./check.ts";
import { cloudControlPlaneEndpointPublic } from "./cloud/cloud-control-plane-endpoint-public.ts";
import { cloudNodesPublic } from "./cloud/cloud-nodes-public.ts";
import { metadataApiReachable } from "./cloud/metadata-api-reachable.ts";
import { nodesSingleZone } from "./cloud/nodes-single-zone.ts";
import { workloadIdentityMissing } from "./cloud/workload-identity-missing.ts";
import { apiserverAdmissionAlwaysAdmit } from "./control-plane/apiserver-admission-always-admit.ts";
import { apiserverAdmissionAlwaysPullImages } from "./control-plane/apiserver-admission-always-pull-images.ts";
import { apiserverAdmissionEventRateLimit } from "./control-plane/apiserver-admission-event-rate-limit.ts";
import { apiserverAdmissionNamespaceLifecycle } from "./control-plane/apiserver-admission-namespace-lifecycle.ts";
import { apiserverAdmissionNodeRestriction } from "./control-plane/apiserver-admission-node-restriction.ts";
import { apiserverAdmissionSecurityContextDeny } from "./control-plane/apiserver-admission-security-context-deny.ts";
import { apiserverAdmissionServiceAccount } from "./control-plane/apiserver-admission-service-account.ts";
import { apiserverAnonymousAuth } from "./control-plane/apiserver-anonymous-auth.ts";
import { apiserverAuditLogPath } from "./control-plane/apiserver-audit-log-path.ts";
import { apiserverAuditLogRotation } from "./control-plane/apiserver-audit-log-rotation.ts";
import { apiserverAuthorizationMode } from "./control-plane/apiserver-authorization-mode.ts";
import { apiserverBasicAuthFile } from "./control-plane/apiserver-basic-auth-file.ts";
import { apiserverClientCa } from "./control-plane/apiserver-client-ca.ts";
import { apiserverDenyServiceExternalIps } from "./control-plane/apiserver-deny-service-external-ips.ts";
import { apiserverEncryptionProvider } from "./control-plane/apiserver-encryption-provider.ts";
import { apiserverEtcdTls } from "./control-plane/apiserver-etcd-tls.ts";
import { apiserverInsecurePort } from "./control-plane/apiserver-insecure-port.ts";
import { apiserverKubeletTls } from "./control-plane/apiserver-kubelet-tls.ts";
import { apiserverLogsHandler } from "./control-plane/apiserver-logs-handler.ts";
import { apiserverProfiling } from "./control-plane/apiserver-profiling.ts";
import { apiserverRequestTimeout } from "./control-plane/apiserver-request-timeout.ts";
import { apiserverSecurePortZero } from "./control-plane/apiserver-secure-port-zero.ts";
import { apiserverServiceAccountExtendToken } from "./control-plane/apiserver-service-account-extend-token.ts";
import { apiserverServiceAccountKeyFile } from "./control-plane/apiserver-service-account-key-file.ts";
import { apiserverServiceAccountLookup } from "./control-plane/apiserver-service-account-lookup.ts";
import { apiserverTlsCert } from "./control-plane/apiserver-tls-cert.ts";
import { apiserverTlsCiphers } from "./control-plane/apiserver-tls-ciphers.ts";
import { apiserverTokenAuthFile } from "./control-plane/apiserver-token-auth-file.ts";
import { auditPolicyMissing } from "./control-plane/audit-policy-missing.ts";
import { controllerManagerBindAddress } from "./control-plane/controller-manager-bind-address.ts";
import { controllerManagerKeyAndRootCa } from "./control-plane/controller-manager-key-and-root-ca.ts";
import { controllerManagerProfiling } from "./control-plane/controller-manager-profiling.ts";
import { controllerManagerRotateKubeletServerCert } from "./control-plane/controller-manager-rotate-kubelet-server-cert.ts";
import { controllerManagerServiceAccountCredentials } from "./control-plane/controller-manager-service-account-credentials.ts";
import { controllerManagerTerminatedPodGc } from "./control-plane/controller-manager-terminated-pod-gc.ts";
import { etcdAutoTls } from "./control-plane/etcd-auto-tls.ts";
import { etcdClientCertAuth } from "./control-plane/etcd-client-cert-auth.ts";
import { etcdMemberCount } from "./control-plane/etcd-member-count.ts";
import { etcdPeerTls } from "./control-plane/etcd-peer-tls.ts";
import { etcdTlsCert } from "./control-plane/etcd-tls-cert.ts";
import { etcdUniqueCa } from "./control-plane/etcd-unique-ca.ts";
import { kubeProxyMetricsBind } from "./control-plane/kube-proxy-metrics-bind.ts";
import { kubeletAnonymousAuth } from "./control-plane/kubelet-anonymous-auth.ts";
import { kubeletAuthorizationMode } from "./control-plane/kubelet-authorization-mode.ts";
import { kubeletClientCa } from "./control-plane/kubelet-client-ca.ts";
import { kubeletEventQps } from "./control-plane/kubelet-event-qps.ts";
import { kubeletHostnameOverride } from "./control-plane/kubelet-hostname-override.ts";
import { kubeletIptablesUtilChains } from "./control-plane/kubelet-iptables-util-chains.ts";
import { kubeletPodPidsLimit } from "./control-plane/kubelet-pod-pids-limit.ts";
import { kubeletProtectKernelDefaults } from "./control-plane/kubelet-protect-kernel-defaults.ts";
import { kubeletReadOnlyPort } from "./control-plane/kubelet-read-only-port.ts";
import { kubeletRotateCertificates } from "./control-plane/kubelet-rotate-certificates.ts";
import { kubeletRotateServerCertificate } from "./control-plane/kubelet-rotate-server-certificate.ts";
import { kubeletSeccompDefault } from "./control-plane/kubelet-seccomp-default.ts";
import { kubeletStreamingTimeout } from "./control-plane/kubelet-streaming-timeout.ts";
import { kubeletTlsCert } from "./control-plane/kubelet-tls-cert.ts";
import { kubeletTlsCiphers } from "./control-plane/kubelet-tls-ciphers.ts";
import { schedulerBindAddress } from "./control-plane/scheduler-bind-address.ts";
import { schedulerProfiling } from "./control-plane/scheduler-profiling.ts";
import { credentialInConfigmap } from "./identity/credential-in-configmap.ts";
import { credentialLiteralInEnv } from "./identity/credential-literal-in-env.ts";
import { defaultServiceAccountBound } from "./identity/default-service-account-bound.ts";
import { defaultServiceAccountUsed } from "./identity/default-service-account-used.ts";
import { externalSecretStoreMissing } from "./identity/external-secret-store-missing.ts";
import { imagePullSecretNotFound } from "./identity/image-pull-secret-not-found.ts";
import { secretInAnnotation } from "./identity/secret-in-annotation.ts";
import { secretInEnvVar } from "./identity/secret-in-env-var.ts";
import { secretOrConfigmapNotFound } from "./identity/secret-or-configmap-not-found.ts";
import { serviceAccountFieldDeprecated } from "./identity/service-account-field-deprecated.ts";
import { serviceAccountNotFound } from "./identity/service-account-not-found.ts";
import { serviceAccountTokenAutomount } from "./identity/service-account-token-automount.ts";
import { serviceAccountTokenSecret } from "./identity/service-account-token-secret.ts";
import { workloadMountsSensitiveData } from "./identity/workload-mounts-sensitive-data.ts";
import { workloadWithPrivilegedRole } from "./identity/workload-with-privileged-role.ts";
import { gitSyncCommandInjection } from "./images/git-sync-command-injection.ts";
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
import { kubeSystemUserWorkload } from "./platform/kube-system-user-workload.ts";
import { kubeletVersionSkew } from "./platform/kubelet-version-skew.ts";
import { kubernetesDashboardDeployed } from "./platform/kubernetes-dashboard-deployed.ts";
import { kubernetesVersionEol } from "./platform/kubernetes-version-eol.ts";
import { logCollectorMissing } from "./platform/log-collector-missing.ts";
import { manifestSchemaInvalid } from "./platform/manifest-schema-invalid.ts";
import { manifestStyle } from "./platform/manifest-style.ts";
import { metricsServerMissing } from "./platform/metrics-server-missing.ts";
import { namespaceBoundariesMissing } from "./platform/namespace-boundaries-missing.ts";
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
import { apparmorProfileMissingOrUnconfined } from "./pod-security/apparmor-profile-missing-or-unconfined.ts";
import { capabilitiesAddedNonDefault } from "./pod-security/capabilities-added-non-default.ts";
import { capabilitiesDangerousAdded } from "./pod-security/capabilities-dangerous-added.ts";
import { capabilitiesDropAllMissing } from "./pod-security/capabilities-drop-all-missing.ts";
import { capabilityNetRawNotDropped } from "./pod-security/capability-net-raw-not-dropped.ts";
import { containerRuntimeSocketMount } from "./pod-security/container-runtime-socket-mount.ts";
import { defaultNamespaceUsed } from "./pod-security/default-namespace-used.ts";
import { ephemeralContainerUsed } from "./pod-security/ephemeral-container-used.ts";
import { hostAliasesSet } from "./pod-security/host-aliases-set.ts";
import { hostIpc } from "./pod-security/host-ipc.ts";
import { hostNetwork } from "./pod-security/host-network.ts";
import { hostPathSensitive } from "./pod-security/host-path-sensitive.ts";
import { hostPathVolume } from "./pod-security/host-path-volume.ts";
import { hostPathWritable } from "./pod-security/host-path-writable.ts";
import { hostPid } from "./pod-security/host-pid.ts";
import { hostPort } from "./pod-security/host-port.ts";
import { hostProcessWindows } from "./pod-security/host-process-windows.ts";
import { hostUsersNotIsolated } from "./pod-security/host-users-not-isolated.ts";
import { linuxHardeningMissing } from "./pod-security/linux-hardening-missing.ts";
import { privilegeEscalationAllowed } from "./pod-security/privilege-escalation-allowed.ts";
import { privilegedContainer } from "./pod-security/privileged-container.ts";
import { privilegedContainerPort } from "./pod-security/privileged-container-port.ts";
import { probeOrLifecycleHost } from "./pod-security/probe-or-lifecycle-host.ts";
import { procMountUnmasked } from "./pod-security/proc-mount-unmasked.ts";
import { readOnlyRootFilesystemMissing } from "./pod-security/read-only-root-filesystem-missing.ts";
import { rootGroupOrSupplementalGroup } from "./pod-security/root-group-or-supplemental-group.ts";
import { runAsLowGid } from "./pod-security/run-as-low-gid.ts";
import { runAsLowUid } from "./pod-security/run-as-low-uid.ts";
import { runAsNonRootMissing } from "./pod-security/run-as-non-root-missing.ts";
import { runAsUserZero } from "./pod-security/run-as-user-zero.ts";
import { runtimeClassSandboxMissing } from "./pod-security/runtime-class-sandbox-missing.ts";
import { seccompProfileMissing } from "./pod-security/seccomp-profile-missing.ts";
import { seccompUnconfined } from "./pod-security/seccomp-unconfined.ts";
import { securityContextMissing } from "./pod-security/security-context-missing.ts";
import { selinuxOptionsCustom } from "./pod-security/selinux-options-custom.ts";
import { shareProcessNamespace } from "./pod-security/share-process-namespace.ts";
import { sshServerInContainer } from "./pod-security/ssh-server-in-container.ts";
import { sudoInEntrypoint } from "./pod-security/sudo-in-entrypoint.ts";
import { sysctlUnsafe } from "./pod-security/sysctl-unsafe.ts";
import { volumeTypeRestricted } from "./pod-security/volume-type-restricted.ts";
import { anonymousBinding } from "./rbac/anonymous-binding.ts";
import { authenticatedGroupBinding } from "./rbac/authenticated-group-binding.ts";
import { clusterAdminBinding } from "./rbac/cluster-admin-binding.ts";
import { rbacBindEscalate } from "./rbac/rbac-bind-escalate.ts";
import { rbacConfigmapWrite } from "./rbac/rbac-configmap-write.ts";
import { rbacCsrApproval } from "./rbac/rbac-csr-approval.ts";
import { rbacDeleteBroad } from "./rbac/rbac-delete-broad.ts";
import { rbacEphemeralContainers } from "./rbac/rbac-ephemeral-containers.ts";
import { rbacImpersonate } from "./rbac/rbac-impersonate.ts";
import { rbacManageRbac } from "./rbac/rbac-manage-rbac.ts";
import { rbacNetworkWrite } from "./rbac/rbac-network-write.ts";
import { rbacNodesProxy } from "./rbac/rbac-nodes-proxy.ts";
import { rbacPersistentVolumeCreate } from "./rbac/rbac-persistent-volume-create.ts";
import { rbacPodCreate } from "./rbac/rbac-pod-create.ts";
import { rbacPodExecAttach } from "./rbac/rbac-pod-exec-attach.ts";
import { rbacPortForward } from "./rbac/rbac-port-forward.ts";
import { rbacReferenceNotFound } from "./rbac/rbac-reference-not-found.ts";
import { rbacSecretsAccess } from "./rbac/rbac-secrets-access.ts";
import { rbacTokenCreate } from "./rbac/rbac-token-create.ts";
import { rbacWebhookConfig } from "./rbac/rbac-webhook-config.ts";
import { rbacWildcard } from "./rbac/rbac-wildcard.ts";
import { rolebindingAdmin } from "./rbac/rolebinding-admin.ts";
import { systemMastersBinding } from "./rbac/system-masters-binding.ts";
import { antiAffinityMissing } from "./reliability/anti-affinity-missing.ts";
import { containerOomKilled } from "./reliability/container-oom-killed.ts";
import { containerPortInvalidOrUnnamed } from "./reliability/container-port-invalid-or-unnamed.ts";
import { corednsSingleReplica } from "./reliability/coredns-single-replica.ts";
import { criticalWorkloadWithoutPriority } from "./reliability/critical-workload-without-priority.ts";
import { cronjobDeadlineMissing } from "./reliability/cronjob-deadline-missing.ts";
import { cronjobSuspendedOrFailing } from "./reliability/cronjob-suspended-or-failing.ts";
import { daemonsetNotOnAllNodes } from "./reliability/daemonset-not-on-all-nodes.ts";
import { dnsConfigOptionsMissing } from "./reliability/dns-config-options-missing.ts";
import { envVarDuplicated } from "./reliability/env-var-duplicated.ts";
import { hpaAtMaxReplicas } from "./reliability/hpa-at-max-replicas.ts";
import { hpaConflictsWithReplicas } from "./reliability/hpa-conflicts-with-replicas.ts";
import { hpaExceedsCapacity } from "./reliability/hpa-exceeds-capacity.ts";
import { hpaMetricsUnavailable } from "./reliability/hpa-metrics-unavailable.ts";
import { hpaMissing } from "./reliability/hpa-missing.ts";
import { hpaOrVpaDuplicate } from "./reliability/hpa-or-vpa-duplicate.ts";
import { hpaReplicaRange } from "./reliability/hpa-replica-range.ts";
import { hpaTargetNotFound } from "./reliability/hpa-target-not-found.ts";
import { imagePullFailing } from "./reliability/image-pull-failing.ts";
import { jobTtlMissing } from "./reliability/job-ttl-missing.ts";
import { livenessProbeMissing } from "./reliability/liveness-probe-missing.ts";
import { nakedPod } from "./reliability/naked-pod.ts";
import { nodeAffinityMissing } from "./reliability/node-affinity-missing.ts";
import { pdbBlocksEviction } from "./reliability/pdb-blocks-eviction.ts";
import { pdbMinAvailableAboveHpaMin } from "./reliability/pdb-min-available-above-hpa-min.ts";
import { pdbMissing } from "./reliability/pdb-missing.ts";
import { pdbSelectorNoMatchOrOverlap } from "./reliability/pdb-selector-no-match-or-overlap.ts";
import { pdbWithoutPolicy } from "./reliability/pdb-without-policy.ts";
import { podNotReadyOrRestarting } from "./reliability/pod-not-ready-or-restarting.ts";
import { podUnschedulable } from "./reliability/pod-unschedulable.ts";
import { probePortMismatch } from "./reliability/probe-port-mismatch.ts";
import { probesIdentical } from "./reliability/probes-identical.ts";
import { readinessProbeMissing } from "./reliability/readiness-probe-missing.ts";
import { recommendedLabelsMissing } from "./reliability/recommended-labels-missing.ts";
import { resourceUnused } from "./reliability/resource-unused.ts";
import { restartPolicyUnset } from "./reliability/restart-policy-unset.ts";
import { revisionHistoryOrProgressDeadline } from "./reliability/revision-history-or-progress-deadline.ts";
import { rollingUpdateMissing } from "./reliability/rolling-update-missing.ts";
import { rolloutStuck } from "./reliability/rollout-stuck.ts";
import { selectorTemplateMismatch } from "./reliability/selector-template-mismatch.ts";
import { singleReplica } from "./reliability/single-replica.ts";
import { startupProbeMissing } from "./reliability/startup-probe-missing.ts";
import { statefulsetHeadlessServiceMissing } from "./reliability/statefulset-headless-service-missing.ts";
import { terminationNotGraceful } from "./reliability/termination-not-graceful.ts";
import { topologySpreadMissingOrInvalid } from "./reliability/topology-spread-missing-or-invalid.ts";
import { workloadReplicasCoLocated } from "./reliability/workload-replicas-co-located.ts";
import { workloadUnhealthy } from "./reliability/workload-unhealthy.ts";
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
import { etcdBackupMissing } from "./storage-backup/etcd-backup-missing.ts";
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
  admissionWebhookInventory,
  certificateExpiring,
  openshiftSccPermissive,
  podSecurityAdmissionMissing,
  podSecurityPolicyPermissive,
  policyEngineMissing,
  validatingAdmissionPolicyUnbound,
  webhookFailurePolicyIgnore,
  cloudControlPlaneEndpointPublic,
  cloudNodesPublic,
  metadataApiReachable,
  nodesSingleZone,
  workloadIdentityMissing,
  apiserverAdmissionAlwaysAdmit,
  apiserverAdmissionAlwaysPullImages,
  apiserverAdmissionEventRateLimit,
  apiserverAdmissionNamespaceLifecycle,
  apiserverAdmissionNodeRestriction,
  apiserverAdmissionSecurityContextDeny,
  apiserverAdmissionServiceAccount,
  apiserverAnonymousAuth,
  apiserverAuditLogPath,
  apiserverAuditLogRotation,
  apiserverAuthorizationMode,
  apiserverBasicAuthFile,
  apiserverClientCa,
  apiserverDenyServiceExternalIps,
  apiserverEncryptionProvider,
  apiserverEtcdTls,
  apiserverInsecurePort,
  apiserverKubeletTls,
  apiserverLogsHandler,
  apiserverProfiling,
  apiserverRequestTimeout,
  apiserverSecurePortZero,
  apiserverServiceAccountExtendToken,
  apiserverServiceAccountKeyFile,
  apiserverServiceAccountLookup,
  apiserverTlsCert,
  apiserverTlsCiphers,
  apiserverTokenAuthFile,
  auditPolicyMissing,
  controllerManagerBindAddress,
  controllerManagerKeyAndRootCa,
  controllerManagerProfiling,
  controllerManagerRotateKubeletServerCert,
  controllerManagerServiceAccountCredentials,
  controllerManagerTerminatedPodGc,
  etcdAutoTls,
  etcdClientCertAuth,
  etcdMemberCount,
  etcdPeerTls,
  etcdTlsCert,
  etcdUniqueCa,
  kubeProxyMetricsBind,
  kubeletAnonymousAuth,
  kubeletAuthorizationMode,
  kubeletClientCa,
  kubeletEventQps,
  kubeletHostnameOverride,
  kubeletIptablesUtilChains,
  kubeletPodPidsLimit,
  kubeletProtectKernelDefaults,
  kubeletReadOnlyPort,
  kubeletRotateCertificates,
  kubeletRotateServerCertificate,
  kubeletSeccompDefault,
  kubeletStreamingTimeout,
  kubeletTlsCert,
  kubeletTlsCiphers,
  schedulerBindAddress,
  schedulerProfiling,
  credentialInConfigmap,
  credentialLiteralInEnv,
  defaultServiceAccountBound,
  defaultServiceAccountUsed,
  externalSecretStoreMissing,
  imagePullSecretNotFound,
  secretInAnnotation,
  secretInEnvVar,
  secretOrConfigmapNotFound,
  serviceAccountFieldDeprecated,
  serviceAccountNotFound,
  serviceAccountTokenAutomount,
  serviceAccountTokenSecret,
  workloadMountsSensitiveData,
  workloadWithPrivilegedRole,
  gitSyncCommandInjection,
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
  kubeSystemUserWorkload,
  kubeletVersionSkew,
  kubernetesDashboardDeployed,
  kubernetesVersionEol,
  logCollectorMissing,
  manifestSchemaInvalid,
  manifestStyle,
  metricsServerMissing,
  namespaceBoundariesMissing,
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
  apparmorProfileMissingOrUnconfined,
  capabilitiesAddedNonDefault,
  capabilitiesDangerousAdded,
  capabilitiesDropAllMissing,
  capabilityNetRawNotDropped,
  containerRuntimeSocketMount,
  defaultNamespaceUsed,
  ephemeralContainerUsed,
  hostAliasesSet,
  hostIpc,
  hostNetwork,
  hostPathSensitive,
  hostPathVolume,
  hostPathWritable,
  hostPid,
  hostPort,
  hostProcessWindows,
  hostUsersNotIsolated,
  linuxHardeningMissing,
  privilegeEscalationAllowed,
  privilegedContainer,
  privilegedContainerPort,
  probeOrLifecycleHost,
  procMountUnmasked,
  readOnlyRootFilesystemMissing,
  rootGroupOrSupplementalGroup,
  runAsLowGid,
  runAsLowUid,
  runAsNonRootMissing,
  runAsUserZero,
  runtimeClassSandboxMissing,
  seccompProfileMissing,
  seccompUnconfined,
  securityContextMissing,
  selinuxOptionsCustom,
  shareProcessNamespace,
  sshServerInContainer,
  sudoInEntrypoint,
  sysctlUnsafe,
  volumeTypeRestricted,
  anonymousBinding,
  authenticatedGroupBinding,
  clusterAdminBinding,
  rbacBindEscalate,
  rbacConfigmapWrite,
  rbacCsrApproval,
  rbacDeleteBroad,
  rbacEphemeralContainers,
  rbacImpersonate,
  rbacManageRbac,
  rbacNetworkWrite,
  rbacNodesProxy,
  rbacPersistentVolumeCreate,
  rbacPodCreate,
  rbacPodExecAttach,
  rbacPortForward,
  rbacReferenceNotFound,
  rbacSecretsAccess,
  rbacTokenCreate,
  rbacWebhookConfig,
  rbacWildcard,
  rolebindingAdmin,
  systemMastersBinding,
  antiAffinityMissing,
  containerOomKilled,
  containerPortInvalidOrUnnamed,
  corednsSingleReplica,
  criticalWorkloadWithoutPriority,
  cronjobDeadlineMissing,
  cronjobSuspendedOrFailing,
  daemonsetNotOnAllNodes,
  dnsConfigOptionsMissing,
  envVarDuplicated,
  hpaAtMaxReplicas,
  hpaConflictsWithReplicas,
  hpaExceedsCapacity,
  hpaMetricsUnavailable,
  hpaMissing,
  hpaOrVpaDuplicate,
  hpaReplicaRange,
  hpaTargetNotFound,
  imagePullFailing,
  jobTtlMissing,
  livenessProbeMissing,
  nakedPod,
  nodeAffinityMissing,
  pdbBlocksEviction,
  pdbMinAvailableAboveHpaMin,
  pdbMissing,
  pdbSelectorNoMatchOrOverlap,
  pdbWithoutPolicy,
  podNotReadyOrRestarting,
  podUnschedulable,
  probePortMismatch,
  probesIdentical,
  readinessProbeMissing,
  recommendedLabelsMissing,
  resourceUnused,
  restartPolicyUnset,
  revisionHistoryOrProgressDeadline,
  rollingUpdateMissing,
  rolloutStuck,
  selectorTemplateMismatch,
  singleReplica,
  startupProbeMissing,
  statefulsetHeadlessServiceMissing,
  terminationNotGraceful,
  topologySpreadMissingOrInvalid,
  workloadReplicasCoLocated,
  workloadUnhealthy,
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
  etcdBackupMissing,
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
