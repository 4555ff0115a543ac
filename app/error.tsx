"use client";
import { Button } from "#components/ui/button.tsx";

/** Something broke on our side: what it means, and what to do next. */
export default function ErrorPage({ reset }: { reset: () => void }) {
  return (
    <main id="content" className="mx-auto grid min-h-dvh max-w-lg content-center gap-3 px-6">
      <h1 className="text-xl font-strong">This page could not be drawn.</h1>
      <p className="text-muted">
        Nothing was changed. The portal may be starting, or its database cannot be reached; try again in a minute.
      </p>
      <div>
        <Button variant="primary" onClick={reset}>
          Try again
        </Button>
      </div>
    </main>
  );
}
