import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { expect, test } from "../support/abuse-test.ts";
import { HANDLERS, PAGES } from "../support/matrix.ts";
import { FOREIGN, GROUND, HOME } from "../support/people.ts";
import { demoCookie, foreignCookie, groundCookie } from "../support/sign-in-once.ts";
import { foreignTenant, provingGround } from "../support/test.ts";
import { type Answer, ask, askPayload, exchange, PORT, type Question } from "../support/wire.ts";

/** Names that only members may read. The slug is in the address that the visitor typed. */
const SECRETS = [FOREIGN.name, FOREIGN.secret, "Proving Ground", "proving-cluster", "Meridian Freight", "harbor-prod"];
const guarded = () => Object.values({ ...PAGES, ...HANDLERS }).filter(({ may }) => may !== "public");
const decision = ({ status, headers }: Answer) => [status, headers.location ?? null];
const expectNothingOf = (secrets: string[], answer: Answer) => {
  for (const secret of secrets) expect(answer.body).not.toContain(secret);
};

test("A01 a header that claims that middleware ran changes no decision, at every protected address", async () => {
  const ground = provingGround();
  for (const address of guarded()) {
    const path = address.path(ground);
    const plain = decision(await ask({ path }));
    for (const value of [
      "middleware",
      "middleware:middleware:middleware:middleware:middleware",
      "src/middleware",
      "pages/_middleware",
      "proxy",
      "1",
    ]) {
      const answer = await ask({
        path,
        headers: {
          "x-middleware-subrequest": value,
          "x-middleware-subrequest-id": value,
          "x-middleware-rewrite": path,
          "x-middleware-next": "1",
        },
      });
      expect({ path, decision: decision(answer) }).toEqual({ path, decision: plain });
      expectNothingOf(SECRETS, answer);
    }
  }
});

test("A02 no variant of React's payloads hands a byte of a tenant to people without a cookie, or with another's", async () => {
  const ground = provingGround();
  const build = readFileSync(".next/BUILD_ID", "utf8");
  const stranger = await foreignCookie();
  for (const address of guarded()) {
    const path = address.path(ground);
    const variants: Question[] = [
      { path, headers: { rsc: "1" } },
      { path: `${path}?_rsc=1abcd`, headers: { rsc: "1" } },
      { path: `${path}?_rsc=1abcd` },
      { path: `${path}.rsc` },
      { path: `${path}.segments/_tree.segment.rsc` },
      { path, headers: { rsc: "1", "next-router-prefetch": "1" } },
      { path, headers: { rsc: "1", "next-router-prefetch": "1", "next-router-segment-prefetch": "/_tree" } },
      { path, headers: { rsc: "1", "next-router-prefetch": "1", "next-router-segment-prefetch": "/_full" } },
      {
        path,
        headers: {
          rsc: "1",
          "next-router-state-tree": encodeURIComponent(
            '["",{"children":["(portal)",{"children":["__PAGE__",{}]}]},null,"refetch"]',
          ),
        },
      },
      { path, headers: { rsc: "1", "next-url": path } },
      { path: `/_next/data/${build}${path === "/" ? "/index" : path}.json`, headers: { "x-nextjs-data": "1" } },
    ];
    for (const variant of variants) {
      expectNothingOf(SECRETS, await askPayload(variant));
      if (path.includes(GROUND.organization))
        expectNothingOf(["Proving Ground", "proving-cluster"], await askPayload({ ...variant, cookie: stranger }));
    }
  }
});

test("A03 however a path is spelled, the decision is that of the canonical one", async () => {
  const [ground, foreign] = [provingGround(), foreignTenant()];
  const cookie = await groundCookie("consultant");
  const theirs = `/${foreign.slug}/clusters/${foreign.cluster}`;
  const spelled = [
    `/${theirs}`,
    theirs.replaceAll("/", "//"),
    `/.${theirs}`,
    `/x/..${theirs}`,
    theirs.replace("/clusters", "%2fclusters"),
    theirs.replace("/clusters", "/%2e/clusters"),
    theirs.replace("/clusters", ";x=1/clusters"),
    `${theirs};x`,
    `${theirs}.`,
    `${theirs}%00`,
    `${theirs}%20`,
    `${theirs}/`,
    theirs.replace("tidewater", "%74idewater"),
    theirs.toUpperCase(),
    `/${ground.slug}/clusters/${ground.cluster}/../../../${foreign.slug}/clusters/${foreign.cluster}`,
    `/${ground.slug}/clusters/${foreign.cluster}?organization=${foreign.slug}&cluster=${foreign.cluster}`,
    `/${ground.slug}/clusters/${ground.cluster}?nxtPorganization=${foreign.slug}&nxtPcluster=${foreign.cluster}`,
    `/${ground.slug}/clusters/${ground.cluster}?a=1?&nxtPorganization=${foreign.slug}&nxtPcluster=${foreign.cluster}`,
    `/${ground.slug}/clusters/${ground.cluster}?nxtIorganization=${foreign.slug}`,
    `/${ground.slug}/clusters/${ground.cluster}#/../${foreign.slug}`,
    `http://localhost:${PORT}${theirs}`,
    `//localhost:${PORT}${theirs}`,
  ];
  for (const path of spelled) {
    for (const who of [cookie, undefined]) {
      const answer = await ask({ path, cookie: who });
      expect({ path, status: answer.status }).toEqual({ path, status: expect.any(Number) });
      expect([307, 308, 404]).toContain(answer.status);
      expectNothingOf([FOREIGN.name, FOREIGN.secret], answer);
    }
  }
  // The own page stays the own page, whatever else the query claims.
  for (const query of [
    `organization=${foreign.slug}`,
    `organization=a&organization=${foreign.slug}`,
    `cluster=${foreign.cluster}&cluster=${ground.cluster}`,
    `params[organization]=${foreign.slug}`,
  ]) {
    const answer = await ask({ path: `/${ground.slug}/clusters/${ground.cluster}?${query}`, cookie });
    expect(answer.status).toBe(200);
    expect(answer.body).toContain("proving-cluster");
    expectNothingOf([FOREIGN.name, FOREIGN.secret], answer);
  }
});

