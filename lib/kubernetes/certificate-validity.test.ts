import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { certificateMarker, markedValidity, validitiesIn } from "./certificate-validity.ts";

/** Self-signed, from 2026-01-01 to 2027-01-01. */
const ONE_YEAR = `-----BEGIN CERTIFICATE-----
MIHRMIGEoAMCAQICAgPoMAUGAytlcDASMRAwDgYDVQQDDAd3ZWJob29rMB4XDTI2
MDEwMTAwMDAwMFoXDTI3MDEwMTAwMDAwMFowEjEQMA4GA1UEAwwHd2ViaG9vazAq
MAUGAytlcAMhANh+GWskrwZ2adwV2IaTEX1Ig1S5zPWLUH86Z8pftnG3MAUGAytl
cANBABi1ogFNPp2fWe1daM1wMhFciqNQGOh8rTIxPuBw6baKthKhZruxBi6aXDCZ
Iz/5fLasYAZsDp7Tx81j8vk1Tgc=
-----END CERTIFICATE-----
`;
/** To 2060, which takes the longer form of time. */
const LONG = `-----BEGIN CERTIFICATE-----
MIHTMIGGoAMCAQICAgPoMAUGAytlcDASMRAwDgYDVQQDDAd3ZWJob29rMCAXDTI2
MDEwMTEyMzAwMFoYDzIwNjAwMTAxMDAwMDAwWjASMRAwDgYDVQQDDAd3ZWJob29r
MCowBQYDK2VwAyEA2H4ZaySvBnZp3BXYhpMRfUiDVLnM9YtQfzpnyl+2cbcwBQYD
K2VwA0EAqsbuxsO9KaL8m8lXS5FcYXHLSW4/nqbmrzo3n0/ynLWnaWIE7t93SJeT
siLdT47lTtwCIpu8/OFOusAaPSJ6AQ==
-----END CERTIFICATE-----
`;

function dates(text: string): string[][] {
  return validitiesIn(text).map(({ notBefore, notAfter }) =>
    [notBefore, notAfter].map((time) => new Date(time).toISOString()),
  );
}

describe("the validity of certificates", () => {
  test("is read from both forms of time, in order", () => {
    expect(dates(LONG + ONE_YEAR)).toEqual([
      ["2026-01-01T12:30:00.000Z", "2060-01-01T00:00:00.000Z"],
      ["2026-01-01T00:00:00.000Z", "2027-01-01T00:00:00.000Z"],
    ]);
  });

  test("is read from base64, as Secrets and webhooks keep it", () => {
    expect(dates(btoa(ONE_YEAR))).toEqual([["2026-01-01T00:00:00.000Z", "2027-01-01T00:00:00.000Z"]]);
  });

  test("is not made up where there is none", () => {
    for (const text of ["", "Cg==", "[redacted]", "-----BEGIN CERTIFICATE-----", ONE_YEAR.replace("MIHR", "MIHS")])
      expect(validitiesIn(text)).toEqual([]);
  });

  test("takes damaged certificates without a fault", () => {
    fc.assert(
      fc.property(fc.nat(ONE_YEAR.length - 1), fc.string({ maxLength: 3 }), (at, junk) => {
        const text = ONE_YEAR.slice(0, at) + junk + ONE_YEAR.slice(at + junk.length);
        for (const { notBefore, notAfter } of validitiesIn(text))
          expect([notBefore, notAfter].every(Number.isFinite)).toBe(true);
      }),
      { seed: 20_261_123 },
    );
  });
});

describe("the marker of a certificate", () => {
  test("holds the dates of the first one, and nothing else of it", () => {
    const marker = "[redacted] certificate from 2026-01-01T00:00:00.000Z until 2027-01-01T00:00:00.000Z";
    expect(certificateMarker(btoa(ONE_YEAR + LONG))).toBe(marker);
    expect(certificateMarker(marker)).toBe(marker);
    expect(markedValidity(marker)).toEqual(validitiesIn(ONE_YEAR)[0]);
  });

  test("is not made of a key, nor of a text that begins like one", () => {
    const key = "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIA==\n-----END PRIVATE KEY-----\n";
    const renamed = key.replaceAll("PRIVATE KEY", "CERTIFICATE");
    for (const text of [key, renamed, "", "[redacted]", "[redacted] certificate from hunter2 until x"])
      expect(certificateMarker(text)).toBeNull();
    expect(markedValidity(`${certificateMarker(ONE_YEAR)} hunter2`)).toBeNull();
  });
});
