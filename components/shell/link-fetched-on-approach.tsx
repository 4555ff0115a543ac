"use client";

import Link from "next/link";
import { type ComponentProps, useState } from "react";

/**
 * A link whose page is fetched when somebody comes near it, by pointer or keyboard. Links that stand around every page would
 * otherwise be fetched anew with each answer that is stored.
 */
export function LinkFetchedOnApproach(props: Omit<ComponentProps<typeof Link>, "prefetch">) {
  const [near, setNear] = useState(false);
  const approach = () => setNear(true);
  return <Link {...props} prefetch={near ? null : false} onPointerEnter={approach} onFocus={approach} />;
}
