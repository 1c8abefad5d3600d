import fc from "fast-check";
import { type Callback, callback, payment, requestPay, schedule, vbank } from "paylint/ksnet/v1";
import { describe, expect, it, test } from "vitest";
import { formValue, readForm, type ShapeNode } from "../../../src/validator/form.js";
import { isOpen, markOpen, Unknown } from "../../../src/validator/unknown.js";

describe("the time that a form takes to read grows with its length", () => {
  const forms: [what: string, form: (size: number) => string][] = [
    ["one name given again and again", (size) => "a=&".repeat(size)],
    ["one name of a list given again and again", (size) => "a[]=&".repeat(size)],
    ["one place of a list given again and again", (size) => "a[0]=&".repeat(size)],
    [
      "a name that the kind takes a list for, again and again",
      (size) => "notice_url=a&".repeat(size),
    ],
    ["a name given as text and as an object by turns", (size) => "a=&a[b]=&".repeat(size)],
    ["many names", (size) => Array.from({ length: size }, (_, at) => `k${at}=1`).join("&")],
    [
      "many places of a list",
      (size) => Array.from({ length: size }, (_, at) => `a[${at}]=1`).join("&"),
    ],
    ["one name of many brackets", (size) => `a${"[a]".repeat(size)}=1`],
    ["one name of many brackets that close nowhere", (size) => `a${"[".repeat(size)}=1`],
    ["one name of many brackets that open nowhere", (size) => `a[${"]".repeat(size)}=1`],
  ];
  it.each(forms)("The time that a form takes to read grows with its length: %s", (_what, form) => {
    // Where each pair costs as much as those before it, this takes minutes.
    expect(readForm(vbank, form(150_000))).toBeTypeOf("object");
  });
});

describe("a form", () => {
  it("A form gives a repeated name's last value, or all of them where the kind takes a list", () => {
    expect(readForm(payment, "amount=9900&amount=100")).toEqual({ amount: 100 });
    expect(readForm(vbank, "notice_url=https://a.example&notice_url=https://b.example")).toEqual({
      notice_url: ["https://a.example", "https://b.example"],
    });
    const repeated = Array.from({ length: 40_000 }, () => "notice_url=a").join("&");
    expect(readForm(vbank, repeated).notice_url).toHaveLength(40_000);
  });
  it("A form continues a list after the greatest number that it was given", () => {
    expect(readForm(schedule, "schedules[1][name]=a&schedules[][name]=b")).toEqual({
      schedules: [{ name: "a" }, { name: "b" }],
    });
    const [third, first] = ["schedules[2][name]=c", "schedules[0][name]=a"];
    expect(readForm(schedule, `${third}&${first}&schedules[][name]=d`).schedules).toHaveLength(3);
    const beyond = "9".repeat(20);
    expect(readForm(schedule, `a[${beyond}]=a&a[]=b`)).toEqual({ a: { [beyond]: "a", 0: "b" } });
    expect(readForm(schedule, `a[2]=c&a[0]=a&a[]=d`)).toEqual({ a: { 0: "a", 2: "c", 3: "d" } });
  });
  it("A form is read from the object that a framework made of it", () => {
    expect(readForm(payment, { amount: "9900", currency: "KRW" })).toEqual({
      amount: 9900,
      currency: "KRW",
    });
    expect(readForm(schedule, { "schedules[0][amount]": "1" })).toEqual({
      schedules: [{ amount: 1 }],
    });
    expect(readForm(schedule, { schedules: [{ amount: "1" }] })).toEqual({
      schedules: [{ amount: 1 }],
    });
  });
  it("A form sets no prototype", () => {
    const read = readForm(callback, "?__proto__[x]=1&constructor=2&__proto__=3&toString[a]=1");
    expect(Object.getPrototypeOf(read)).toBe(Object.prototype);
    expect(({} as { x?: unknown }).x).toBeUndefined();
    expect(read).toHaveProperty("constructor", "2");
    const parsed = readForm(callback, { a: JSON.parse('{ "__proto__": { "x": 1 } }') });
    expect(Object.getPrototypeOf(parsed.a)).toBe(Object.prototype);
    expect(Object.keys(parsed.a as object)).toEqual(["__proto__"]);
  });
  it.each([
    [null],
    [undefined],
    [5],
    [Symbol.iterator],
    [[1]],
    [["ab"]],
    [[null]],
    [{}],
    [() => 1],
  ])("A form that is none (%o) reads as an empty payload", (form) => {
    expect(Object.keys(readForm(callback, form as never))).toEqual([]);
  });
  it("A form never throws, whatever text it is", () => {
    const name = fc.string({ unit: fc.constantFrom("a", "[", "]", "0", "%", "=", "&", "?", "#") });
    fc.assert(
      fc.property(fc.oneof(name, fc.string()), (text) => {
        expect(typeof readForm(callback, text)).toBe("object");
      }),
      { numRuns: 700 },
    );
  });
});

