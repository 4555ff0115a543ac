import { TextLink } from "#components/ui/text-link.tsx";

/** The same page for what does not exist and for what belongs to others. */
export default function NotFound() {
  return (
    <main id="content" className="mx-auto grid min-h-dvh max-w-lg content-center gap-3 px-6">
      <h1 className="text-xl font-strong">There is nothing here.</h1>
      <p className="text-muted">
        It may have been removed, or it belongs to an organization that you are not a member of.
      </p>
      <p>
        <TextLink href="/">Back to where you stand</TextLink>
      </p>
    </main>
  );
}
