/** Where we knowingly judge otherwise than another project, and why. `cases` are parts of the labels of its cases; with a $ at the end, their ends. */
export const DISAGREEMENTS: readonly { corpus: string; cases: readonly string[]; because: string }[] = [
  {
    corpus: "polaris-checks",
    cases: [
      "insecureCapabilities/success.case",
      "insecureCapabilities/success.pod.",
      "insecureCapabilities/success.yaml",
    ],
    because: "a list of capabilities to drop is no ALL: it misses what a later runtime adds, and admission refuses it",
  },
  {
    corpus: "polaris-checks",
    cases: ["gce_calico"],
    because: "names that a cloud provider chose are open to everyone; only Kubernetes' own are reserved",
  },
  {
    corpus: "polaris-checks",
    cases: ["PodExecAttach/success.system_prefix_binding", "PodExecAttach/success.role_binding_cluster_role_binding"],
    because: "we judge the role that grants the access, not the binding, so the role in these files is reported",
  },
  {
    corpus: "polaris-checks",
    cases: ["PodExecAttach/failure.binding_points_to_missing_ref"],
    because: "a role that is not there grants nothing; that it is missing is another check",
  },
  {
    corpus: "trivy-checks-examples",
    cases: ["KSV-0036"],
    because: "it looks for an explicit mount; Kubernetes mounts the token wherever nobody says no",
  },
  {
    corpus: "kubescape-regolibrary",
    cases: ["rules/psp-deny-allowprivilegeescalation/test/pass-no-true"],
    because: "one of its policies leaves allowPrivilegeEscalation out, and Kubernetes took that for true",
  },
  {
    corpus: "kubescape-regolibrary",
    cases: ["/test/pass-one-true-one-false"],
    because: "a strict policy takes nothing back from those who may use the permissive one beside it",
  },
  {
    corpus: "kubescape-regolibrary",
    cases: ["rules/set-hostprocess-true", "rules/set-runasusername-value", "rules/set-supplementalgroups-values"],
    because:
      "the rules want one named field each, also where it would be wrong; the family is about having no context at all",
  },
  {
    corpus: "kubescape-regolibrary",
    cases: ["anonymous-access-enabled/test/fail"],
    because:
      "Kubernetes makes this binding itself at every start, for version and health only; CIS asks for bindings beyond it",
  },
  {
    corpus: "kubescape-regolibrary",
    cases: ["set-seccomp-profile-RuntimeDefault"],
    because: "a Localhost profile confines as well, as the restricted level has it",
  },
  {
    corpus: "kyverno-policy-tests",
    cases: ["restrict-wildcard-resources ClusterRole/goodcr0", "restrict-wildcard-resources Role/goodcr0"],
    because: "the policy looks at resources alone; these roles have a wildcard among verbs or groups",
  },
  {
    corpus: "kyverno-policy-tests",
    cases: ["check-serviceaccount-secrets"],
    because: "the list of secrets of a service account names what its pods may mount, it is no token",
  },
  {
    corpus: "kubescape-regolibrary",
    cases: ["psp-enabled-native"],
    because:
      "it asks one API server for PodSecurityPolicy, removed in 1.25; whether any policy is in force, a pod alone cannot tell",
  },
  {
    corpus: "kyverno-policy-tests",
    cases: ["add-psa-namespace-reporting Namespace/test"],
    because: "the policy asks for any label; one that enforces the level privileged refuses nothing",
  },
  {
    corpus: "polaris-checks",
    cases: [
      "missingNetworkPolicy/failure.netpol_missing_egress_rules",
      "missingNetworkPolicy/failure.netpol_missing_ingress_rules",
    ],
    because:
      "a direction that is named among the policyTypes and has no rule is closed altogether, which is the strictest",
  },
  {
    corpus: "kube-linter-checks",
    cases: ["non-isolated-pod tests/checks/non-isolated-pod.yml dont-fire"],
    because: "the policy selects the pods for ingress alone and leaves egress open",
  },
  {
    corpus: "kubescape-regolibrary",
    cases: ["outdated-k8s-version/test/pass"],
    because: "the version was maintained when the case was written",
  },
  {
    corpus: "kyverno-policy-tests",
    cases: ["require-pdb Deployment/nginx-deploy-pass"],
    because: "its disruption budget is a value of the test, not an object among its files",
  },
  {
    corpus: "kyverno-policy-tests",
    cases: ["require-reasonable-pdbs PodDisruptionBudget/bad-"],
    because: "the policy asks for half of the pods; a budget that lets one go blocks no eviction",
  },
  {
    corpus: "kyverno-policy-tests",
    cases: ["topologyspreadconstraints-policy StatefulSet/monitoring/badss"],
    because: "the policy asks for hosts and zones; spreading over one of them is spreading",
  },
  {
    corpus: "kubescape-regolibrary",
    cases: [
      "encrypt-traffic-to-https-load-balancers-with-tls-certificates/test/failed_ingress_annotation_value",
      "encrypt-traffic-to-https-load-balancers-with-tls-certificates/test/failed_no_svc_loadbalancer",
    ],
    because:
      "it asks for the ingress controller of one provider, and for a load balancer where there is none; the one Ingress there has TLS",
  },
  {
    corpus: "kyverno-policy-tests",
    cases: ["restrict-ingress-defaultbackend Ingress/default/sample-app-2"],
    because: "the two Ingresses of the file claim the same host and path",
  },
  {
    corpus: "kyverno-policy-tests",
    cases: ["appproject-clusterresourceblacklist AppProject/badappproj"],
    because: "a project without a list of cluster-wide kinds allows none, so it needs no list of those it forbids",
  },
  {
    corpus: "kyverno-policy-tests",
    cases: ["kasten-hourly-rpo Policy/daily-policy"],
    because: "the policy asks for hourly backups; we take a day for the longest that may be lost",
  },
  {
    corpus: "kyverno-policy-tests",
    cases: ["kasten-immutable-location-profile Profile/sample-location-profile-invalid"],
    because: "whether backups can be overwritten is another question than whether there are any",
  },
  {
    corpus: "kubescape-regolibrary",
    cases: [
      "rule-can-approve-cert-signing-request/test/role-rolebinding",
      "rule-can-create-pv/test/role-rolebinding",
      "rule-can-modify-admission-webhooks/test/role-rolebinding",
    ],
    because:
      "these resources belong to no namespace, and a RoleBinding grants within one: a Role that lists them lets nobody do it",
  },
  {
    corpus: "kubescape-regolibrary",
    cases: ["namespace-without-service-account"],
    because: "a namespace in which nothing runs needs no service account of its own",
  },
  {
    corpus: "polaris-checks",
    cases: ["pullPolicyNotAlways/failure.cron-job", "pullPolicyNotAlways/failure.yaml"],
    because: "an image without a tag is always pulled, by the default of Kubernetes",
  },
  {
    corpus: "polaris-checks",
    cases: ["success.minAvailabilityAbsent", "success.minReplicaAbsent"],
    because: "a floor that is not set is one pod, by the default of Kubernetes",
  },
  {
    corpus: "polaris-checks",
    cases: [
      "pdbMinAvailableGreaterThanHPAMinReplicas/success.equals",
      "pdbMinAvailableGreaterThanHPAMinReplicas/success.no-min-replicas",
    ],
    because: "a budget that asks for as many pods as the floor keeps lets none go",
  },
  {
    corpus: "polaris-checks",
    cases: ["metadataAndInstanceMismatched/success"],
    because: "an instance says which release it is, and not what; we ask for app.kubernetes.io/name",
  },
  {
    corpus: "kubescape-regolibrary",
    cases: ["label-usage-for-resources/test/workload"],
    because: "any label passes there; we ask for the recommended one that says what it is",
  },
  {
    corpus: "kube-linter-checks",
    cases: ["required-annotation-email", "required-label-owner"],
    because: "labels and annotations of one organization; we ask for app.kubernetes.io/name",
  },
  {
    corpus: "kube-linter-checks",
    cases: ["priority-class-name tests"],
    because: "a list of two allowed classes; a class of one's own is a priority as well",
  },
  {
    corpus: "kube-linter-checks",
    cases: ["restart-policy tests/checks/restart-policy.yaml dont-fire"],
    because: "it lets OnFailure pass for Deployments, which the API server refuses",
  },
  {
    corpus: "kubescape-regolibrary",
    cases: ["rule-credentials-in-env-var/test/deployment$", "rule-credentials-in-env-var/test/pod$"],
    because:
      "some-name: JWT and some-name: my_key_value are no credentials: it takes any value with such a word in it for one",
  },
  {
    corpus: "kubescape-regolibrary",
    cases: ["ensure-external-secrets-storage-is-in-use/test/failed"],
    because: "it asks each workload for a volume of the store; whether a cluster has one, a manifest cannot tell",
  },
  {
    corpus: "kyverno-policy-tests",
    cases: ["require-imagepullsecrets Pod/badpod01"],
    because: "an image of a public registry needs no pull secret",
  },
  {
    corpus: "kubescape-regolibrary",
    cases: ["C-0143 rules/ensure-that-the-API-Server-only-makes-use-of-Strong-Cryptographic-Ciphers"],
    because:
      "its list counts 3DES and key exchange by RSA as strong, which kube-apiserver itself lists as insecure; without a list Kubernetes 1.32 offers none of them",
  },
  {
    corpus: "kubescape-regolibrary",
    cases: ["C-0124 "],
    because:
      "PodSecurity does its work in both releases there (1.24, 1.32); SecurityContextDeny left in 1.30, and an API server that names it does not start",
  },
  {
    corpus: "kubescape-regolibrary",
    cases: ["C-0115 "],
    because:
      "external IPs let a Service take others' traffic; CIS 1.12 asks that DenyServiceExternalIPs is set, its old edition asked the reverse",
  },
  {
    corpus: "kubescape-regolibrary",
    cases: ["C-0128 rules/ensure-that-the-api-server-secure-port-argument-is-not-set-to-0/test/failed$"],
    because: "the flag stands there twice, and the last one, 8443, is what the program takes",
  },
  {
    corpus: "kyverno-policy-tests",
    cases: ["require-non-root-groups"],
    because: "a group that nobody names is the image's, which is not root's by itself; only a stated 0 is a fault here",
  },
  {
    corpus: "trivy-checks-examples",
    cases: ["KSV-0022 split/specific_capabilities_added.bad0"],
    because: "NET_BIND_SERVICE is in the list that the baseline level lets a pod add",
  },
  {
    corpus: "kube-linter-checks",
    cases: ["drop-net-raw-capability tests/checks/drop-net-raw-capability.yml dont-fire"],
    because: "with nothing dropped the runtime's default set stays, and NET_RAW is in it",
  },
];
