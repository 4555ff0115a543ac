import type { ScanSettings } from "#lib/checks/settings.ts";
import { ChangedScanSettings } from "#lib/contracts/inputs.ts";
import { storeScanSettings } from "#lib/server/db/clusters.ts";
import { notFound, verb } from "../verb.ts";

/** Thresholds that the checks judge this cluster by, from its next scan on. */
export const changeScanSettings = verb(
  {
    name: "clusters.change-scan-settings",
    may: "clusters.write",
    input: ChangedScanSettings,
    writes: ({ cluster, minReplicas, mostRequestedPercent, probedKinds, allowedRegistries }) => ({
      subject: cluster,
      details: {
        ...{ minReplicas, mostRequestedPercent },
        probedKinds: probedKinds.join(" "),
        allowedRegistries: allowedRegistries.join(" "),
      },
    }),
  },
  async (work, { cluster, ...fields }) => {
    const settings: ScanSettings = fields;
    if (!(await storeScanSettings(work, cluster, settings))) throw notFound();
    return { cluster };
  },
);
