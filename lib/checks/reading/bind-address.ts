import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import { PASS, type Verdict } from "../check.ts";
import { judgePrograms } from "./control-plane-program.ts";
import { missingFlag, wrongFlag } from "./flag-verdict.ts";

const REACHED = "so it listens beyond its own machine";

/** Whether only programs on the same machine reach an address ("127.0.0.1", "[::1]:10249", "localhost"). */
export function isLoopback(address: string): boolean {
  return /^(127(\.\d{1,3}){3}|localhost)(:\d+)?$|^::1$|^\[::1\](:\d+)?$/i.test(address.trim());
}

/**
 * Judges where a program of the control plane listens that only its own machine asks: --bind-address, every address unless
 * set, and --address of the plain-text port of old. A port that is 0 does not listen.
 */
export function judgeBinding(index: ClusterIndex, program: string): Verdict {
  return judgePrograms(index, program, (seen) => {
    const plain = seen.flag("port")?.value === "0" ? undefined : seen.flag("address");
    if (plain && !isLoopback(plain.value)) return [wrongFlag(seen, program, "address", plain, REACHED)];
    if (seen.flag("secure-port")?.value === "0") return PASS;
    const address = seen.flag("bind-address");
    if (!address) return [missingFlag(seen, program, "bind-address", "and unless set it listens on every address")];
    return isLoopback(address.value) ? PASS : [wrongFlag(seen, program, "bind-address", address, REACHED)];
  });
}
