import { describe, expect, it } from "vitest";
import { Unknown } from "../../../../../src/validator/unknown.js";
import { read } from "../reading.js";

/** What is known of `a` in the payload of the last call: a value, or `?` with the types that it can have. */
function known(text: string, ending = ".tsx"): unknown {
  const value = (read(text, { ending }).calls.at(-1)?.payload?.value as { a?: unknown } | undefined)
    ?.a;
  return value instanceof Unknown ? `?${value.types?.join("|") ?? ""}` : value;
}

const pay = "IMP.request_pay({ a });";

describe("What well-known expressions give", () => {
  it.each([
    ['document.querySelector("#total").value', "?string"],
    ['document.getElementById("total")!.innerHTML', "?string"],
    ["el.textContent", "?string"],
    ['$("#total").val()', "?string"],
    ['$("#form").find(".total").text()', "?string"],
    ['jQuery("#total").closest("li").attr("data-price")', "?string"],
    ['$("#total").data("price")', "?"],
    ['$("#total")[0].value', "?string"],
    ['document.querySelector("#a").dataset.price', "?string"],
    ["new URLSearchParams(location.search).get('a')", "?string|null"],
    ["new URL(location.href).searchParams.get('a')", "?string|null"],
    ["new FormData(form).get('a')", "?string|object|null"],
    ["localStorage.getItem('a')", "?string|null"],
    ["window.sessionStorage.getItem('a')", "?string|null"],
    ["price.toFixed(0)", "?string"],
    ["price.toLocaleString()", "?string"],
    ["Number(x)", "?number"],
    ["Math.floor(x * 1.1)", "?number"],
    ["parseInt(x, 10)", "?number"],
    ["Number(x) || 0", "?number"],
    ["$('#a').val() ?? '0'", "?string"],
    ["items.length", "?number"],
    ["text.trim()", "?string"],
    ["$('#a').text().replace(/,/g, '')", "?string"],
    ["path.replace(/,/g, '')", "?"],
    ["`${x}`.slice(1)", "?string"],
    ["list.slice(1)", "?"],
    ["total.value", "?"],
    ["response.text()", "?"],
    ["props.dataset.total", "?"],
    ["params.get('a')", "?"],
    ["flag && x", "?"],
    ["JSON.parse(x)", "?"],
    ["await total()", "?"],
  ])("A well-known expression gives what is known of it: %s", (expression, expected) => {
    expect(known(`IMP.request_pay({ a: ${expression} });`)).toBe(expected);
  });
});

describe("What a name stands for where it is used", () => {
  it.each([
    ["let a = '1';", "1"],
    ["let a; a = '1';", "1"],
    ["let a = 1; a = '1';", "1"],
    ["let a = 1; if (x) a = 2;", "?number"],
    ["let a = 1; if (x) a = '2';", "?number|string"],
    ["let a; if (x) a = '2';", "?"],
    ["let a = 1; a += x;", "?"],
    ["let a = 1; for (a of list) ;", "?"],
    ["let a = '1'; on(() => { a = f(); });", "?"],
    ["const { a } = { a: '1' };", "1"],
    ["const { a } = order;", "?"],
    ["const { a = 1 } = order;", "?"],
    ["const a = { b: '1' }.b;", "1"],
  ])("A name stands for what it is where it is used: %s", (before, expected) => {
    expect(known(`${before} ${pay}`)).toBe(expected);
  });

  it.each([
    [`const a = '1'; function f() { ${pay} }`, "1"],
    [`let a = '1'; function f() { ${pay} }`, "1"],
    [`export const a = '1'; export function f() { ${pay} }`, "1"],
    [`function f() { ${pay} } const a = '1';`, "1"],
    [`function f() { ${pay} } if (x) f(); { const a = '1'; }`, "?"],
    [`f(); var a = '1'; function f() { ${pay} }`, "?"],
    [`let a; a = '1'; function f() { ${pay} }`, "1"],
    [`let a; f(); a = '1'; function f() { ${pay} }`, "?"],
    [`let a; a = f(); function f() { ${pay}; return '1'; }`, "?"],
    [`let a = '1'; function f() { ${pay} } function g() { a = x; }`, "?"],
    [`for (const a of list) { on(function () { ${pay} }); }`, "?"],
  ])("A name stands for what it is in a function that is declared: %s", (text, expected) => {
    expect(known(text)).toBe(expected);
  });

  it("A name stands for a value that is written below, where the use is deferred", () => {
    expect(known(`let a = 1; on(() => { ${pay} }); a = 2;`)).toBe("?number");
    expect(known(`let a = 1; ${pay} a = "2";`)).toBe(1);
  });

  it.each([
    ["const order = {}; order.a = '1';", "1"],
    ["let order; order = { a: 1 }; order.a = '1';", "1"],
    ["let order = { a: 1 }; order.a = 2; order = { a: '1' };", "1"],
    ["const order = { a: 1 }; if (x) order.a = '1';", "?"],
    ["const order = { a: 1 }; change(order);", undefined],
    ["function show(o) { console.log(o.a); } const order = { a: '1' }; show(order);", "1"],
    ["function change(o) { o.a = 2; } const order = { a: '1' }; change(order);", undefined],
  ])("An object stands for what it is where it is used: %s", (before, expected) => {
    expect(known(`${before} IMP.request_pay(order);`)).toBe(expected);
  });

  it("A name inside of a block stands for what it is there", () => {
    const text = "const order = {}; if (x) { order.a = '1'; IMP.request_pay(order); }";
    expect(known(text)).toBe("1");
  });
});

