import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { itWhere } from "../support/itWhere.js";
import { type Figure, Payloads } from "./payloads.js";

/**
 * Holds what paylint says of payloads for V2 gateways against figures read from the gateways' pages and PortOne's
 * descriptions: lists of values, what is needed, refused or ignored, and bounds. `v2-gateway-figures.json` has a member a
 * gateway code, in it one a kind. An error is meant where a figure names no severity, a warning for what is ignored.
 */
interface List extends Figure {
  readonly path: string;
  readonly values: readonly string[];
}
interface Paths extends Figure {
  readonly paths: readonly string[];
  /** Values that are no fault. */
  readonly except?: readonly unknown[];
}
interface Limit extends Figure {
  readonly path: string;
  readonly characters?: number;
  readonly bytes?: number;
  readonly encoding?: "UTF-8";
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxItems?: number;
  readonly script?: "Katakana" | "Latin";
  readonly forbiddenCharacters?: string;
  readonly unadvisedCharacters?: string;
}
interface Key extends Figure {
  readonly path: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
}
interface KindFigures {
  readonly keys?: readonly Key[];
  readonly lists?: readonly List[];
  readonly required?: readonly Paths[];
  readonly refused?: readonly Paths[];
  readonly ignored?: readonly Paths[];
  readonly limits?: readonly Limit[];
}
type AllFigures = Readonly<Record<string, Readonly<Record<string, KindFigures>>>>;

const figures: AllFigures = JSON.parse(
  readFileSync("test/facts/v2-gateway-figures.json", "utf8"),
).gateways;
const kinds = Object.entries(figures).flatMap(([code, own]) =>
  Object.entries(own).map(([kind, figure]) => [`${code}.v2.${kind}`, figure] as const),
);

/** Every value that some gateway has at a path. */
const known = new Map<string, Set<string>>();
for (const [, { lists = [] }] of kinds) {
  for (const { path, values } of lists) {
    known.set(path, new Set([...(known.get(path) ?? []), ...values]));
  }
}

const samples = {
  email: ["buyer@shop.example", "sky-blue@shop.example", "a_b@shop.example"],
  text: [
    ...["order-20261124-0001", "order202611240001", "주문-0001", "{order-0001", "x", "12", "KR"],
    ...["KOR", "+821012345678", "821012345678", "010-0000-1234", "2026-12-31 23:59:59"],
    ...[
      "20261231235959",
      "2026123123",
      "shopapp://",
      "shopapp",
      "09:00",
      "9:00",
      "2026-12-31",
      "20261231",

      "08:3|06:1",
      "01:1",
      "08:9",
      "selcode=14",
      "KAKAOPAY:LPAY",
      "x".repeat(65),
    ],
  ],
};
const scripts = {
  Katakana: { right: "ソラ ストアー", wrong: "Sora" },
  Latin: { right: "Sora Store 24", wrong: "空ストア" },
};
/** A text of so many characters. */
const text = (path: string, length: number) =>
  path.endsWith("email") ? "@shop.example".padStart(length, "x") : "x".repeat(length);
const ofType = { string: "1", whole: 1, boolean: true, array: [], object: {} };
const form = /^(shape\/(pattern|format)|text\/characters)$/;

