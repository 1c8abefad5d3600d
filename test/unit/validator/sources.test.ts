import { readFileSync } from "node:fs";
import { rules, validators } from "paylint";
import { requestPay } from "paylint/ksnet/v1";
import { describe, expect, it } from "vitest";
import { plain } from "../../payloads.js";

const hangul = /\p{Script=Hangul}/u;
const { sources } = JSON.parse(readFileSync("schemas/sources.json", "utf8")) as {
  sources: Record<string, { sections?: Record<string, unknown> }>;
};

describe("what a diagnostic says of its sources", () => {
  const wrong = { ...plain, amount: "9900" };
  const [english] = requestPay.check(wrong).diagnostics;
  const [korean] = requestPay.check(wrong, { locale: "ko" }).diagnostics;
  it("names every document, the first of them as the source", () => {
    expect(english?.source).toBe(
      "PortOne V1 KSNET integration guide (before 2026-04-27), §2 Main parameters",
    );
    expect(english?.sources.length).toBeGreaterThan(1);
    expect(english?.sources[0]?.title).toBe(english?.source);
  });
  it("gives the address of a document that has one", () => {
    expect(english?.sources[0]?.url).toMatch(/^https:\/\/developers\.portone\.io\//);
  });
  it("is in the language that was asked for, sections and editions too", () => {
    expect(korean?.source).toBe(
      "포트원 V1 KSNET 연동 가이드 (2026-04-27 이전), §2 주요 파라미터 설명",
    );
  });
});

describe("the rules", () => {
  it.each(rules.map((rule) => [rule.id, rule] as const))(
    "%s has sources in both languages",
    (_id, rule) => {
      const all = [
        ...rule.sources,
        ...rule.disagreements.flatMap(({ positions }) => positions.map(({ source }) => source)),
      ];
      for (const { title } of all) {
        expect(title.en).not.toMatch(hangul);
        expect(title.ko).toMatch(/\p{Script=Hangul}|^(?:PCI|ECMA)/u);
      }
    },
  );
  it("say for each of their kinds how loud they are there", () => {
    for (const { kinds, severity, id, inText } of rules) {
      // A rule about the code around a payment speaks of no kind.
      if (inText && Object.keys(kinds).length === 0) continue;
      expect(Object.values(kinds), id).toContain(severity);
      for (const kind of Object.keys(kinds)) expect(validators, id).toHaveProperty([kind]);
    }
  });
});

/** Every key that some kind's payload has. */
function keysOf(schema: unknown, keys = new Set<string>()): Set<string> {
  if (typeof schema !== "object" || schema === null) return keys;
  for (const [key, below] of Object.entries(schema)) {
    if (key === "properties") for (const name of Object.keys(below as object)) keys.add(name);
    keysOf(below, keys);
  }
  return keys;
}

/** Sections of a document that the tables cite. */
function cited(value: unknown, found: [document: string, section: string][] = []) {
  if (typeof value !== "object" || value === null) return found;
  const { document, section } = value as Record<string, unknown>;
  if (typeof document === "string") found.push([document, String(section)]);
  for (const below of Object.values(value)) cited(below, found);
  return found;
}

it("a section without a name in each language is a parameter, a REST call or a number", () => {
  const known = new Set(Object.values(validators).flatMap(({ schema }) => [...keysOf(schema)]));
  const v2 = /^(?:CardCompany|card\.installment\S*|orderName|customer\.fullName)$/;
  const files = ["rules.json", "ksnet/issuers.json", "ksnet/v1/rules.json"].concat(
    "ksnet/v1/request-pay/rules.json",
    Object.keys(validators).flatMap((kind) =>
      ["kind", "shape"].map((file) => `${kind.replaceAll(".", "/")}/${file}.json`),
    ),
  );
  const unnamed = files
    .flatMap((file) => cited(JSON.parse(readFileSync(`schemas/${file}`, "utf8"))))
    .filter(([document, section]) => !Object.hasOwn(sources[document]?.sections ?? {}, section))
    .flatMap(([, section]) => section.split(/, (?=[^§])/))
    .filter((part) => !/^(?:GET|POST|PUT) \/\S+$|^[\d.]+$/.test(part) && !v2.test(part))
    .filter(
      (part) =>
        !part
          .replace(/^§\d /, "")
          .split(".")
          .every((key) => known.has(key)),
    );
  expect(unnamed).toEqual([]);
});
