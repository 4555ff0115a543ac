import type { IncomingHttpHeaders } from "node:http";
import { describe, expect, test } from "vitest";
import { NETWORK_HEADER } from "#lib/server/auth/network.ts";
import { dropInternalHeaders, nameNetwork } from "./header-guard.ts";

describe("headers by which a framework talks to itself", () => {
  test.each([
    "x-middleware-subrequest",
    "x-middleware-rewrite",
    "x-middleware-set-cookie",
    "x-invoke-path",
    "x-invoke-status",
    "x-matched-path",
    "x-now-route-matches",
    "x-vercel-forwarded-for",
    "x-next-cache-tags",
    "x-next-resume-state-length",
    "x-next-revalidate-tag-token",
    "x-nextjs-data",
    "x-nextjs-rewritten-path",
    "x-action-forwarded",
    "x-prerender-revalidate",
    "x-forwarded-for",
    "x-forwarded-host",
    "x-forwarded-proto",
    "x-forwarded-port",
    "forwarded",
    "x-real-ip",
    "x-original-url",
    "x-rewrite-url",
    "x-http-method-override",
    "content-security-policy",
    "content-security-policy-report-only",
    "x-nonce",
    NETWORK_HEADER,
  ])("%s from the outside is dropped", (name) => {
    const headers: IncomingHttpHeaders = { [name]: "a lie" };
    dropInternalHeaders(headers);
    expect(headers).toEqual({});
  });

  test.each([
    "host",
    "cookie",
    "accept",
    "content-type",
    "content-length",
    "origin",
    "rsc",
    "next-action",
    "next-router-state-tree",
    "next-router-prefetch",
    "x-file-name",
    "user-agent",
  ])("%s is left alone", (name) => {
    const headers: IncomingHttpHeaders = { [name]: "kept" };
    dropInternalHeaders(headers);
    expect(headers).toEqual({ [name]: "kept" });
  });
});

describe("who asks", () => {
  test.each([
    ["the socket, when no proxy is trusted", "10.0.0.7", "1.2.3.4", false, "10.0.0.7"],
    ["the last hop, when the operator's own proxy wrote it", "10.0.0.7", "6.6.6.6, 1.2.3.4", true, "1.2.3.4"],
    ["the socket, when the trusted proxy wrote nothing", "10.0.0.7", undefined, true, "10.0.0.7"],
    ["the socket, when it wrote an empty list", "10.0.0.7", " , ", true, "10.0.0.7"],
    ["unknown, when the socket is gone", undefined, undefined, false, "unknown"],
  ])("is %s", (_, socket, forwarded, trusted, network) => {
    const headers: IncomingHttpHeaders = { [NETWORK_HEADER]: "a lie" };
    nameNetwork(headers, socket, forwarded, trusted);
    expect(headers[NETWORK_HEADER]).toBe(network);
  });
});
