"use client";

import { useRef, useTransition } from "react";
import { Button, type ButtonProps } from "./button.tsx";

type Props = Omit<ButtonProps, "onClick" | "pending"> & {
  action: () => Promise<unknown> | undefined;
  pendingLabel?: string;
};

/** Runs an action of its own, once at a time. */
export function ActionButton({ action, pendingLabel, children, ...rest }: Props) {
  const [pending, start] = useTransition();
  const running = useRef(false);
  const run = () => {
    if (running.current) return;
    running.current = true;
    start(async () => {
      try {
        await action();
      } finally {
        running.current = false;
      }
    });
  };
  return (
    <Button {...rest} pending={pending} onClick={run}>
      {pending && pendingLabel ? pendingLabel : children}
    </Button>
  );
}
