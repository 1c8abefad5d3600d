import fc from "fast-check";

/** Small programs that put maps together and hand them over, and how each language that is read writes them. */

const mapNames = ["a", "b", "d"] as const;
type MapName = (typeof mapNames)[number];
const scalarNames = ["s", "t"] as const;
type ScalarName = (typeof scalarNames)[number];

type Expression =
  | { readonly is: "literal"; readonly value: string | number | boolean }
  | { readonly is: "scalar"; readonly name: ScalarName }
  | { readonly is: "map"; readonly name: MapName }
  | { readonly is: "got"; readonly map: MapName; readonly key: string }
  | { readonly is: "choice"; readonly flag: string; readonly of: readonly Expression[] }
  | { readonly is: "joined"; readonly head: string; readonly tail: Expression }
  | { readonly is: "list"; readonly items: readonly Expression[] }
  /** What code gives that the program does not show. */
  | { readonly is: "unknown" }
  /** A map that a function of the program makes. */
  | { readonly is: "made"; readonly value: Expression };

type Part = { readonly copied: MapName } | { readonly key: string; readonly value: Expression };

type Statement =
  | { readonly is: "new"; readonly map: MapName; readonly parts: readonly Part[] }
  | { readonly is: "alias"; readonly map: MapName; readonly of: Expression }
  | { readonly is: "copied"; readonly map: MapName; readonly of: MapName }
  | { readonly is: "put"; readonly map: MapName; readonly key: string; readonly value: Expression }
  | { readonly is: "removed"; readonly map: MapName; readonly key: string }
  | { readonly is: "set"; readonly name: ScalarName; readonly value: Expression }
  | { readonly is: "if"; readonly flag: string; readonly branches: readonly Statement[][] }
  | { readonly is: "loop"; readonly body: readonly Statement[] }
  | {
      readonly is: "try";
      readonly body: readonly Statement[];
      readonly handler: readonly Statement[];
    }
  | { readonly is: "left"; readonly flag: string; readonly by: "return" | "break" | "continue" }
  /** Code that the program does not show is given a map. */
  | { readonly is: "handed"; readonly map: MapName }
  /** A function of the program is given a map. */
  | { readonly is: "filled"; readonly map: MapName; readonly value: Expression }
  /** A function is given to code that the program does not show. */
  | { readonly is: "later"; readonly body: readonly Statement[] }
  | { readonly is: "sent"; readonly map: MapName };

export interface Program {
  readonly statements: readonly Statement[];
  /** What the program's own functions do with the map `o` and the value `v`. */
  readonly filling: readonly Statement[];
  readonly making: readonly Statement[];
}

const maps = fc.constantFrom(...mapNames);
const scalars = fc.constantFrom(...scalarNames);
const keys = fc.constantFrom("k", "l", "m");
const flags = fc.constantFrom("f", "g");
const literals = fc.constantFrom("x", "y", 1, 2, true);

const { expression } = fc.letrec<{ expression: Expression }>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    { weight: 6, arbitrary: fc.record({ is: fc.constant("literal" as const), value: literals }) },
    { weight: 3, arbitrary: fc.record({ is: fc.constant("scalar" as const), name: scalars }) },
    { weight: 3, arbitrary: fc.record({ is: fc.constant("map" as const), name: maps }) },
    { weight: 2, arbitrary: fc.record({ is: fc.constant("got" as const), map: maps, key: keys }) },
    {
      weight: 1,
      arbitrary: fc.record({
        is: fc.constant("choice" as const),
        flag: flags,
        of: fc.array(tie("expression"), { minLength: 2, maxLength: 2 }),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        is: fc.constant("joined" as const),
        head: fc.constantFrom("x", ""),
        tail: fc.oneof(
          fc.record({ is: fc.constant("literal" as const), value: fc.constantFrom("y", 1) }),
          fc.record({ is: fc.constant("unknown" as const) }),
        ),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        is: fc.constant("list" as const),
        items: fc.array(tie("expression"), { maxLength: 2 }),
      }),
    },
    { weight: 1, arbitrary: fc.record({ is: fc.constant("unknown" as const) }) },
    {
      weight: 1,
      arbitrary: fc.record({ is: fc.constant("made" as const), value: tie("expression") }),
    },
  ),
}));

