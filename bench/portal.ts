import autocannon from "autocannon";
import { DEMO_ACCOUNTS, DEMO_ORGANIZATION } from "#fixtures/demo/accounts.ts";
import { openPortal } from "./portal-door.ts";

const PORT = 3198;
const USERS = 20;
const SECONDS = 15;

const portal = await openPortal(PORT);
try {
  const cookie = await portal.signIn(DEMO_ACCOUNTS[0]?.email ?? "");
  const url = `${portal.origin}/${DEMO_ORGANIZATION.slug}`;
  // The first requests compile what the build left lazy; they are nobody's everyday.
  await autocannon({ url, connections: USERS, duration: 3, headers: { cookie } });
  const { latency, requests, errors, non2xx } = await autocannon({
    url,
    connections: USERS,
    duration: SECONDS,
    headers: { cookie },
  });
  console.log(
    `leader's page, ${USERS} people at once: p50 ${latency.p50} ms, p95 ${latency.p97_5} ms at most (p97.5), ${requests.average.toFixed(0)} pages/s, ${errors + non2xx} failed`,
  );
} finally {
  await portal.close();
}
