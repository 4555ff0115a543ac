import type { z } from "zod";
import type { NewCluster } from "#lib/contracts/inputs.ts";

/** The form's fields as the contract names them; whether they fit, the verb says. */
export function fieldsOfCluster(fields: FormData): z.input<typeof NewCluster> {
  const text = (name: string) => String(fields.get(name) ?? "");
  return {
    name: text("name"),
    distribution: text("distribution") as z.input<typeof NewCluster>["distribution"],
    criticality: Number(text("criticality")),
    dataSensitivity: Number(text("dataSensitivity")),
  };
}
