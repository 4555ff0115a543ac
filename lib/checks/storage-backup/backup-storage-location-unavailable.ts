import type { KubernetesObject } from "#lib/kubernetes/object.ts";
import { check, type Fault, NOT_APPLICABLE, PASS } from "../check.ts";
import { recordOf } from "../reading/entries.ts";
import { reasonInWords } from "../reading/reason-in-words.ts";
import { sayOnceOfKind } from "../reading/say-once.ts";
import { ageInWords, hoursBefore } from "../reading/snapshot-age.ts";

/** Velero looks at a location each minute; a day without a look means that nothing looks any more. */
const LONGEST_SILENCE_HOURS = 24;

type Judged = { state: string; isGood: boolean; field: string };

/** Kinds that say where backups go, by the group that they belong to, and how each says that it can be reached. */
const LOCATIONS: Readonly<Record<string, { group: RegExp; judge: (object: KubernetesObject) => Judged | null }>> = {
  BackupStorageLocation: {
    group: /^velero\.io\//,
    judge: ({ status }) => byWord(recordOf(status).phase, "phase", /^Available$/),
  },
  Profile: {
    group: /^config\.kio\.kasten\.io\//,
    judge: ({ status }) => byWord(recordOf(status).validation, "validation", /^Success$/),
  },
  BackupTarget: {
    group: /^longhorn\.io\//,
    judge: ({ spec, status }) => {
      const { available } = recordOf(status);
      // A target without an address is Longhorn's empty default.
      if (typeof available !== "boolean" || !recordOf(spec).backupTargetURL) return null;
      return { state: available ? "available" : "not available", isGood: available, field: "status.available" };
    },
  },
};

/** Judges the state of each place that backups are written to: of Velero, of Kasten and of Longhorn. */
export const backupStorageLocationUnavailable = check({
  id: "backup-storage-location-unavailable",
  title: "Place that backups go to cannot be reached",
  severity: "high",
  layer: "cluster",
  dimension: "disaster-recovery",
  concern: null,
  references: [],
  why: "No backup is written from now on, and those that exist cannot be read from here. The schedule still shows up, so everybody believes that there are copies, until the day when one is needed.",
  seeByHand: "kubectl -n velero get backupstoragelocations; kubectl -n velero logs deploy/velero | grep -i location",
  fix: "Read the message: expired or rotated credentials, a bucket that was renamed or deleted, a network policy or proxy in between, a wrong region. Mend it, start a backup by hand and wait for Completed. Alert on it (velero_backup_last_status), and use a workload identity in place of keys that run out.",
  before: `apiVersion: velero.io/v1
kind: BackupStorageLocation
metadata: { name: default, namespace: velero }
spec: { provider: aws, objectStorage: { bucket: backups } }
status: { phase: Unavailable }
`,
  after: `apiVersion: velero.io/v1
kind: BackupStorageLocation
metadata: { name: default, namespace: velero }
spec: { provider: aws, objectStorage: { bucket: backups } }
status: { phase: Available }
`,
  of: "object",
  kinds: Object.keys(LOCATIONS),
  look: (located, index) => {
    const { object } = located;
    const location = LOCATIONS[object.kind];
    if (!location?.group.test(object.apiVersion)) return NOT_APPLICABLE;
    const judged = location.judge(object);
    if (!judged)
      return sayOnceOfKind(located, index, "nothing has looked yet whether the place for backups can be reached");
    if (!judged.isGood) {
      const { message } = recordOf(object.status);
      return [
        { field: judged.field, message: `the place for backups is ${judged.state}${reasonInWords({ message })}` },
      ];
    }
    const { lastValidationTime } = recordOf(object.status);
    const silent = hoursBefore(index, lastValidationTime);
    const frequency = recordOf(object.spec).validationFrequency;
    const isNotLookedAt = typeof frequency === "string" && /^0+(\.0+)?[a-z]*$/.test(frequency);
    if (silent === null || silent <= LONGEST_SILENCE_HOURS || isNotLookedAt) return PASS;
    const fault: Fault = {
      field: "status.lastValidationTime",
      message: `nobody has looked for ${ageInWords(silent)} whether the place for backups can be reached`,
    };
    return [fault];
  },
});

function byWord(state: unknown, name: string, good: RegExp): Judged | null {
  if (typeof state !== "string" || state === "") return null;
  return { state, isGood: good.test(state), field: `status.${name}` };
}
