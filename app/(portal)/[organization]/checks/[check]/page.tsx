import type { Metadata } from "next";
import { read, requireActor } from "#app/door/reader.ts";
import { CheckPage } from "#components/checks/check-page.tsx";
import { readCheck } from "#lib/server/services/checks/read-check.ts";

export const metadata: Metadata = { title: "Check" };

export default async function CheckReferencePage({
  params,
}: {
  params: Promise<{ organization: string; check: string }>;
}) {
  const { organization, check } = await params;
  const found = await read(readCheck(await requireActor(organization), { check }));
  return <CheckPage check={found} checksHref={`/${organization}/checks`} />;
}
