import { describe, expect, it } from "vitest";
import { known, read } from "../reading.js";

/** The calls of a text: what each is given, and the source of the place that decides it. */
const sites = (text: string) =>
  read(text, { ending: ".tsx" }).calls.map(
    ({ payload, span }) => `${known(payload?.value)} at ${text.slice(...span)}`,
  );

const pay = "IMP.request_pay({ a })";

describe("A call is made where the function around it is given what it hands on", () => {
  it.each([
    [`const f = (a) => { ${pay}; }; f(1);`, ["{ a: 1 } at f(1)"]],
    [`const f = (a) => { ${pay}; }; f(1); f(2);`, ["{ a: 1 } at f(1)", "{ a: 2 } at f(2)"]],
    [`function f({ a }) { ${pay}; } f({ a: 1 });`, ["{ a: 1 } at f({ a: 1 })"]],
    [`const f = (b) => { const a = b + 1; ${pay}; }; f(1);`, ["{ a: 2 } at f(1)"]],
    [`const f = (b) => { let a; a = b; ${pay}; }; f(1);`, ["{ a: 1 } at f(1)"]],
    [
      "const f = (b) => { const o = {}; o.a = b; IMP.request_pay(o); }; f(1);",
      ["{ a: 1 } at f(1)"],
    ],
    [`const f = (a) => { g(() => ${pay}); }; f(1);`, ["{ a: 1 } at f(1)"]],
    [`const f = (a) => { ${pay}; }; const g = (b) => f(b); g(1);`, ["{ a: 1 } at g(1)"]],
    [`const f = (a) => { ${pay}; }; const g = (b) => f(1); g(2);`, ["{ a: 1 } at f(1)"]],
    [`class A { f(a) { ${pay}; } g() { this.f(1); } }`, ["{ a: 1 } at this.f(1)"]],
    [`const f = (a) => { ${pay}; }; f(1, 2);`, ["{ a: 1 } at f(1, 2)"]],
    // The place is the call itself.
    [`const f = (b) => { const a = 1; ${pay}; }; f(1);`, [`{ a: 1 } at ${pay}`]],
    [`const f = (a) => { ${pay}; };`, [`{ a: ? } at ${pay}`]],
    [`const f = (a) => { ${pay}; }; on(f);`, [`{ a: ? } at ${pay}`]],
    [`const f = (a) => { ${pay}; f(1); };`, [`{ a: ? } at ${pay}`]],
    [`const f = (a) => { ${pay}; }; g(() => f);`, [`{ a: ? } at ${pay}`]],
  ])("A call is made where it is decided: %s", (text, expected) => {
    expect(sites(text)).toEqual(expected);
  });

  it("A component is used where the function around it is given its properties", () => {
    const text = `import IMP from "iamport-react-native"; const f = (a) => <IMP.Payment data={{ a }} />; f(1);`;
    expect(sites(text).map((one) => one.split(" at ")[1])).toEqual(["f(1)"]);
  });
  it("Functions are followed three deep", () => {
    const chain = (length: number) =>
      Array.from({ length }, (_, index) =>
        index === 0
          ? `const f0 = (a) => { ${pay}; };`
          : `const f${index} = (a) => f${index - 1}(a);`,
      ).join(" ");
    expect(sites(`${chain(3)} f2(1);`)).toEqual(["{ a: 1 } at f2(1)"]);
    expect(sites(`${chain(4)} f3(1);`).map((one) => one.split(" at ")[0])).toEqual(["{ a: ? }"]);
  });
});
