import type { Metadata } from "next";
import { read, requireActor } from "#app/door/reader.ts";
import { CheckIndex } from "#components/checks/check-index.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { DIMENSION_TEXTS } from "#lib/catalog/dimensions.ts";
import { formatThings } from "#lib/presentation/numbers.ts";
import { listChecks } from "#lib/server/services/checks/list-checks.ts";

export const metadata: Metadata = { title: "Checks" };

type Props = {
  params: Promise<{ organization: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function ChecksPage({ params, searchParams }: Props) {
  const { organization } = await params;
  const query = await searchParams;
  const checks = await read(listChecks(await requireActor(organization), {}));
  const one = (name: string) => (typeof query[name] === "string" ? query[name].slice(0, 100) : null);
  return (
    <>
      <PageHeader
        title={`${formatThings(checks.length, "check")} look at every snapshot`}
        lede="Each has a page: the hazard, how to see it by hand, how to fix it, and what it refers to."
      />
      <CheckIndex
        checks={checks}
        checksHref={`/${organization}/checks`}
        dimensions={DIMENSION_TEXTS.map(({ id, title }) => ({ id, title }))}
        query={{ text: one("text"), layer: one("layer"), dimension: one("dimension") }}
      />
    </>
  );
}
