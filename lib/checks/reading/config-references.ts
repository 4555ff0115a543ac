import { containersOf } from "#lib/kubernetes/containers.ts";
import type { Workload } from "#lib/kubernetes/pod.ts";
import { entriesOf, recordOf, recordsOf } from "./entries.ts";
import { nameInWords } from "./name-in-words.ts";

/** A place where a pod names a Secret or ConfigMap, and the keys that it wants of it (none: all of it). */
export type ConfigReference = {
  kind: "Secret" | "ConfigMap";
  name: string;
  keys: { key: string; field: string }[];
  field: string;
  optional: boolean;
  usedBy: string;
};

type Found = { kind: "Secret" | "ConfigMap"; value: unknown; field: string; nameKey: string; usedBy: string };

/** Every Secret and ConfigMap that the pod refers to: by variables, whole environments, volumes and projections. */
export function configReferencesOf(workload: Workload): ConfigReference[] {
  return [...inContainers(workload), ...inVolumes(workload)].flatMap(readReference);
}

function readReference({ kind, value, field, nameKey, usedBy }: Found): ConfigReference[] {
  const reference = recordOf(value);
  const name = reference[nameKey];
  if (typeof name !== "string" || name === "") return [];
  const single = typeof reference.key === "string" ? [{ key: reference.key, field: `${field}.key` }] : [];
  const items = recordsOf(reference.items).flatMap(({ entry, at }) =>
    typeof entry.key === "string" ? [{ key: entry.key, field: `${field}.items[${at}].key` }] : [],
  );
  const optional = reference.optional === true;
  return [{ kind, name, keys: [...single, ...items], field: `${field}.${nameKey}`, optional, usedBy }];
}

function inContainers(workload: Workload): Found[] {
  return containersOf(workload).flatMap(({ container, field }) => {
    const usedBy = nameInWords("container", container.name);
    const named = { nameKey: "name", usedBy };
    const env = entriesOf(container.env).flatMap(({ entry, at }): Found[] => {
      const from = `${field}.env[${at}].valueFrom`;
      const { secretKeyRef, configMapKeyRef } = recordOf(entry.valueFrom);
      return [
        { kind: "Secret", value: secretKeyRef, field: `${from}.secretKeyRef`, ...named },
        { kind: "ConfigMap", value: configMapKeyRef, field: `${from}.configMapKeyRef`, ...named },
      ];
    });
    const whole = entriesOf(container.envFrom).flatMap(({ entry, at }): Found[] => [
      { kind: "Secret", value: entry.secretRef, field: `${field}.envFrom[${at}].secretRef`, ...named },
      { kind: "ConfigMap", value: entry.configMapRef, field: `${field}.envFrom[${at}].configMapRef`, ...named },
    ]);
    return [...env, ...whole];
  });
}

function inVolumes({ pod, podField }: Workload): Found[] {
  return entriesOf(pod.volumes).flatMap(({ entry, at }) => {
    const volume = `${podField}.volumes[${at}]`;
    const usedBy = nameInWords("volume", entry.name);
    const projected = recordsOf(recordOf(entry.projected).sources).flatMap(
      ({ entry: source, at: position }): Found[] => [
        {
          kind: "Secret",
          value: source.secret,
          field: `${volume}.projected.sources[${position}].secret`,
          nameKey: "name",
          usedBy,
        },
        {
          kind: "ConfigMap",
          value: source.configMap,
          field: `${volume}.projected.sources[${position}].configMap`,
          nameKey: "name",
          usedBy,
        },
      ],
    );
    return [
      { kind: "Secret" as const, value: entry.secret, field: `${volume}.secret`, nameKey: "secretName", usedBy },
      { kind: "ConfigMap" as const, value: entry.configMap, field: `${volume}.configMap`, nameKey: "name", usedBy },
      ...projected,
    ];
  });
}
