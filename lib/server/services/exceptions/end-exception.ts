import { ExceptionId } from "#lib/contracts/inputs.ts";
import { endException as storeEnd } from "#lib/server/db/exceptions.ts";
import { now } from "#lib/server/runtime/clock.ts";
import { notFound, verb } from "../verb.ts";

/** Ends an exception before its day: what it covered is planned again from now on. */
export const endException = verb(
  {
    name: "exceptions.end-exception",
    may: "exceptions.write",
    input: ExceptionId,
    writes: (input) => ({ subject: input.exception, details: { cluster: input.cluster } }),
  },
  async (work, input) => {
    if (!(await storeEnd(work, input.exception, input.cluster, now()))) throw notFound();
    return { exception: input.exception };
  },
);
