import Link from "next/link";
import type { ComponentProps } from "react";
import { classNames } from "./class-names.ts";

/** A link within text: accent and underlined, so that it is not told by colour alone. */
export function TextLink({ className, ...rest }: ComponentProps<typeof Link>) {
  return (
    <Link
      {...rest}
      className={classNames(
        "rounded-small text-accent underline decoration-accent/40 underline-offset-[3px] hover:decoration-accent",
        className,
      )}
    />
  );
}