describe("Fields of classes", () => {
  it.each([
    ["order = { a: '1' }; pay() { IMP.request_pay(this.order); }", "1"],
    ["#order = { a: '1' }; pay() { IMP.request_pay(this.#order); }", "1"],
    ["constructor() { this.order = { a: '1' }; } pay() { IMP.request_pay(this.order); }", "1"],
    ["order = {}; pay() { this.order.a = '1'; IMP.request_pay(this.order); }", "1"],
    ["order = { a: 1 }; set(v) { this.order.a = v; } pay() { IMP.request_pay(this.order); }", "?"],
    [
      "order = { a: 1 }; set(v) { this.order = v; } pay() { IMP.request_pay(this.order); }",
      undefined,
    ],
    ["a: string; pay() { IMP.request_pay({ a: this.a }); }", "?string"],
    ["a?: string; pay() { IMP.request_pay({ a: this.a }); }", "?"],
    ["a = 1; pay() { f(function () { IMP.request_pay({ a: this.a }); }); }", "?"],
    ["make() { return { a: '1' }; } pay() { IMP.request_pay(this.make()); }", "1"],
  ])("The fields of a class are read as far as they are sure: %s", (body, expected) => {
    expect(known(`class Pay { ${body} }`)).toBe(expected);
  });
});

describe("What functions of the file return", () => {
  it.each([
    ["const make = () => ({ a: '1' });", "make()", "1"],
    ["function make(a) { return { a }; }", "make('1')", "1"],
    ["function make(a = '1') { return { a }; }", "make()", "1"],
    ["const make = ({ a }) => ({ a });", "make({ a: '1' })", "1"],
    ["function make() { const o = {}; o.a = '1'; return o; }", "make()", "1"],
    ["const inner = (a) => ({ a }); const make = (b) => inner(b);", "make('1')", "1"],
    ["async function make() { return { a: '1' }; }", "await make()", "1"],
    ["async function make() { return { a: '1' }; }", "make()", undefined],
    ["function make() { if (x) return { a: '1' }; }", "make()", undefined],
    ["function make(o) { return make(o); }", "make({ a: '1' })", undefined],
    ["const order = useMemo(() => ({ a: '1' }), []);", "order", "1"],
  ])("What a function of the file returns is known: %s %s", (before, payload, expected) => {
    expect(known(`${before} IMP.request_pay(${payload});`)).toBe(expected);
  });

  it("What a function returns has the type that is written down", () => {
    expect(
      known("function total(): string { return find(); } IMP.request_pay({ a: total() });"),
    ).toBe("?string");
  });
});

describe("States of React components", () => {
  it.each([
    ["const [order] = useState({ a: '1' });", "1"],
    ["const [order, setOrder] = useState({ a: '1' });", "1"],
    ["const [order, setOrder] = useState({ a: '1', b: 1 }); setOrder({ ...order, b: 2 });", "1"],
    ["const [order, setOrder] = useState({ a: '1' }); setOrder((o) => ({ ...o, a: x }));", "?"],
    ["const [order, setOrder] = useState({ a: '1' }); setOrder(found);", undefined],
    ["const [order, setOrder] = useState({ a: '1' }); useOrder(setOrder);", undefined],
  ])("The state of a React component is known as far as it is sure: %s", (before, expected) => {
    expect(known(`${before} IMP.request_pay(order);`)).toBe(expected);
  });

  it.each([
    ["useState('')", "<input onChange={(e) => setA(e.target.value)} />", "?string"],
    ["useState('')", "<Select onChange={(e) => setA(e.target.value)} />", "?"],
    ["useState(0)", "<input onChange={(e) => setA(Number(e.target.value))} />", "?number"],
    ["useState(0)", "<input onChange={(e) => setA(e.target.value)} />", "?number|string"],
    ["useState<string>()", "<input onChange={change(setA)} />", "?string"],
  ])("The first value of a state tells its type: %s %s", (state, element, expected) => {
    const text = `const [a, setA] = ${state}; const pay = () => IMP.request_pay({ a }); const view = ${element};`;
    expect(known(text)).toBe(expected);
  });
});

