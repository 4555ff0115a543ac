import type { Prices } from "./prices.ts";
import type { SearchSpace } from "./search-space.ts";

/** Risk for what the effort costs at the mean prices of its skills: a full skill's days are dear, an idle one's are cheap. */
export function pricedMerit({ ids, skills, quarters, risk, effort }: SearchSpace, { capacity }: Prices): Float64Array {
  const mean = skills.map((_, s) => {
    let sum = 0;
    for (let q = 0; q < quarters; q++) sum += capacity[q * skills.length + s] ?? 0;
    return sum / quarters;
  });
  const floor = mean.reduce((sum, price) => sum + price, 0) * 0.02 + 1e-12;
  return Float64Array.from(ids, (_, i) => {
    const cost = mean.reduce((sum, price, s) => sum + Math.max(price, floor) * (effort[i * skills.length + s] ?? 0), 0);
    return (risk[i] ?? 0) / Math.max(cost, 1e-12);
  });
}