/** Counts who connects. Nobody should. */
async function sinkhole(run: (port: number) => Promise<void>): Promise<number> {
  let connections = 0;
  const server: Server = createServer((socket) => {
    connections++;
    socket.destroy();
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const address = server.address();
  await run(typeof address === "object" && address ? address.port : 0);
  await new Promise((closed) => server.close(closed));
  return connections;
}

test("A08 an upgrade, an absolute address and a tunnel are refused, and nobody is called", async () => {
  const connections = await sinkhole(async (port) => {
    const upgrade =
      "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n";
    for (const target of [
      `http://127.0.0.1:${port}/`,
      `http://127.0.0.1:${port}`,
      `//127.0.0.1:${port}/`,
      `/`,
      `/_next/webpack-hmr`,
      `http://169.254.169.254/latest/meta-data/`,
      `http://127.0.0.1:5432/`,
    ]) {
      for (const host of [`localhost:${PORT}`, `127.0.0.1:${port}`]) {
        const said = await exchange(`GET ${target} HTTP/1.1\r\nHost: ${host}\r\n${upgrade}\r\n`);
        expect(said).toMatch(/^HTTP\/1\.1 400 /);
        expect(await exchange(`GET ${target} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`)).toMatch(
          /^HTTP\/1\.1 (307|404) /,
        );
      }
    }
    expect(await exchange(`CONNECT 127.0.0.1:${port} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n\r\n`)).toBe("");
  });
  expect(connections).toBe(0);
});

test("A09 there is no image optimizer: every address of it is 404, and nothing is fetched", async () => {
  const connections = await sinkhole(async (port) => {
    const urls = [
      `http://127.0.0.1:${port}/x.png`,
      `//127.0.0.1:${port}/x.png`,
      "/icon.svg",
      "/_next/static/media/x.avif",
      "http://169.254.169.254/",
      "data:image/png;base64,AAAA",
      "file:///etc/passwd",
    ];
    for (const url of urls) {
      for (const path of ["/_next/image", "/_next/image/", "/_next/image/x"]) {
        for (const width of ["64", "20000"]) {
          const answer = await ask({
            path: `${path}?url=${encodeURIComponent(url)}&w=${width}&q=75`,
            headers: { accept: "image/avif,image/webp" },
          });
          expect([path, answer.status]).toEqual([path, 404]);
        }
      }
    }
    for (const path of [
      "/_next//image?url=/icon.svg&w=64&q=75",
      "/_next/%69mage?url=/icon.svg&w=64&q=75",
      "/x/_next/image?url=/icon.svg&w=64&q=75",
      "/_NEXT/IMAGE?url=/icon.svg&w=64&q=75",
    ]) {
      expect([path, (await ask({ path })).status]).toEqual([path, 404]);
    }
  });
  expect(connections).toBe(0);
});

test("A10 a cache in front keeps nothing of anybody: private, no-store wherever somebody is signed in", async () => {
  const cache = new Map<string, Answer>();
  const through = async (question: Question): Promise<Answer> => {
    const kept = cache.get(question.path);
    if (kept) return kept;
    const answer = await askPayload(question);
    if (answer.status < 400 && !/no-store|private/.test(String(answer.headers["cache-control"])))
      cache.set(question.path, answer);
    return answer;
  };
  const [ground, foreign] = [provingGround(), foreignTenant()];
  const visitors = [await groundCookie("leader"), await groundCookie("admin"), await foreignCookie(), undefined];
  for (const address of guarded()) {
    for (const headers of [{}, { rsc: "1" }] as Record<string, string>[]) {
      for (const tenant of [ground, foreign]) {
        for (const cookie of visitors) {
          const isForeigner = cookie === visitors.at(-2);
          const answer = await through({ path: address.path(tenant), headers, cookie });
          expect(answer.headers["cache-control"]).toBe("private, no-store");
          if (!isForeigner) expectNothingOf([FOREIGN.name, FOREIGN.secret], answer);
          else expectNothingOf(["Proving Ground", "proving-cluster"], answer);
        }
      }
    }
  }
  expect([...cache.keys()]).toEqual([]);
});

test("A10 what may be cached is the same for everybody, and holds nothing of anybody", async () => {
  const cookie = await demoCookie("leader");
  const page = await ask({ path: `/${HOME}`, cookie });
  const files = [...new Set([...page.body.matchAll(/\/_next\/static\/[\w./~-]+\.(?:js|css)/g)].map(([file]) => file))];
  expect(files.length).toBeGreaterThan(3);
  for (const path of files) {
    const [mine, everybodys] = [await ask({ path, cookie }), await ask({ path })];
    expect(mine.body).toBe(everybodys.body);
    expect(mine.headers["set-cookie"]).toBeUndefined();
    expectNothingOf(SECRETS, mine);
  }
});