describe("TypeScript annotations", () => {
  it.each([
    ["function pay(a: string) { IMP.request_pay({ a }); }", "?string"],
    ["function pay(a?: string) { IMP.request_pay({ a }); }", "?"],
    ["function pay(a: string | undefined) { IMP.request_pay({ a }); }", "?"],
    ["function pay(a: 'card' | 'vbank') { IMP.request_pay({ a }); }", "?string"],
    ["function pay({ a }: { a: string }) { IMP.request_pay({ a }); }", "?string"],
    [
      "interface Props { a: string } function pay({ a }: Props) { IMP.request_pay({ a }); }",
      "?string",
    ],
    ["interface Props { a?: string } function pay({ a }: Props) { IMP.request_pay({ a }); }", "?"],
    [
      "type P = { o: { a: string } }; function pay(p: P) { IMP.request_pay({ a: p.o.a }); }",
      "?string",
    ],
    ["function pay(p: Imported) { IMP.request_pay({ a: p.a }); }", "?"],
    ["const Pay: React.FC<{ a: string }> = ({ a }) => { IMP.request_pay({ a }); };", "?string"],
    ["function pay(a: Date) { IMP.request_pay({ a: a.getTime() }); }", "?number"],
    ["function pay(e: HTMLInputElement) { IMP.request_pay({ a: e.value }); }", "?string"],
    ["function pay(a: any) { IMP.request_pay({ a: a as string }); }", "?"],
  ])("A TypeScript annotation tells a type: %s", (text, expected) => {
    expect(known(text)).toBe(expected);
  });
});

describe("A payload that goes through the shop's own function", () => {
  it.each([
    [
      "const pay = (data) => new Promise((done) => IMP.request_pay(data, done)); pay({ a: '1' });",
      "1",
    ],
    ["function pay(data) { IMP.request_pay({ pg: 'x', ...data }); } pay({ a: '1' });", "1"],
    ["function pay({ a }) { IMP.request_pay({ a }); } pay({ a: '1' });", "1"],
    ["function pay(a) { const order = {}; order.a = a; IMP.request_pay(order); } pay('1');", "1"],
    ["class P { open(data) { IMP.request_pay(data); } go() { this.open({ a: '1' }); } }", "1"],
    ["const open = (d) => IMP.request_pay(d); const pay = (d) => open(d); pay({ a: '1' });", "1"],
    ["const open = (d) => IMP.request_pay(d); const order = { a: '1' }; open(order);", "1"],
    [
      "const post = (path, body) => axios.post('https://api.iamport.kr' + path, body); post('/payments/prepare', { a: '1' });",
      "1",
    ],
    ["function pay(data) { data = f(data); IMP.request_pay(data); } pay({ a: '1' });", undefined],
  ])("A payload that goes through the shop's own function is followed: %s", (text, expected) => {
    expect(known(text)).toBe(expected);
  });

  it("Each call of the shop's own function is a call", () => {
    const text = "const pay = (d) => IMP.request_pay(d); pay({ a: 1 }); pay({ a: 2 });";
    expect(read(text).calls.map(({ span: [start, end] }) => text.slice(start, end))).toEqual([
      "pay({ a: 1 })",
      "pay({ a: 2 })",
    ]);
  });

  it("each call is one up to a hundred, and more are not told apart", () => {
    const calls = (count: number) =>
      read(`const pay = (a) => IMP.request_pay({ a }); ${"pay(1);".repeat(count)}`).calls;
    expect(calls(100)).toHaveLength(100);
    expect(calls(101)).toHaveLength(1);
    expect(known(`const pay = (a) => IMP.request_pay({ a }); ${"pay(1);".repeat(100)}`)).toBe(1);
    expect(known(`const pay = (a) => IMP.request_pay({ a }); ${"pay(1);".repeat(101)}`)).toBe("?");
  });

  it("The callback that the shop's own function is given is read", () => {
    const text =
      "function pay(data, done) { IMP.request_pay(data, done); } pay({ a: 1 }, (rsp) => rsp.success);";
    expect(read(text).calls[0]?.reads.map(({ name }) => name)).toEqual(["success"]);
  });
});