describe("A form", () => {
  const read = (form: Parameters<typeof readForm>[1]) => readForm(requestPay, form);
  test.each([
    ["amount=12000&escrow=true&name=a", { amount: 12000, escrow: true, name: "a" }],
    ["https://shop.example/?amount=1#amount=2", { amount: 1 }],
    ["?amount=-1.5&tax_free=x1&vat_amount=1x", { amount: -1.5, tax_free: "x1", vat_amount: "1x" }],
    [
      "escrow=yes&digital=false&popup=xtrue&appCard=truex",
      { escrow: "yes", digital: false, popup: "xtrue", appCard: "truex" },
    ],
    [
      "amount=1.25&tax_free=1.&vat_amount=1234567890123456",
      { amount: 1.25, tax_free: "1.", vat_amount: "1234567890123456" },
    ],
    ["merchant_uid=12", { merchant_uid: "12" }],
    ["name=a&name=b", { name: "b" }],
    ["display[card_quota][]=0&display[card_quota][]=3", { display: { card_quota: [0, 3] } }],
    ["display[card_quota]=3", { display: { card_quota: [3] } }],
    ["card[direct][code]=367", { card: { direct: { code: "367" } } }],
    ["a[b=1&c]=2&x[y]z=3", { "a[b": "1", "c]": "2", "x[y]z": "3" }],
    ["name=b?c=d", { name: "b?c=d" }],
    ["name=a&b?c=d", { name: "a", "b?c": "d" }],
    ["[a]=1&a[b]]=2", { "[a]": "1", "a[b]]": "2" }],
  ])("The form %s becomes a payload", (form, payload) => expect(read(form)).toEqual(payload));
  it("A form with brackets deeper than any kind has is one key", () => {
    const keys = (depth: number) => `a${"[b]".repeat(depth)}`;
    expect(Object.keys(read(`${keys(11)}=1`))).toEqual(["a"]);
    expect(Object.keys(read(`${keys(12)}=1`))).toEqual([keys(12)]);
  });
  it("A form is read from entries too, with lists and objects in them", () => {
    const entries: [string, unknown][] = [
      ["schedules", [{ amount: "1", merchant_uid: 7 }]],
      ["customer_uid", 5],
      ["x", null],
    ];
    expect(readForm(schedule, entries as never)).toEqual({
      ...{ schedules: [{ amount: 1, merchant_uid: "7" }], customer_uid: "5", x: null },
    });
    expect(readForm(callback, new URLSearchParams({ imp_uid: "imp_1" }))).toEqual({
      imp_uid: "imp_1",
    } satisfies Partial<Callback>);
    expect(read(new Map([["notice_url", "https://a.example"]]))).toEqual({
      notice_url: "https://a.example",
    });
  });
});

describe("A value of a form", () => {
  const number = { type: "number" } as const;
  it.each<[value: unknown, at: ShapeNode | undefined, read: unknown]>([
    ["5", number, 5],
    ["5", { type: "integer" }, 5],
    ["5", { type: ["integer", "null"] }, 5],
    ["5", { type: ["number", "string"] }, "5"],
    ["5", { type: ["string", "number"] }, "5"],
    ["5", {}, "5"],
    ["5", undefined, "5"],
    ["5", { type: "array", items: number }, [5]],
    ["5", { type: "array" }, ["5"]],
    ["5", { type: "object" }, "5"],
    ["0x10", number, "0x10"],
    ["1e3", number, "1e3"],
    ["+5", number, "+5"],
    ["", number, ""],
    ["true", { type: "boolean" }, true],
    ["false", { type: "boolean" }, false],
    ["1", { type: "boolean" }, "1"],
    ["true", number, "true"],
    [5, { type: "string" }, "5"],
    [5, { type: ["string", "number"] }, 5],
    [5, { type: ["number", "string"] }, 5],
    [5, number, 5],
    [5, undefined, 5],
    [true, { type: "string" }, true],
    [null, { type: "string" }, null],
    [["1", "2"], { type: "array", items: number }, [1, 2]],
    [["1", "2"], number, 2],
    [["1", "2"], { type: "string" }, "2"],
    [{ a: "1", b: "1" }, { properties: { a: number } }, { a: 1, b: "1" }],
    [{ constructor: "1" }, { properties: {} }, { constructor: "1" }],
  ])("The value %j of a form is read as %j says: %j", (value, at, read) =>
    expect(formValue(value, at)).toEqual(read),
  );

  it.each<[types: ("string" | "number")[] | undefined, type: string, isOpened: boolean]>([
    [["string"], "number", true],
    [["string", "number"], "number", true],
    [["number", "string"], "boolean", true],
    [["string"], "string", false],
    [["number"], "number", false],
    [["number"], "boolean", false],
    [undefined, "number", false],
  ])(
    "A value that may be one of %j may be anything where %s is asked for: %j",
    (types, type, isOpened) => {
      const unknown = new Unknown("total", types);
      const read = formValue(unknown, { type });
      expect(read === unknown).toBe(!isOpened);
      expect(read).toMatchObject({ source: "total" });
      if (isOpened) expect((read as Unknown).types).toBeUndefined();
    },
  );

  it("A value that may hold more than is seen still may", () => {
    for (const value of [markOpen({ a: "1" }), { a: "1" }]) {
      const read = formValue(value, { properties: { a: number } });
      expect(read).toEqual({ a: 1 });
      expect(isOpen(read as object)).toBe(isOpen(value));
    }
  });
});
