import { describe, expect, it } from "vitest";
import { type WrittenKinds, writeKind } from "../../../../src/compiler/emit/kindFiles.js";
import type { Files } from "../../../../src/compiler/emit/modules/moduleText.js";
import { writeVectors } from "../../../../src/compiler/emit/vectorFiles.js";
import type { KindExamples } from "../../../../src/compiler/examples/brokenPayload.js";
import { planKind } from "../../../../src/compiler/plan/kind.js";
import { readTables } from "../../../../src/compiler/tables/readTables.js";
import type { Tables } from "../../../../src/compiler/tables/types.js";
import { type Loose, tablesWith } from "../../../support/tables.js";

const word = { ko: "말", en: "word" };
const words = { severity: "error", title: word, why: word, message: word };
const text = (more: object = {}) => ({ type: "string", ko: "말", en: "A word.", ...more });

const neutral = {
  kind: {
    ...{ title: { ko: "{gateway} 요청", en: "{gateway} request" }, what: word },
    ...{ source: "rest 1", sample: { name: "x", tel: "1", fax: "2", url: "u" } },
  },
  keys: {
    "/": { type: "object", en: "A word." },
    "/name": text({ required: true, maxLength: 40, severity: { maxLength: "warning" } }),
    "/tel": text(),
    "/fax": text({ required: true, severity: { required: "warning" } }),
    "/url": text(),
    "/extra": text(),
    "/memo": text({
      maxLength: 9,
      severity: { maxLength: "warning" },
      atGateways: { maxLength: "error" },
    }),
    "/currency": text({ enum: ["KRW", "USD", "EUR"] }),
    "/box": { type: "object", open: true, ko: "말", en: "A word." },
    "/strange": { ko: "말", en: "A word.", readBy: ["nice"] },
    "/strangeText": text({ readBy: ["nice"] }),
  },
  rules: [
    { rule: "try/url", require: "/url", severity: "warning", atGateways: "error" },
    { rule: "try/memo", forbid: ["/memo", "/extra"], severity: "warning" },
    { rule: "try/known", source: "rest 1" },
  ] as object[],
};

interface Own {
  readonly neutral?: (data: { keys: Loose; rules: Loose[] }) => void;
  readonly table?: object;
}

/** The tables with a kind `try` of PortOne's, and one of KSNET's over it. */
function tablesOf({ neutral: change = () => {}, table = {} }: Own = {}): string {
  const { kind, keys, rules } = structuredClone(neutral);
  change({ keys, rules });
  return tablesWith({
    "portone/v1/try/kind.yaml": (data) => Object.assign(data, kind),
    "portone/v1/try/keys.yaml": (data) => Object.assign(data, keys),
    "portone/v1/try/rules.yaml": (data) => Object.assign(data, { rules }),
    "gateways/ksnet/ksnet.v1/try.yaml": (data) => Object.assign(data, { keys: {}, ...table }),
    "rules/try/url.yaml": (data) => Object.assign(data, words),
    "rules/try/memo.yaml": (data) => Object.assign(data, words),
    "rules/try/own.yaml": (data) => Object.assign(data, { ...words, severity: "info" }),
    "rules/try/known.yaml": (data) => {
      const { message: _, ...note } = words;
      Object.assign(data, note);
    },
  });
}

const ownRow = { rule: "try/own", require: "/tel" };

/** Tables by what is written of them, since reading them takes a second. */
const read = new Map<string, Tables>();

function tablesRead(own: Own): Tables {
  const key = own.neutral ? undefined : JSON.stringify(own.table);
  const known = key === undefined ? undefined : read.get(key);
  const tables = known ?? readTables(tablesOf(own));
  if (key !== undefined) read.set(key, tables);
  return tables;
}

function kindOf(own: Own, owner = "ksnet") {
  const tables = tablesRead({ ...own, table: { rules: [ownRow], ...own.table } });
  const kind = tables.kinds.find(({ row }) => row.kind === `${owner}.v1.try`);
  if (!kind) throw new Error("no such kind");
  return { tables, kind };
}

/** The faults of a kind, as `severity rule#path`. */
function faultsOf(own: Own = {}, owner = "ksnet"): string[] {
  const { tables, kind } = kindOf(own, owner);
  return planKind(kind, tables).faults.map(
    ({ fault }) => `${fault.severity} ${fault.rule}#${fault.path}`,
  );
}

