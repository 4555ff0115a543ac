import type { Metadata } from "next";
import { read, requireActor } from "#app/door/reader.ts";
import { BrandingForm } from "#components/branding/branding-form.tsx";
import { BrandingView } from "#components/branding/branding-view.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Section } from "#components/ui/section.tsx";
import { readBranding } from "#lib/server/services/branding/read-branding.ts";
import { setBrandingAction } from "./actions.ts";

export const metadata: Metadata = { title: "Branding" };

type Props = { params: Promise<{ organization: string }> };

export default async function BrandingPage({ params }: Props) {
  const { organization } = await params;
  const { branding, mayWrite } = await read(readBranding(await requireActor(organization), {}));
  const logoHref = branding?.logo ? `/${organization}/branding/logo?of=${branding.logo.slice(0, 16)}` : null;
  return (
    <>
      <PageHeader
        title={
          branding ? `Deliverables carry the name of ${branding.name}` : "Deliverables carry no consultancy's name"
        }
        lede="Name, logo and colour stand on the cover, at the head of every page and on the first slide, in this organization alone."
      />
      <div className="flex flex-col gap-14">
        {branding && (
          <Section title="How it looks">
            <BrandingView branding={branding} logoHref={logoHref} />
          </Section>
        )}
        {mayWrite ? (
          <Section title={branding ? "Change it" : "Set it"}>
            <BrandingForm
              name={branding?.name ?? ""}
              accent={branding?.accent ?? ""}
              hasLogo={logoHref !== null}
              save={setBrandingAction.bind(null, organization)}
            />
          </Section>
        ) : (
          <p className="text-muted">A consultant or an admin sets it.</p>
        )}
      </div>
    </>
  );
}