const put = fc.record({ is: fc.constant("put" as const), map: maps, key: keys, value: expression });

/** Statements without which nothing of a program is left to be guessed. */
const plain = [
  { weight: 8, arbitrary: put },
  {
    weight: 3,
    arbitrary: fc.record({
      is: fc.constant("new" as const),
      map: maps,
      parts: fc.array(
        fc.oneof(fc.record({ copied: maps }), fc.record({ key: keys, value: expression })),
        { maxLength: 3 },
      ),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      is: fc.constant("alias" as const),
      map: maps,
      of: fc.record({ is: fc.constant("map" as const), name: maps }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ is: fc.constant("copied" as const), map: maps, of: maps }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ is: fc.constant("removed" as const), map: maps, key: keys }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ is: fc.constant("set" as const), name: scalars, value: expression }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ is: fc.constant("filled" as const), map: maps, value: expression }),
  },
  { weight: 2, arbitrary: fc.record({ is: fc.constant("sent" as const), map: maps }) },
];

const { statements } = fc.letrec<{ statements: Statement[] }>((tie) => ({
  statements: fc.array(
    fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      ...plain,
      { weight: 1, arbitrary: fc.record({ is: fc.constant("handed" as const), map: maps }) },
      {
        weight: 1,
        arbitrary: fc.record({
          is: fc.constant("left" as const),
          flag: flags,
          by: fc.constantFrom("return", "break", "continue"),
        }),
      },
      {
        weight: 4,
        arbitrary: fc.record({
          is: fc.constant("if" as const),
          flag: flags,
          branches: fc.array(tie("statements"), { minLength: 1, maxLength: 2 }),
        }),
      },
      {
        weight: 2,
        arbitrary: fc.record({ is: fc.constant("loop" as const), body: tie("statements") }),
      },
      {
        weight: 2,
        arbitrary: fc.record({
          is: fc.constant("try" as const),
          body: tie("statements"),
          handler: tie("statements"),
        }),
      },
      {
        weight: 1,
        // What such a function sends is read as it is where the function ends that declares it.
        arbitrary: fc.record({
          is: fc.constant("later" as const),
          body: tie("statements").filter((body) => !/"is":"sent"/.test(JSON.stringify(body))),
        }),
      },
    ),
    { maxLength: 5 },
  ) as fc.Arbitrary<Statement[]>,
}));

/** What a function does to the map `o` that it is given or makes. */
const ownStatements = fc.array(
  fc.oneof(
    fc.record({
      is: fc.constant("put" as const),
      map: fc.constant("o" as MapName),
      key: keys,
      value: fc.oneof(
        fc.record({ is: fc.constant("literal" as const), value: literals }),
        fc.record({ is: fc.constant("scalar" as const), name: fc.constant("v" as ScalarName) }),
      ),
    }),
    fc.record({
      is: fc.constant("removed" as const),
      map: fc.constant("o" as MapName),
      key: keys,
    }),
    fc.constant({ is: "left" as const, flag: "maybe()", by: "return" as const }),
  ),
  { maxLength: 3 },
);

const ending = fc.record({ is: fc.constant("sent" as const), map: maps });

const programOf = (statement: fc.Arbitrary<Statement[]>): fc.Arbitrary<Program> =>
  fc
    .record({ body: statement, end: ending, filling: ownStatements, making: ownStatements })
    .map(({ body, end, ...own }) => ({ ...own, statements: [...body, end] }));

/** Programs of which some is known only when they run. */
export const programs = programOf(statements);

