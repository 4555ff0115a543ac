import type { z } from "zod";
import type { ChangedScanSettings } from "#lib/contracts/inputs.ts";

type Fields = Omit<z.input<typeof ChangedScanSettings>, "cluster">;

/** The form's fields as the contract names them; registries come one a line. Whether they fit, the verb says. */
export function fieldsOfScanSettings(fields: FormData): Fields {
  const registries = String(fields.get("allowedRegistries") ?? "").split(/\s+/);
  return {
    minReplicas: Number(fields.get("minReplicas")),
    probedKinds: fields.getAll("probedKinds").map(String) as Fields["probedKinds"],
    allowedRegistries: registries.filter((registry) => registry !== ""),
    mostRequestedPercent: Number(fields.get("mostRequestedPercent")),
  };
}
