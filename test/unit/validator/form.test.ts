import fc from "fast-check";
import { callback, payment, readForm, schedule, vbank } from "paylint/ksnet/v1";
import { describe, expect, it } from "vitest";

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
  // The least of some runs, since a busy machine only ever makes one longer.
  const timeOf = (text: string) => {
    let least = Number.POSITIVE_INFINITY;
    for (let run = 0; run < 5; run++) {
      const start = performance.now();
      readForm(vbank, text);
      least = Math.min(least, performance.now() - start);
    }
    return least;
  };
  it.each(forms)("%s", (_what, form) => {
    const size = 4_000;
    readForm(vbank, form(size));
    const small = timeOf(form(size));
    // Sixteen times as long a form takes 256 times as long where each pair costs as much as those before it.
    const large = timeOf(form(16 * size));
    expect(large).toBeLessThan(100 * Math.max(small, 1));
  });
});

describe("a form", () => {
  it("gives a repeated name's last value, or all of them where the kind takes a list", () => {
    expect(readForm(payment, "amount=9900&amount=100")).toEqual({ amount: 100 });
    expect(readForm(vbank, "notice_url=https://a.example&notice_url=https://b.example")).toEqual({
      notice_url: ["https://a.example", "https://b.example"],
    });
    const repeated = Array.from({ length: 40_000 }, () => "notice_url=a").join("&");
    expect(readForm(vbank, repeated).notice_url).toHaveLength(40_000);
  });
  it("continues a list after the greatest number that it was given", () => {
    expect(readForm(schedule, "schedules[1][name]=a&schedules[][name]=b")).toEqual({
      schedules: [{ name: "a" }, { name: "b" }],
    });
  });
  it("is read from the object that a framework made of it", () => {
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
  it("sets no prototype", () => {
    const read = readForm(callback, "?__proto__[x]=1&constructor=2&__proto__=3&toString[a]=1");
    expect(Object.getPrototypeOf(read)).toBe(Object.prototype);
    expect(({} as { x?: unknown }).x).toBeUndefined();
    expect(read).toHaveProperty("constructor", "2");
  });
  it.each([[null], [undefined], [5], [Symbol.iterator], [[1]], [[null]], [{}], [() => 1]])(
    "that is none (%o) reads as an empty payload",
    (form) => {
      expect(readForm(callback, form as never)).toEqual({});
    },
  );
  it("never throws, whatever text it is", () => {
    const name = fc.string({ unit: fc.constantFrom("a", "[", "]", "0", "%", "=", "&", "?", "#") });
    fc.assert(
      fc.property(fc.oneof(name, fc.string()), (text) => {
        expect(typeof readForm(callback, text)).toBe("object");
      }),
      { numRuns: 2000 },
    );
  });
});
