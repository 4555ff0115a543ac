import type { z } from "zod";
import type { NewException } from "#lib/contracts/inputs.ts";

/** The form's fields as the contract names them; whether they fit, the verb says. */
export function fieldsOfException(fields: FormData): Omit<z.input<typeof NewException>, "cluster"> {
  const text = (name: string) => String(fields.get(name) ?? "");
  return {
    check: text("check"),
    kind: text("kind"),
    namespace: text("namespace"),
    name: text("name"),
    owner: text("owner"),
    reason: text("reason"),
    endsOn: text("endsOn"),
  };
}
