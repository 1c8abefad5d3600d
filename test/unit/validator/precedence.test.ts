import { describe, expect, it } from "vitest";
import type { Fault } from "../../../dist/validator/compiled.js";
import { type Finding, withoutImplied } from "../../../dist/validator/precedence.js";
import type { Severity } from "../../../dist/validator/types.js";

describe("Of several findings about one value", () => {
  type Some = Partial<Fault> & { severity?: Severity };
  const finding = (
    path: string,
    rule: string,
    { severity = "error", ...fault }: Some = {},
  ): Finding => {
    const text = { en: rule, ko: rule };
    const whole = {
      rule,
      severity,
      message: text,
      sources: [],
      path,
      is: "wrong",
      ofShape: false,
    } as const;
    return { rule, severity, path, sources: [], message: text, fault: { ...whole, ...fault } };
  };
  const left = (...findings: Finding[]) =>
    withoutImplied(findings).map(({ rule, path }) => `${rule} ${path}`);
  const shape = { ofShape: true } as const;
  const mistyped = { is: "mistyped", ofShape: true } as const;
  const missing = { is: "missing" } as const;
  it("Several findings all remain where they are about different values", () => {
    expect(left(finding("/a", "r"))).toEqual(["r /a"]);
    expect(left(finding("/a", "r"), finding("/b", "r"), finding("/ab", "s"))).toEqual([
      "r /a",
      "r /b",
      "s /ab",
    ]);
  });
  it("Only one of several findings says that a value is missing, rather the rule that says why", () => {
    expect(
      left(
        finding("/a", "shape", { ...missing, ...shape }),
        finding("/a", "why", missing),
        finding("/a", "other", missing),
      ),
    ).toEqual(["why /a"]);
    expect(
      left(
        finding("/a", "shape", { ...missing, ...shape }),
        finding("/a", "again", { ...missing, ...shape }),
      ),
    ).toEqual(["shape /a"]);
    expect(
      left(finding("/a", "hint", { ...missing, severity: "warning" }), finding("/a", "wrong")),
    ).toEqual(["hint /a", "wrong /a"]);
  });
  it("No finding remains below a value of the wrong type, nor about its bounds", () => {
    expect(
      left(
        finding("/a", "type", mistyped),
        finding("/a/b", "x"),
        finding("/a/b/0/c", "y"),
        finding("/ab", "z"),
      ),
    ).toEqual(["type /a", "z /ab"]);
    expect(left(finding("", "type", mistyped), finding("/a", "x"), finding("/a/b", "y"))).toEqual([
      "type ",
    ]);
    expect(
      left(
        finding("/a", "type", mistyped),
        finding("/a", "range"),
        finding("/a", "not-here", { is: "forbidden" }),
      ),
    ).toEqual(["type /a", "not-here /a"]);
    expect(left(finding("/a", "range"), finding("/a/b", "x"))).toEqual(["range /a", "x /a/b"]);
    expect(left(finding("", "type", mistyped), finding("/", "x"))).toEqual(["type "]);
    expect(left(finding("/a", "type", mistyped), finding("/a/", "x"))).toEqual(["type /a"]);
    expect(left(finding("/a", "own", { is: "mistyped" }), finding("/a/b", "x"))).toEqual([
      "own /a",
    ]);
    for (const severity of ["error", "warning"] as const) {
      const [type, range] = [
        finding("/a", "type", { ...mistyped, severity }),
        finding("/a", "range", shape),
      ];
      expect(left(type, range)).toEqual(["type /a"]);
      expect(left(range, type)).toEqual(["type /a"]);
    }
  });
  it("The last finding of a rule tells it, since a gateway's rows come after PortOne's and both after the shape", () => {
    const [kept, ...others] = withoutImplied([
      finding("/a", "enum", { ...shape, terms: { allowed: "any wallet" } }),
      finding("/a", "enum", { ...shape, terms: { allowed: "the gateway's wallets" } }),
      finding("/a", "pattern", shape),
    ]);
    expect(kept?.fault?.terms).toEqual({ allowed: "the gateway's wallets" });
    expect(others).toEqual([]);
  });
  it("Each rule keeps one finding about a value, as an error if it has one", () => {
    expect(
      left(finding("/a", "r", { severity: "warning" }), finding("/a", "r"), finding("/a", "r")),
    ).toEqual(["r /a"]);
    const [kept] = withoutImplied([
      finding("/a", "r", { severity: "warning" }),
      finding("/a", "r"),
    ]);
    expect(kept?.severity).toBe("error");
    const [louder] = withoutImplied([
      finding("/a", "r", { severity: "info" }),
      finding("/a", "r", { severity: "warning" }),
    ]);
    expect(louder?.severity).toBe("warning");
    const [last] = withoutImplied([
      finding("/a", "r", { severity: "warning", path: "1" }),
      finding("/a", "r", { severity: "warning", path: "2" }),
    ]);
    expect(last?.fault?.path).toBe("2");
  });
  it("The shape keeps one finding about a value, and none beside an error that says more", () => {
    expect(left(finding("/a", "enum", shape), finding("/a", "pattern", shape))).toEqual([
      "enum /a",
    ]);
    expect(left(finding("/a", "enum", shape), finding("/a", "why"))).toEqual(["why /a"]);
    expect(
      left(finding("/a", "enum", shape), finding("/a", "advice", { severity: "warning" })),
    ).toEqual(["enum /a", "advice /a"]);
    expect(
      left(finding("/a", "type", mistyped), finding("/a", "forbidden", { is: "forbidden" })),
    ).toEqual(["type /a", "forbidden /a"]);
    const { fault: _fault, ...stray } = finding("/a", "unknown");
    expect(left(stray, finding("/a", "enum", shape))).toEqual(["unknown /a", "enum /a"]);
  });
  it("A comparison drops its own finding where one of its values is wrong in itself", () => {
    const order = { reads: ["/from", "/to"] };
    expect(left(finding("/from", "order", order), finding("/to", "format", shape))).toEqual([
      "format /to",
    ]);
    expect(left(finding("/from", "order", order), finding("/to", "why"))).toEqual([
      "order /from",
      "why /to",
    ]);
    expect(
      left(finding("/from", "order", order), finding("/to", "order", { ...order, ...shape })),
    ).toEqual(["order /from", "order /to"]);
    const mild = { ...shape, severity: "warning" } as const;
    expect(left(finding("/from", "order", order), finding("/to", "format", mild))).toEqual([
      "order /from",
      "format /to",
    ]);
    const below = { ...order, scope: 2 };
    expect(
      left(finding("/list/0/from", "order", below), finding("/list/0/to", "format", shape)),
    ).toEqual(["format /list/0/to"]);
    expect(
      left(
        finding("/list/0/from", "order", below),
        finding("/list/1/to", "format", shape),
        finding("/to", "format", shape),
      ),
    ).toHaveLength(3);
  });
});
