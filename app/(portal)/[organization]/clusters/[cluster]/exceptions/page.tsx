import type { Metadata } from "next";
import { offers, read, requireActor } from "#app/door/reader.ts";
import { ExceptionsView } from "#components/exceptions/exceptions-view.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { sayExceptions } from "#lib/presentation/sentences-of-exceptions.ts";
import { readExceptions } from "#lib/server/services/exceptions/read-exceptions.ts";
import { acceptExceptionAction, endExceptionAction } from "./actions.ts";

export const metadata: Metadata = { title: "Exceptions" };

type Props = {
  params: Promise<{ organization: string; cluster: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function ExceptionsPage({ params, searchParams }: Props) {
  const { organization, cluster } = await params;
  const query = await searchParams;
  const actor = await requireActor(organization);
  const view = await read(readExceptions(actor, { cluster }));
  const home = `/${organization}/clusters`;
  const one = (name: string) => (typeof query[name] === "string" ? query[name].slice(0, 253) : "");
  return (
    <div className="grid gap-10 [&>header]:mb-0">
      <PageHeader
        crumbs={[
          { title: "Clusters", href: home },
          { title: view.cluster.name, href: `${home}/${cluster}` },
          { title: "Exceptions" },
        ]}
        title={sayExceptions(view.cluster.name, view.exceptions)}
        lede="What is accepted still fails, in every score and every map. It is only not planned, until its day is over."
      />
      <ExceptionsView
        view={view}
        checksHref={`/${organization}/checks`}
        proposed={{ check: one("check"), kind: one("kind"), namespace: one("namespace"), name: one("name") }}
        accept={
          (await offers(actor, "exceptions.write")) ? acceptExceptionAction.bind(null, organization, cluster) : null
        }
        end={endExceptionAction.bind(null, organization, cluster)}
      />
    </div>
  );
}
