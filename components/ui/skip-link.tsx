/** The first stop of the keyboard: past the navigation, to what the page says. */
export function SkipLink({ to = "content" }: { to?: string }) {
  return (
    <a
      href={`#${to}`}
      className="-translate-y-20 fixed top-3 left-3 z-60 rounded-control bg-accent px-3.5 py-2 font-strong text-on-accent focus:translate-y-0 print:hidden"
    >
      Skip to content
    </a>
  );
}