describe.each(kinds)("%s agrees with the figures", async (kind, figure) => {
  const payloads = await Payloads.of(kind);
  const { at, build, value, concrete } = payloads;

  itWhere(figure.lists !== undefined)("A key takes the values of its list", () => {
    for (const list of figure.lists ?? []) {
      const { path, values, severity = "error" } = list;
      for (const one of known.get(path) ?? []) {
        const isTold = at(path, build(list, { [path]: one }), list).some(
          (it) => it.severity === severity || it.severity === "error",
        );
        expect([path, one, isTold]).toEqual([path, one, !values.includes(one)]);
      }
    }
  });

  itWhere(figure.required !== undefined)("A key that is needed is missed", () => {
    for (const figures of figure.required ?? []) {
      const { paths, severity = "error" } = figures;
      const filled = Object.fromEntries(paths.map((path) => [path, value(path)]));
      for (const path of paths) {
        const broken = at(path, build(figures, filled, [path]), figures);
        expect([path, broken.map((it) => it.severity)]).toEqual([
          path,
          expect.arrayContaining([severity]),
        ]);
        const rules = broken.map(({ rule }) => rule);
        const right = at(path, build(figures, filled), figures).map(({ rule }) => rule);
        expect([path, right.filter((rule) => rules.includes(rule))]).toEqual([path, []]);
      }
    }
  });

  const sorts = (["refused", "ignored"] as const).filter((sort) => figure[sort] !== undefined);
  it.each(sorts)("A key that is %s is told", (sort) => {
    for (const figures of figure[sort] ?? []) {
      const severity = figures.severity ?? (sort === "refused" ? "error" : "warning");
      for (const path of figures.paths) {
        const wrongs = figures.when?.[path];
        const wrong = value(path, figures.except);
        for (const one of Array.isArray(wrongs) ? wrongs : [wrong]) {
          const given = wrongs ? {} : { [path]: one };
          const when = Array.isArray(wrongs) ? { ...figures.when, [path]: [one] } : figures.when;
          const broken = at(path, build({ ...figures, ...(when && { when }) }, given), figures);
          expect([path, one, broken.map((it) => it.severity)]).toEqual([
            ...[path, one],
            expect.arrayContaining([severity]),
          ]);
          const rules = broken.filter((it) => it.severity === severity).map(({ rule }) => rule);
          for (const spared of figures.except ?? [undefined]) {
            const payload =
              spared === undefined
                ? build(figures, {}, [path])
                : build(figures, { [path]: spared }, []);
            const right = at(path, payload, figures).map(({ rule }) => rule);
            expect([path, right.filter((rule) => rules.includes(rule))]).toEqual([path, []]);
          }
        }
      }
    }
  });

  itWhere(figure.limits !== undefined)("A value has the bounds of its page", () => {
    for (const limit of figure.limits ?? []) {
      const { path, severity = "error" } = limit;
      const told = (one: unknown, rule: RegExp, as: string | undefined) =>
        at(path, build(limit, { [path]: one }), limit).some(
          (it) => rule.test(it.rule) && (as === undefined || it.severity === as),
        );
      const bound = (right: unknown, wrong: unknown, rule: RegExp, as: string = severity) =>
        expect([path, told(right, rule, as), told(wrong, rule, as)]).toEqual([path, false, true]);
      const { characters, bytes, encoding, pattern, minimum, maximum, maxItems, script } = limit;
      if (characters !== undefined) {
        const as = limit.pattern === undefined ? severity : undefined;
        bound(text(path, characters), text(path, characters + 1), /^shape\/(length|pattern)$/, as);
      }
      if (bytes !== undefined) {
        const most = Math.floor(bytes / (encoding ? 3 : 2));
        const as = encoding ? "error" : "warning";
        bound("가".repeat(most), "가".repeat(most + 1), /^text\/byte-length$/, as);
      }
      if (pattern !== undefined) {
        const isRight = (one: string) => new RegExp(pattern).test(one);
        const ones = (/email$/.test(path) ? samples.email : samples.text).filter(
          (one) => characters === undefined || one.length <= characters,
        );
        for (const one of ones) {
          expect([path, one, told(one, form, undefined)]).toEqual([path, one, !isRight(one)]);
        }
        expect(ones.some((one) => told(one, form, severity))).toBe(true);
      }
      const number = /^(amount\/minimum|vbank\/due-range|shape\/(type|enum))$/;
      if (minimum !== undefined) bound(minimum, minimum - 1, number);
      if (maximum !== undefined) bound(maximum, maximum + 1, number);
      if (maxItems !== undefined) {
        bound(Array(maxItems).fill({}), Array(maxItems + 1).fill({}), /^shape\/length$/);
      }
      if (script) bound(scripts[script].right, scripts[script].wrong, /^shape\/pattern$/);
      for (const character of limit.forbiddenCharacters ?? "") {
        bound("Canvas tote bag", `Canvas${character}bag`, /^text\/characters$/, "error");
      }
      for (const character of limit.unadvisedCharacters ?? "") {
        bound("Canvas_tote_bag", `Canvas${character}bag`, /^text\/characters$/, "warning");
      }
    }
  });

  itWhere(figure.keys !== undefined)(
    "A key of the gateway's own takes the values of its page",
    () => {
      for (const key of figure.keys ?? []) {
        const told = (one: unknown) =>
          at(key.path, build(key, { [key.path]: one }), key)
            .filter(({ rule, severity }) => rule !== "shape/unsupported" && severity !== "info")
            .map(({ rule }) => rule);
        const types = [key.type ?? []].flat();
        for (const [type, one] of Object.entries(ofType)) {
          const isRight = types.includes(type) || (type === "whole" && types.includes("integer"));
          if (types.length === 0) continue;
          expect([key.path, type, told(one).includes("shape/type")]).toEqual([
            ...[key.path, type, !isRight],
          ]);
        }
        for (const one of key.enum ?? [])
          expect([key.path, one, told(one)]).toEqual([key.path, one, []]);
        if (key.enum) expect([key.path, told("no-such-value")]).toEqual([key.path, ["shape/enum"]]);
      }
    },
  );

  it("The sample has no finding", () => {
    expect(payloads.found(payloads.sample)).toEqual([]);
    expect(concrete("/a/*/b")).toBe("/a/0/b");
  });
});
