import "server-only";
import { Refusal } from "#lib/contracts/refusal.ts";

/** A try takes a core for a second: this many run at once in a process, and this many of one organization wait. */
const AT_ONCE = 2;
const MOST_WAITING = 12;

type Slots = { running: number; queue: { organization: string; go: () => void }[] };
const shared = globalThis as { chartroomSolverSlots?: Slots };

/** Runs when a core is free, in the order in which they came; refuses where one organization has many waiting already. */
export async function inSlot<T>(organization: string, run: () => Promise<T>): Promise<T> {
  shared.chartroomSolverSlots ??= { running: 0, queue: [] };
  const slots = shared.chartroomSolverSlots;
  if (slots.running >= AT_ONCE) {
    if (slots.queue.filter((each) => each.organization === organization).length >= MOST_WAITING) {
      throw new Refusal("too-many-attempts", "Many plans are being tried already.", {
        detail: "Nothing is lost. Wait some seconds and move the slider again.",
      });
    }
    // Who ends hands its slot to the next: the number of those running stays.
    await new Promise<void>((go) => slots.queue.push({ organization, go }));
  } else slots.running++;
  try {
    return await run();
  } finally {
    const next = slots.queue.shift();
    if (next) next.go();
    else slots.running--;
  }
}
