import { describe, expect, it } from "vitest";
import { knownOf, knownPayload } from "../reading.js";

/** What is known of a parameter by its annotation. */
const typed = (annotation: string, before = "") =>
  knownOf("x", `${before}\ndeclare const x: ${annotation};`);

describe("What an annotation says is known", () => {
  it.each([
    ["string", "?string"],
    ["number", "?number"],
    ["boolean", "?boolean"],
    ["null", "?null"],
    ["`a${string}`", "?string"],
    ["string[]", "?array"],
    ["[string, number]", "?array"],
    ["Array<string>", "?array"],
    ["ReadonlyArray<string>", "?array"],
    ["{ a: string }", "?object"],
    [`"card"`, "?string"],
    ["5", "?number"],
    ["true", "?boolean"],
    ["-5", "?"],
    ["5n", "?"],
    ["(string)", "?string"],
    ["string | number", "?string|number"],
    [`"a" | "b"`, "?string"],
    ["string | null", "?string|null"],
    ["string | undefined", "?"],
    ["string | Other", "?"],
    ["Readonly<{ a: string }>", "?object"],
    ["Required<{ a: string }>", "?object"],
    ["Partial<{ a: string }>", "?"],
    ["Readonly", "?"],
    ["ReadonlySet<string>", "?"],
    ["Other", "?"],
    ["any", "?"],
    ["unknown", "?"],
    ["bigint", "?"],
    ["string & {}", "?"],
    ["keyof Other", "?"],
    ["Promise<string>", "?"],
    ["Date", "?object"],
  ])("What an annotation says is known: %s", (annotation, expected) => {
    expect(typed(annotation)).toBe(expected);
  });

  it.each([
    ["type T = string;", "?string"],
    ["type T = A; type A = number;", "?number"],
    ["interface T { a: string }", "?object"],
    ["type T = { a: string };", "?object"],
    ["type T = Readonly<A>; interface A { a: string }", "?object"],
    ["type T<A> = A;", "?"],
    ["interface T<A> { a: A }", "?"],
    ["type T = string; type T = number;", "?"],
    ["interface T { a: string } interface T { b: string }", "?"],
    ["type T = T;", "?"],
    ["type T = A; type A = T;", "?"],
    ["enum T { A }", "?"],
  ])("An annotation refers to what the file declares: %s", (declared, expected) => {
    expect(typed("T", declared)).toBe(expected);
  });
  it("A name that the file declares is none of the language", () => {
    expect(typed("Date", "type Date = string;")).toBe("?string");
    expect(typed("Date", "type Date = string; type Date = number;")).toBe("?");
    expect(typed("Array<string>", "type Array<A> = A;")).toBe("?");
  });
});

describe("What an annotation says of a member is known", () => {
  it.each([
    ["declare const o: { a: string };", "o.a", "?string"],
    ["declare const o: { a: string };", `o["a"]`, "?string"],
    ["declare const o: { 'a': string };", "o.a", "?string"],
    ["declare const o: { a: string };", "o.b", "?"],
    ["declare const o: { a: string };", "o[a]", "?"],
    ["declare const o: { a?: string };", "o.a", "?"],
    ["declare const o: { a: string | undefined };", "o.a", "?"],
    ["declare const o: { [key: string]: string };", "o.a", "?"],
    ["declare const o: { a(): string };", "o.a", "?"],
    ["declare const o: { a: { b: number } };", "o.a.b", "?number"],
    ["interface O { a: string } declare const o: O;", "o.a", "?string"],
    ["interface O { a: string } declare const o: Readonly<O>;", "o.a", "?string"],
    ["interface O extends P { a: string } declare const o: O;", "o.a", "?string"],
    ["interface O { a: P } interface P { b: number } declare const o: O;", "o.a.b", "?number"],
    ["declare const o: Order;", "o.a", "?"],
    ["declare const o: { a: string } | { a: number };", "o.a", "?"],
    ["const { a } = load() as any; declare const o: { a: string };", "a", "?"],
  ])("What an annotation says of a member is known: %s %s", (before, expression, expected) => {
    expect(knownOf(expression, before)).toBe(expected);
  });

  /** What is known of an expression in a function with a head. */
  const inFunction = (head: string, expression: string, before: string) =>
    knownPayload(`${before} ${head} { IMP.request_pay({ a: ${expression} }); }`);
  it.each([
    ["function f(a: string)", "a", "?string"],
    ["function f(a?: string)", "a", "?"],
    ["function f(a: string = load())", "a", "?string"],
    ["const f = (a: number) =>", "a", "?number"],
    ["function f({ a }: { a: string })", "a", "?string"],
    ["function f({ a: b }: { a: string })", "b", "?string"],
    ["function f({ a }: { b: string })", "a", "?"],
    ["function f({ a }: { a?: string })", "a", "?"],
    ["function f({ [a]: b }: { a: string })", "b", "?"],
    ["function f({ a: { b } }: { a: { b: string } })", "b", "?"],
    ["function f([a]: string[])", "a", "?"],
    ["function f({ a }: O)", "a", "?string"],
    ["const F: React.FC<O> = ({ a }) =>", "a", "?string"],
    ["const F: FC<O> = ({ a }) =>", "a", "?string"],
    ["const F: FunctionComponent<O> = ({ a }) =>", "a", "?string"],
    ["const F: React.FunctionComponent<O> = ({ a }) =>", "a", "?string"],
    ["const F: React.FC<O> = function ({ a })", "a", "?string"],
    ["const F: React.FC<O> = (b, { a }) =>", "a", "?"],
    ["const F: React.FC = ({ a }) =>", "a", "?"],
    ["const F: Other<O> = ({ a }) =>", "a", "?"],
    ["const F: React.FCS<O> = ({ a }) =>", "a", "?"],
    ["const F = ({ a }) =>", "a", "?"],
    ["const f = (o: O) =>", "o.a", "?string"],
  ])("What an annotation says of a parameter is known: %s %s", (head, expression, expected) => {
    expect(inFunction(head, expression, "interface O { a: string }")).toBe(`{ a: ${expected} }`);
  });

  it("What an annotation says of a field of a class is known", () => {
    const field = (declared: string) =>
      knownPayload(`class A { ${declared} pay() { IMP.request_pay({ a: this.a }); } }`);
    expect(field("a: string;")).toBe("{ a: ?string }");
    expect(field("readonly a: number;")).toBe("{ a: ?number }");
    expect(field("a!: string;")).toBe("{ a: ?string }");
    expect(field("a?: string;")).toBe("{ a: ? }");
    expect(field("b: string;")).toBe("{ a: ? }");
  });
  it("What a function returns is known by its annotation", () => {
    expect(knownOf("f()", "function f(): string { return load(); }")).toBe("?string");
    expect(knownOf("f()", "const f = (): number => load();")).toBe("?number");
    expect(knownOf("f()", "async function f(): string { return load(); }")).toBe("?");
    expect(knownOf("f()", "function f() { return load(); }")).toBe("?");
  });
});