describe("a gateway's table", () => {
  it("A gateway's table may ask for something where PortOne's has a note, in words of its own", () => {
    const row = { rule: "try/known", require: "/tel" };
    const asking = { table: { rules: [ownRow, { ...row, message: word }] } };
    expect(faultsOf(asking)).toContain("error try/known#/tel");
    expect(faultsOf(asking, "portone").join()).not.toContain("try/known");
    expect(() => faultsOf({ table: { rules: [ownRow, row] } })).toThrow("no message");
  });
  it("A gateway's table has every fault of PortOne's, as loud as where the gateway is known", () => {
    expect(faultsOf({}, "portone")).toEqual(
      expect.arrayContaining([
        "warning try/url#/url",
        "warning shape/length#/memo",
        "error shape/required#/name",
      ]),
    );
    expect(faultsOf()).toEqual(
      expect.arrayContaining([
        "error try/url#/url",
        "error shape/length#/memo",
        "warning try/memo#/memo",
        "error shape/required#/name",
        "warning shape/required#/fax",
        "info try/own#/tel",
      ]),
    );
  });

  it.each([
    ["constrains", { constrain: { "/tel": { ahead: { atLeast: 0 } } }, wrong: { "/tel": "x" } }],
    ["asks for when it is otherwise", { when: { "/tel": { not: { ahead: { atLeast: 0 } } } } }],
    [
      "asks for when it is one of several",
      { when: { "/tel": { anyOf: [{ const: "x" }, { ahead: { atMost: 9 } }] } } },
    ],
  ])("A rule speaks only where the present is given, of a time that it %s", (_, row) => {
    const asking = "constrain" in row ? row : { ...row, require: "/url" };
    const { kind, tables } = kindOf({ table: { rules: [{ rule: "try/own", ...asking }] } });
    const own = planKind(kind, tables).faults.filter(({ fault }) => fault.rule === "try/own");
    expect(own.map(({ context }) => context)).toEqual([{ now: true }]);
  });
  it("A gateway's table narrows values, and makes faults louder", () => {
    const keys = {
      "/currency": { enum: ["KRW"] },
      "/fax": { required: true },
      "/box/inner": text(),
    };
    const rules = [ownRow, { rule: "try/memo", at: "/memo", severity: "error" }];
    const { kind } = kindOf({ table: { keys, rules } });
    expect(kind.shape.properties?.currency?.enum).toEqual(["KRW"]);
    expect(kind.shape.properties?.box).toMatchObject({ properties: { inner: { type: "string" } } });
    expect(kind.shape.properties?.box).not.toHaveProperty("additionalProperties");
    const found = faultsOf({ table: { keys, rules } });
    expect(found).toContain("error shape/required#/fax");
    expect(found).toContain("error try/memo#/memo");
    expect(found).toContain("warning try/memo#/extra");
  });

  it("A gateway's table lifts a rule, or one fault of it", () => {
    const lifts = [
      { rule: "try/url", source: "rest 1" },
      { rule: "try/memo", at: "/extra", source: "rest 1" },
      { rule: "shape/length", at: "/name", source: "rest 1" },
    ];
    const found = faultsOf({ table: { lifts } }).join("\n");
    expect(found).not.toMatch(/try\/url|try\/memo#\/extra|shape\/length#\/name/);
    expect(found).toMatch(/try\/memo#\/memo/);
    expect(found).toMatch(/shape\/length#\/memo/);
  });

  describe("lifts rows that read a key", () => {
    const rows = [
      {
        ...{ rule: "try/own", severity: "error", require: "/memo" },
        when: { "/currency": { const: "EUR" } },
      },
      { rule: "try/own", severity: "error", require: "/tel" },
    ];
    const change = ({ rules }: { readonly rules: Loose[] }) => rules.push(...rows);
    const lifts = [{ rule: "try/own", reads: "/currency", source: "rest 1" }];

    it.each([
      { keys: { "/currency": { unsupported: true } } },
      { rules: [{ rule: "try/memo", severity: "warning", forbid: "/currency" }] },
    ])(
      "A gateway lifts rows that read a key which it does not read, and no other row: %j",
      (table) => {
        const found = faultsOf({ neutral: change, table: { ...table, lifts } });
        expect(found).not.toContain("error try/own#/memo");
        expect(found).toContain("error try/own#/tel");
      },
    );

    it("A gateway lifts no error that depends on a key that the gateway reads", () => {
      expect(() => kindOf({ neutral: change, table: { lifts } })).toThrow(
        "lifted only where the gateway does not read it",
      );
    });

    it("A gateway that lifts rows is told where there is none to lift", () => {
      const [lift] = lifts;
      const table = { lifts: [{ ...lift, reads: "/url" }] };
      expect(() => kindOf({ neutral: change, table })).toThrow("no row that reads /url");
    });
  });

  it("A gateway's table does not read what only others read: it warns of it, and keeps what PortOne's table finds", () => {
    const { kind } = kindOf({});
    expect([...kind.elsewhere.keys()]).toEqual(["/strange"]);
    expect(faultsOf()).toEqual(
      expect.arrayContaining([
        "warning shape/unsupported#/strangeText",
        "error shape/type#/strangeText",
      ]),
    );
    expect(kindOf({ table: { keys: { "/strange": text() } } }).kind.elsewhere.size).toBe(0);
  });

  it("A gateway's table takes over notes, which find nothing", () => {
    const { kind } = kindOf({});
    expect(kind.notes).toEqual(["try/known"]);
    expect(faultsOf().join()).not.toContain("try/known");
  });

  it("A gateway's table is called after its gateway, and has the sample with its own values", () => {
    const { kind } = kindOf({ table: { sample: { tel: "3", url: null } } });
    expect(kind.row.title).toEqual({ ko: "KSNET 요청", en: "KSNET request" });
    expect(kind.row.sample).toEqual({ name: "x", tel: "3", fax: "2" });
  });

  it("A gateway's table is compiled to artifacts like any other", async () => {
    const { tables } = kindOf({});
    const build: Files = new Map();
    const examples: KindExamples[] = [];
    const written: WrittenKinds = new Map();
    // The other kinds of the tables are as they are in every build.
    for (const kind of tables.kinds.filter(({ row }) => row.kind.endsWith(".v1.try"))) {
      examples.push(await writeKind(kind, tables, written, build));
    }
    writeVectors(examples, () => true, build);
    // What PortOne asks for comes from its own types; `url` is what the gateway adds.
    expect(build.get("packs/ksnet/v1/try.types.d.ts")).toContain(
      "extends TryInherited {\n  /** A word. */\n  url: string;",
    );
    expect(build.get("vectors/ksnet.v1.try.json")).toContain("try/url");
  });

  it.each([
    [
      "a fault that is not there",
      { lifts: [{ rule: "shape/required", at: "/url", source: "rest 1" }] },
      "no such fault",
    ],
    [
      "an error of PortOne's",
      { lifts: [{ rule: "shape/required", at: "/name", source: "rest 1" }] },
      "at most a warning",
    ],
  ])("A gateway's table cannot lift %s", (_, table, message) => {
    expect(() => kindOf({ table })).toThrow(message);
  });

  it.each([
    [
      "quieter than an error of PortOne's",
      { rules: [ownRow, { rule: "shape/required", at: "/name", severity: "info" }] },
      "at most a warning",
    ],
    [
      "wider in its values",
      { keys: { "/currency": { enum: ["JPY"] } } },
      "PortOne's list of values lacks JPY",
    ],
    [
      "wider in its types",
      { keys: { "/name": { type: ["string", "number"] } } },
      "does not take the type number",
    ],
    [
      "about a fault that is not there",
      { rules: [ownRow, { rule: "try/url", at: "/memo", severity: "error" }] },
      "nothing of this rule",
    ],
  ])("A gateway's table cannot be %s", (_, table, message) => {
    expect(() => kindOf({ table })).toThrow(message);
  });
});

describe("a kind that extends another of PortOne's", () => {
  it("A kind that extends another of PortOne's has its keys and rules, and its own on top", () => {
    const root = tablesWith({
      "portone/v1/other/kind.yaml": (data) =>
        Object.assign(data, {
          ...{ extends: "request-pay", title: word, what: word, source: "rest 1" },
          sample: { channelKey: "c", merchant_uid: "m", m_redirect_url: "https://shop.example" },
        }),
      "portone/v1/other/keys.yaml": (data) => Object.assign(data, { "/memo": text() }),
    });
    const other = readTables(root).kinds.find(({ row }) => row.kind === "portone.v1.other");
    expect(other?.shape.properties).toMatchObject({ amount: { type: "number" }, memo: {} });
    expect(other?.rules.map(({ id }) => id)).toContain("routing/required");
  });

  it("A kind that extends another names a kind that there is, and no circle", () => {
    const extending = (name: string, of: string) => ({
      [`portone/v1/${name}/kind.yaml`]: (data: Loose) =>
        Object.assign(data, { extends: of, title: word, what: word, source: "rest 1", sample: {} }),
      [`portone/v1/${name}/keys.yaml`]: () => {},
    });
    const circle = { ...extending("first", "second"), ...extending("second", "first") };
    expect(() => readTables(tablesWith(circle))).toThrow('no kind "second"');
    expect(() => readTables(tablesWith(extending("first", "nothing")))).toThrow("nothing");
  });
});

describe("spellings", () => {
  it("The spellings of a value are right in lists, and count in conditions", () => {
    const { tables, kind } = (() => {
      const root = tablesWith({
        "spellings.yaml": (data) =>
          Object.assign(data, { currency: { prefix: "CURRENCY_", source: "rest 1" } }),
        "portone/v1/prepare/keys.yaml"(keys) {
          keys["/currency"] = {
            as: "currency",
            type: "string",
            spelling: "currency",
            enum: ["KRW", "USD"],
          };
        },
        "portone/v1/prepare/rules.yaml": (data) =>
          Object.assign(data, {
            rules: [
              { rule: "vbank/due", when: { "/currency": { const: "USD" } }, require: "/amount" },
            ],
          }),
      });
      const read = readTables(root);
      const found = read.kinds.find(({ row }) => row.kind === "portone.v1.prepare");
      if (!found) throw new Error("no such kind");
      return { tables: read, kind: found };
    })();
    const faults = planKind(kind, tables).faults;
    const constraints = JSON.stringify(faults.map(({ constraint }) => constraint));
    expect(constraints).toContain('["KRW","CURRENCY_KRW","USD","CURRENCY_USD"]');
    expect(constraints).toContain('["USD","CURRENCY_USD"]');
  });
});
