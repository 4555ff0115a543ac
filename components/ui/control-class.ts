/** What every control that takes text or a choice looks like. 16 px on phones, so that they do not zoom in. */
export const CONTROL_CLASS =
  "w-full min-w-0 rounded-control border border-rule bg-surface px-3 text-base text-ink placeholder:text-muted md:text-sm " +
  "hover:border-ink/60 [&[readonly]]:bg-sunken disabled:bg-sunken disabled:text-muted " +
  "aria-invalid:border-ink aria-invalid:shadow-[inset_0_0_0_1px_var(--ink)]";
