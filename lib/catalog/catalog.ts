import { CONCERN_TEXTS } from "./concerns.ts";
import type { Catalog, Remedy, RemedyDraft } from "./control.ts";
import { API_SERVER_NETWORK_ACCESS } from "./controls/api-server-network-access.ts";
import { APPLICATION_SECRETS } from "./controls/application-secrets.ts";
import { AUTHENTICATION } from "./controls/authentication.ts";
import { CLOUD_API_ACCESS } from "./controls/cloud-api-access.ts";
import { DEPENDENCY_SECURITY } from "./controls/dependency-security.ts";
import { DYNAMIC_PROBING } from "./controls/dynamic-probing.ts";
import { ETCD_ACCESS } from "./controls/etcd-access.ts";
import { ETCD_ENCRYPTION } from "./controls/etcd-encryption.ts";
import { HEALTH_APPLICATIONS } from "./controls/health-applications.ts";
import { HEALTH_ARCHITECTURE } from "./controls/health-architecture.ts";
import { HEALTH_CI_CD } from "./controls/health-ci-cd.ts";
import { HEALTH_DISASTER_RECOVERY } from "./controls/health-disaster-recovery.ts";
import { HEALTH_MONITORING_HEALTH } from "./controls/health-monitoring-health.ts";
import { HEALTH_SCALABILITY } from "./controls/health-scalability.ts";
import { HEALTH_SECURITY } from "./controls/health-security.ts";
import { HEALTH_STORAGE_BACKUP } from "./controls/health-storage-backup.ts";
import { IMAGE_SIGNING } from "./controls/image-signing.ts";
import { INGRESS_TLS } from "./controls/ingress-tls.ts";
import { LIMITED_PORTS } from "./controls/limited-ports.ts";
import { NETWORK_POLICIES } from "./controls/network-policies.ts";
import { NO_PRIVILEGED_USERS } from "./controls/no-privileged-users.ts";
import { NODE_NETWORK_ACCESS } from "./controls/node-network-access.ts";
import { POD_SECURITY_STANDARDS } from "./controls/pod-security-standards.ts";
import { QUALITY_OF_SERVICE } from "./controls/quality-of-service.ts";
import { RBAC_AUTHORIZATION } from "./controls/rbac-authorization.ts";
import { RUNTIME_ISOLATION } from "./controls/runtime-isolation.ts";
import { STATIC_ANALYSIS } from "./controls/static-analysis.ts";
import { TLS_ONLY } from "./controls/tls-only.ts";
import { VULNERABILITY_SCANNING } from "./controls/vulnerability-scanning.ts";
import { DIMENSION_TEXTS } from "./dimensions.ts";
import { LAYER_TEXTS } from "./layers.ts";
import { CLOUD_REMEDIES } from "./remedies/cloud.ts";
import { CLUSTER_REMEDIES } from "./remedies/cluster.ts";
import { CODE_REMEDIES } from "./remedies/code.ts";
import { CONTAINER_REMEDIES } from "./remedies/container.ts";

/** Concerns in the order of the framework, then pure health. */
const ENTRIES = [
  ...API_SERVER_NETWORK_ACCESS,
  ...NODE_NETWORK_ACCESS,
  ...CLOUD_API_ACCESS,
  ...ETCD_ACCESS,
  ...ETCD_ENCRYPTION,
  ...RBAC_AUTHORIZATION,
  ...AUTHENTICATION,
  ...APPLICATION_SECRETS,
  ...POD_SECURITY_STANDARDS,
  ...QUALITY_OF_SERVICE,
  ...NETWORK_POLICIES,
  ...INGRESS_TLS,
  ...VULNERABILITY_SCANNING,
  ...IMAGE_SIGNING,
  ...NO_PRIVILEGED_USERS,
  ...RUNTIME_ISOLATION,
  ...TLS_ONLY,
  ...LIMITED_PORTS,
  ...DEPENDENCY_SECURITY,
  ...STATIC_ANALYSIS,
  ...DYNAMIC_PROBING,
  ...HEALTH_ARCHITECTURE,
  ...HEALTH_APPLICATIONS,
  ...HEALTH_SCALABILITY,
  ...HEALTH_STORAGE_BACKUP,
  ...HEALTH_CI_CD,
  ...HEALTH_DISASTER_RECOVERY,
  ...HEALTH_MONITORING_HEALTH,
  ...HEALTH_SECURITY,
];

const CONTROLS = ENTRIES.map((entry) => entry.control);

/** A remedy is verified by the checks of everything that it closes. */
function verified(remedy: RemedyDraft): Remedy {
  const verifiedBy = CONTROLS.filter(({ id }) => remedy.closes.includes(id)).flatMap(({ checks }) => checks);
  return { ...remedy, verifiedBy };
}

/** The whole catalogue. A change of meaning changes the version; a corrected word does not. */
export const CATALOG: Catalog = {
  version: "2026.2",
  layers: LAYER_TEXTS,
  dimensions: DIMENSION_TEXTS,
  concerns: CONCERN_TEXTS,
  controls: CONTROLS,
  questions: ENTRIES.map((entry) => entry.question),
  remedies: [...CLOUD_REMEDIES, ...CLUSTER_REMEDIES, ...CONTAINER_REMEDIES, ...CODE_REMEDIES].map(verified),
};
