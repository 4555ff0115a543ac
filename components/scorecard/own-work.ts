import type { OwnWorkInput } from "#lib/contracts/inputs.ts";
import type { OwnInitiative } from "#lib/planning/own-initiative.ts";

/** What the fields of the form say; `own`: what is changed, as it was read. Empty fields of the estimate: nobody has estimated it. */
export function readOwnWork(fields: FormData, own?: Pick<OwnInitiative, "id" | "version">): OwnWorkInput {
  const text = (name: string) => String(fields.get(name) ?? "").trim();
  const all = (name: string) => fields.getAll(name).map(String);
  const number = (name: string) => (text(name) === "" ? Number.NaN : Number(text(name)));
  const estimate = { optimistic: number("optimistic"), likely: number("likely"), pessimistic: number("pessimistic") };
  return {
    ...{ initiative: own?.id ?? null, version: own?.version ?? 0 },
    title: text("title"),
    // The server looks at each again.
    layer: text("layer") as OwnWorkInput["layer"],
    dimension: text("dimension") as OwnWorkInput["dimension"],
    skills: all("skills") as OwnWorkInput["skills"],
    estimate: Object.values(estimate).every(Number.isNaN) ? null : estimate,
    risk: text("risk") === "" ? 0 : Number(text("risk")),
    reason: text("reason"),
    replaces: all("replaces"),
    after: all("after"),
    steps: text("steps")
      .split("\n")
      .map((line) => line.trim())
      .filter(Boolean),
    riskOfDoing: text("riskOfDoing"),
    rollback: text("rollback"),
  };
}