/** Programs in which every value is known. */
export const knownPrograms = programOf(
  fc.array(fc.oneof(...plain), { maxLength: 8 }) as fc.Arbitrary<Statement[]>,
).filter((program) => !/"is":"(?:unknown|choice|left)"/.test(JSON.stringify(program)));

export type Language = "javascript" | "python" | "java";

/** A program as a language writes it. `sends` writes the request that hands over a map. */
export function written(
  program: Program,
  language: Language,
  sends: (map: string) => string,
): string {
  return writers[language](program, sends);
}

const indented = (lines: readonly string[]) => lines.map((line) => `  ${line}`);

/** The functions of the program return the map. */
const left = ({ flag, by }: { flag: string; by: string }, end = "") =>
  `${by}${flag === "maybe()" ? " o" : ""}${end}`;

interface Writer {
  expression(of: Expression): string;
  statement(of: Statement, inLoop: boolean): string[];
}

/** Writes statements; `break` and `continue` are left out where there is no loop around them. */
const linesOf = (writer: Writer, all: readonly Statement[], inLoop: boolean): string[] =>
  all.flatMap((one) => writer.statement(one, inLoop));

type Send = (map: string) => string;

const writers: Readonly<Record<Language, (program: Program, sends: Send) => string>> = {
  javascript(program, sends) {
    const text = JSON.stringify(program);
    const isWritten = (name: string) =>
      new RegExp(`"is":"(?:new|alias)","map":"${name}"|"is":"set","name":"${name}"`).test(text);
    const writer: Writer = {
      expression(of) {
        switch (of.is) {
          case "literal":
            return JSON.stringify(of.value);
          case "scalar":
          case "map":
            return of.name;
          case "got":
            return of.key === "m" ? `${of.map}["m"]` : `${of.map}.${of.key}`;
          case "choice":
            return `(${of.flag} ? ${of.of.map(writer.expression).join(" : ")})`;
          case "joined":
            return of.head === ""
              ? `\`\${${writer.expression(of.tail)}}z\``
              : `(${JSON.stringify(of.head)} + ${writer.expression(of.tail)})`;
          case "list":
            return `[${of.items.map(writer.expression).join(", ")}]`;
          case "unknown":
            return "unknown()";
          case "made":
            return `make(${writer.expression(of.value)})`;
        }
      },
      statement(of, inLoop) {
        const block = (all: readonly Statement[], within = inLoop) =>
          indented(linesOf(writer, all, within));
        switch (of.is) {
          case "new": {
            const parts = of.parts.map((part) =>
              "copied" in part
                ? `...${part.copied}`
                : `${part.key === "m" ? '["m"]' : part.key}: ${writer.expression(part.value)}`,
            );
            return [`${of.map} = { ${parts.join(", ")} };`];
          }
          case "alias":
            return [`${of.map} = ${writer.expression(of.of)};`];
          case "copied":
            return [`Object.assign(${of.map}, ${of.of});`];
          case "put": {
            const target = of.key === "m" ? `${of.map}["m"]` : `${of.map}.${of.key}`;
            return [`${target} = ${writer.expression(of.value)};`];
          }
          case "removed":
            return [`delete ${of.map}.${of.key};`];
          case "set":
            return [`${of.name} = ${writer.expression(of.value)};`];
          case "if":
            return [
              `if (${of.flag}) {`,
              ...block(of.branches[0] ?? []),
              ...(of.branches[1] ? ["} else {", ...block(of.branches[1])] : []),
              "}",
            ];
          case "loop":
            return ["for (const item of given()) {", ...block(of.body, true), "}"];
          case "try":
            return [
              "try {",
              ...block(of.body),
              "  risky();",
              "} catch (error) {",
              ...block(of.handler),
              "}",
            ];
          case "left":
            return of.by === "return" || inLoop ? [`if (${of.flag}) ${left(of, ";")}`] : [];
          case "handed":
            return [`hand(${of.map});`];
          case "filled":
            return [`fill(${of.map}, ${writer.expression(of.value)});`];
          case "later":
            return ["later(() => {", ...block(of.body, false), "});"];
          case "sent":
            return [sends(of.map)];
        }
      },
    };
    return [
      "function fill(o, v) {",
      ...indented(linesOf(writer, program.filling, false)),
      "  return o;",
      "}",
      "const make = (v) => {",
      "  const o = { k: v };",
      ...indented(linesOf(writer, program.making, false)),
      "  return o;",
      "};",
      "function pay(f, g) {",
      ...[...mapNames, ...scalarNames].map(
        (name) =>
          `  ${isWritten(name) ? "let" : "const"} ${name} = ${name === "s" ? '"s"' : name === "t" ? 3 : "{}"};`,
      ),
      ...indented(linesOf(writer, program.statements, false)),
      "}",
      "",
    ].join("\n");
  },

  python(program, sends) {
    let functions = 0;
    const writer: Writer = {
      expression(of) {
        switch (of.is) {
          case "literal":
            return typeof of.value === "boolean" ? "True" : JSON.stringify(of.value);
          case "scalar":
          case "map":
            return of.name;
          case "got":
            return `${of.map}.get("${of.key}")`;
          case "choice":
            return `(${writer.expression(of.of[0] as Expression)} if ${of.flag} else ${writer.expression(of.of[1] as Expression)})`;
          case "joined":
            return of.head === ""
              ? `f"{${writer.expression(of.tail).replaceAll('"', "'")}}z"`
              : `"${of.head}" + str(${writer.expression(of.tail)})`;
          case "list":
            return `[${of.items.map(writer.expression).join(", ")}]`;
          case "unknown":
            return "unknown()";
          case "made":
            return `make(${writer.expression(of.value)})`;
        }
      },
      statement(of, inLoop) {
        const block = (all: readonly Statement[], within = inLoop) =>
          indented([...linesOf(writer, all, within), "pass"]);
        switch (of.is) {
          case "new": {
            const parts = of.parts.map((part) =>
              "copied" in part
                ? `**${part.copied}`
                : `"${part.key}": ${writer.expression(part.value)}`,
            );
            return [`${of.map} = {${parts.join(", ")}}`];
          }
          case "alias":
            return [`${of.map} = ${writer.expression(of.of)}`];
          case "copied":
            return [`${of.map}.update(${of.of})`];
          case "put":
            return [`${of.map}["${of.key}"] = ${writer.expression(of.value)}`];
          case "removed":
            return [`${of.map}.pop("${of.key}", None)`];
          case "set":
            return [`${of.name} = ${writer.expression(of.value)}`];
          case "if":
            return [
              `if ${of.flag}:`,
              ...block(of.branches[0] ?? []),
              ...(of.branches[1] ? ["else:", ...block(of.branches[1])] : []),
            ];
          case "loop":
            return ["for item in given():", ...block(of.body, true)];
          case "try":
            return [
              "try:",
              ...block(of.body),
              "  risky()",
              "except Exception as error:",
              ...block(of.handler),
            ];
          case "left":
            return of.by === "return" || inLoop ? [`if ${of.flag}:`, `  ${left(of)}`] : [];
          case "handed":
            return [`hand(${of.map})`];
          case "filled":
            return [`fill(${of.map}, ${writer.expression(of.value)})`];
          case "later": {
            const name = `later${functions++}`;
            return [
              `def ${name}():`,
              `  nonlocal ${[...mapNames, ...scalarNames].join(", ")}`,
              ...block(of.body, false),
              `later(${name})`,
            ];
          }
          case "sent":
            return [sends(of.map)];
        }
      },
    };
    return [
      "import requests",
      "def fill(o, v):",
      ...indented(linesOf(writer, program.filling, false)),
      "  return o",
      "def make(v):",
      '  o = {"k": v}',
      ...indented(linesOf(writer, program.making, false)),
      "  return o",
      "def pay(f, g):",
      "  a = {}",
      "  b = {}",
      "  d = {}",
      '  s = "s"',
      "  t = 3",
      ...indented(linesOf(writer, program.statements, false)),
      "",
    ].join("\n");
  },

  java(program, sends) {
    const writer: Writer = {
      expression(of) {
        switch (of.is) {
          case "literal":
            return JSON.stringify(of.value);
          case "scalar":
          case "map":
            return of.name;
          case "got":
            return `${of.map}.get("${of.key}")`;
          case "choice":
            return `(${of.flag} ? ${of.of.map(writer.expression).join(" : ")})`;
          case "joined":
            return of.head === ""
              ? `String.format("%sz", ${writer.expression(of.tail)})`
              : `("${of.head}" + ${writer.expression(of.tail)})`;
          case "list":
            return `Arrays.asList(${of.items.map(writer.expression).join(", ")})`;
          case "unknown":
            return "other.unknown()";
          case "made":
            return `make(${writer.expression(of.value)})`;
        }
      },
      statement(of, inLoop) {
        const block = (all: readonly Statement[], within = inLoop) =>
          indented(linesOf(writer, all, within));
        switch (of.is) {
          case "new": {
            // A part may be of the map itself as it was.
            const puts = of.parts.map((part) =>
              "copied" in part
                ? `made.putAll(${part.copied});`
                : `made.put("${part.key}", ${writer.expression(part.value)});`,
            );
            return [
              "{",
              "  Map<String, Object> made = new HashMap<>();",
              ...indented(puts),
              `  ${of.map} = made;`,
              "}",
            ];
          }
          case "alias":
            return [`${of.map} = ${writer.expression(of.of)};`];
          case "copied":
            return [`${of.map}.putAll(${of.of});`];
          case "put":
            return [`${of.map}.put("${of.key}", ${writer.expression(of.value)});`];
          case "removed":
            return [`${of.map}.remove("${of.key}");`];
          case "set":
            return [`${of.name} = ${writer.expression(of.value)};`];
          case "if":
            return [
              `if (${of.flag}) {`,
              ...block(of.branches[0] ?? []),
              ...(of.branches[1] ? ["} else {", ...block(of.branches[1])] : []),
              "}",
            ];
          case "loop":
            return ["for (Object item : other.given()) {", ...block(of.body, true), "}"];
          case "try":
            return [
              "try {",
              ...block(of.body),
              "  other.risky();",
              "} catch (Exception error) {",
              ...block(of.handler),
              "}",
            ];
          case "left":
            return of.by === "return" || inLoop ? [`if (${of.flag}) { ${left(of, ";")} }`] : [];
          case "handed":
            return [`other.hand(${of.map});`];
          case "filled":
            return [`fill(${of.map}, ${writer.expression(of.value)});`];
          case "later":
            return ["other.later(() -> {", ...block(of.body, false), "});"];
          case "sent":
            return [sends(of.map)];
        }
      },
    };
    return [
      "class Shop {",
      "  Map<String, Object> fill(Map<String, Object> o, Object v) {",
      ...indented(indented(linesOf(writer, program.filling, false))),
      "    return o;",
      "  }",
      "  Map<String, Object> make(Object v) {",
      "    Map<String, Object> o = new HashMap<>();",
      '    o.put("k", v);',
      ...indented(indented(linesOf(writer, program.making, false))),
      "    return o;",
      "  }",
      "  void pay(boolean f, boolean g) {",
      ...mapNames.map((name) => `    Map<String, Object> ${name} = new HashMap<>();`),
      '    Object s = "s";',
      "    Object t = 3;",
      ...indented(indented(linesOf(writer, program.statements, false))),
      "  }",
      "}",
      "",
    ].join("\n");
  },
};
