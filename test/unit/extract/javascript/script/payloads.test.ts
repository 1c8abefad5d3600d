import { describe, expect, it } from "vitest";
import { readScript } from "../../../../../dist/extract/javascript/script.js";
import { payloadsBy } from "../../shownPayload.js";

/** What is handed over in a program that calls it `pay`. */
const handedOver = (code: string) =>
  payloadsBy(readScript, code.replaceAll("pay(", "IMP.request_pay("), { ending: ".tsx" });

describe("What JavaScript hands over is known as far as the code says it", () => {
  it.each<[name: string, code: string, ...payloads: string[]]>([
    // Objects.
    [
      "a key that is written twice has its last value and place",
      "pay({ x: 1, y: 2, x: 3 });",
      "{ y: 2, x: 3 } x twice",
    ],
    [
      "a spread overrides what is before it, and not what is behind it",
      "const o = { x: 1, y: 2 }; pay({ x: 3, ...o, y: 4 });",
      "{ x: 1, y: 4 }",
    ],
    [
      "a spread of what is not known",
      "pay({ x: 1, ...given, y: 2, ...given });",
      "{ x: ? (1), y: ? (2), … }",
    ],
    [
      "a spread of which some is known",
      "pay({ x: 1, ...{ y: 2, ...given } });",
      "{ x: ? (1), y: ? (2), … }",
    ],
    [
      "a spread that a condition decides about",
      "pay({ x: 1, y: 2, ...(flag && { x: 3, z: 4 }) });",
      "{ y: 2, x: ? (1), z: ? }",
    ],
    [
      "a spread of one of two",
      "pay({ x: 1, y: 2, ...(flag ? { x: 3 } : { z: 4 }) });",
      "{ y: 2, x: ? (1), z: ? }",
    ],
    [
      "a spread of one of two of which one is open",
      "pay({ x: 1, ...(flag ? { y: 3, ...given } : null) });",
      "{ x: ? (1), … }",
    ],
    [
      "a spread of an object or nothing",
      "pay({ x: 1, ...(flag ? { y: 3 } : undefined) });",
      "{ x: 1, y: ? }",
    ],
    ["a spread behind or", "pay({ x: 1, ...(given || { x: 2 }) });", "{ x: ? (1), … }"],
    [
      "computed keys",
      `const k = "x"; pay({ [k]: 1, ["y" + 1]: 2, [3]: 4 });`,
      "{ x: 1, y1: 2, 3: 4 }",
    ],
    [
      "a computed key that is not known",
      "pay({ x: 1, [given]: 2, y: 3 });",
      "{ x: ? (1), y: 3, … }",
    ],
    ["a prototype is no key", "pay({ x: 1, __proto__: given });", "{ x: 1, … }"],
    [
      "methods and getters",
      "pay({ x() {}, get y() { return 1; }, z: () => 1, w: 2 });",
      "{ x: ?, y: ?, z: ?, w: 2 }",
    ],
    [
      "lists",
      "const l = [2, 3]; pay({ l: [1, ...l, , 4], m: [] });",
      "{ l: [1, 2, 3, nothing, 4], m: [] }",
    ],
    [
      "nothing is known behind a spread of a list that is not known",
      "pay({ l: [1, ...given, 2] });",
      "{ l: [1, …] }",
    ],
    [
      "nothing is known behind a spread of a list that may go on",
      "const l = [1, ...given]; pay({ l: [...l, 2], m: [0, ...[3], 4] });",
      "{ l: […], m: [0, 3, 4] }",
    ],
    [
      "members of objects and lists",
      `const o = { x: { y: 1 }, l: [1, 2] }; pay({ a: o.x.y, b: o["x"].y, c: o.l[1], d: o.z, e: o.x.z, f: o[given] });`,
      "{ a: 1!, b: 1!, c: ?, d: ?, e: ?, f: ? }",
    ],
    [
      "a frozen and a sealed object",
      "const a = Object.freeze({ x: 1 }); pay(Object.seal({ a, y: 2 }));",
      "{ a: { x: 1 }, y: 2 }",
    ],
    // Texts and numbers.
    [
      "sums and templates",
      "pay({ a: 'x' + 1, b: `x${1}${true}`, c: 'x' + given + 'y', d: `x${given}y`, e: 1 + 2, f: given + 1, g: '' + given });",
      `{ a: "x1", b: "x1true", c: ?:string "x…y", d: ?:string "x…y", e: 3, f: ?, g: ?:string "…" }`,
    ],
    [
      "sums of what may be a text or nothing",
      `const v = localStorage.getItem("a"); pay({ a: v + 1, b: v + "", c: flag ? "x" + v : 1 });`,
      `{ a: ?, b: ?:string "…", c: ?:string|number }`,
    ],
    [
      "a date in a text",
      `pay({ a: new Date() + 1, b: "x" + new Date(), c: +new Date(), d: new Date() - 0 });`,
      `{ a: ?:string "…1", b: ?:string "x…", c: ?:number 1000000000000…9999999999999, d: ?:number 1000000000000…9999999999999 }`,
    ],
    [
      "arithmetic",
      `pay({ a: 7 % 4, b: 2 * 3 - 1, c: 6 / 4, d: -1, e: +"1", f: 2 ** 3, g: given * 2, h: 1 - given });`,
      "{ a: 3, b: 5, c: 1.5, d: -1, e: ?:number, f: ?:number, g: ?:number, h: ?:number }",
    ],
    [
      "comparisons and conversions to a boolean",
      `pay({ a: given === 1, b: !given, c: !1, d: 1 < 2, e: typeof given, f: void 0, g: "a" in given });`,
      "{ a: ?:boolean, b: ?:boolean, c: false, d: ?:boolean, e: ?:string, f: undefined, g: ?:boolean }",
    ],
    [
      "or, and, ??",
      `pay({ a: "" || 1, b: "x" || 1, c: 0 ?? 1, d: "" ?? 1, e: null ?? 1, f: undefined ?? 1, g: 0 && 1, h: 1 && 2 });`,
      `{ a: 1, b: "x", c: 0, d: "", e: 1, f: 1, g: 0, h: 2 }`,
    ],
    [
      "or, and, ?? of what is known in part",
      `const v = localStorage.getItem("a"); pay({ a: v || 1, b: v && 1, c: v ?? 1, d: given || 1, e: v || given });`,
      "{ a: ?:string|number, b: ?:string|null|number, c: ?:string|number, d: ?, e: ? }",
    ],
    [
      "a condition",
      `pay({ a: flag ? 1 : 2, b: flag ? 1 : 1, c: flag ? 1 : "a", d: flag ? null : 1, e: flag ? [] : {}, f: flag ? given : 1 });`,
      "{ a: ?:number, b: 1, c: ?:number|string, d: ?:null|number, e: ?:array|object, f: ? }",
    ],
    [
      "times",
      `pay({ a: Date.now(), b: Math.floor(Date.now() / 1000), c: "o-" + Date.now(), d: new Date().getTime(), e: new Date().toISOString(), f: Date.now() + 1000, g: Date.now() - 1e12, h: Date.now() * 2 });`,
      `{ a: ?:number 1000000000000…9999999999999, b: ?:number 1000000000…9999999999, c: ?:string "o-_____________", d: ?:number 1000000000000…9999999999999, e: ?:string "____-__-__T__:__:__.___Z", f: ?:number 1000000001000…10000000000999, g: ?:number 0…8999999999999, h: ?:number 2000000000000…19999999999998 }`,
    ],
    [
      "roundings",
      `pay({ a: Math.floor(1.5), b: Math.round(1.5), c: Math.ceil(Date.now() / 1000), d: Math.trunc(given), e: Math.max(1, 2), f: parseInt("12"), g: Number("3"), h: Number(given) });`,
      "{ a: ?:number 1…1, b: ?:number 1…2, c: ?:number 1000000000…10000000000, d: ?:number, e: ?:number, f: ?:number, g: ?:number, h: ?:number }",
    ],
    [
      "texts and ids",
      `pay({ a: String(1), b: String(given), c: crypto.randomUUID(), d: "a".toUpperCase(), e: given.toFixed(2), f: (12).toString(), g: (12).toString(36), h: new Date().toString() });`,
      `{ a: "1", b: ?:string "…", c: ?:string "________-____-____-____-____________", d: ?:string, e: ?:string, f: "12", g: ?:string, h: ?:string }`,
    ],
    [
      "nanoid",
      `import { nanoid } from "nanoid"; pay({ a: nanoid(), b: nanoid(4), c: nanoid(300), d: nanoid(given) });`,
      `{ a: ?:string "_____________________", b: ?:string "____", c: ?:string, d: ?:string }`,
    ],
    [
      "globals by their object",
      "pay({ a: window.crypto.randomUUID(), b: globalThis.String(1) });",
      `{ a: ?:string "________-____-____-____-____________", b: "1" }`,
    ],
    [
      "what a field of jQuery holds, and what sets it",
      `pay({ a: $("#a").val(), b: $("#a").val("x") });`,
      "{ a: ?:string, b: ? }",
    ],
    [
      "what pages hold",
      `pay({ a: location.href, b: localStorage.getItem("a"), c: document.querySelector("input").value, d: el.dataset.x });`,
      "{ a: ?, b: ?:string|null, c: ?:string, d: ?:string }",
    ],
    // Names.
    [
      "a constant, and a name that is written later",
      "const a = 1; let b; b = 2; let c = 1; c = 3; pay({ a, b, c });",
      "{ a: 1, b: 2, c: 3 }",
    ],
    [
      "a name that is written in a branch",
      `let a = 1; if (flag) a = "x"; pay({ a });`,
      "{ a: ?:number|string }",
    ],
    [
      "a name that is written in both branches",
      "let a; if (flag) { a = 1; } else { a = 2; } pay({ a });",
      "{ a: ? }",
    ],
    ["a name that is written behind the call", `let a = 1; pay({ a }); a = "x";`, "{ a: 1 }"],
    [
      "a name that a function writes, above what is written last",
      `let a = 1; function change() { a = "x"; } a = 2; pay({ a });`,
      "{ a: ?:number|string }",
    ],
    [
      "a name in a function that is written behind it",
      `let a = 1; const run = () => pay({ a }); a = "x"; run();`,
      "{ a: ?:number|string }",
    ],
    [
      "a name that is written by what it was",
      `let a = "x"; a += "y"; let n = 1; n++; pay({ a, n });`,
      "{ a: ?, n: ? }",
    ],
    [
      "a name that is written in a loop",
      `let a = 1; for (const one of all) a = "x"; pay({ a });`,
      "{ a: ?:number|string }",
    ],
    [
      "a name that is written behind the call in a loop",
      `let a = 1; let b = 1; for (;;) { b = 2; pay({ a, b }); a = "x"; b = "x"; }`,
      "{ a: ?:number|string, b: 2 }",
    ],
    [
      "a name of a pattern",
      "const { x, y: z, ...rest } = { x: 1, y: 2, w: 3 }; pay({ x, z, rest });",
      "{ x: 1, z: 2, rest: ? }",
    ],
    [
      "a name of a pattern that is written again",
      "let { x } = { x: 1 }; x = 2; pay({ x });",
      "{ x: ? }",
    ],
    [
      "a name of a pattern with a default",
      "const { x = 1, y = 2 } = { x: 3 }; pay({ x, y });",
      "{ x: ?, y: ? }",
    ],
    ["names of a list", "const [x, y] = [1, 2]; pay({ x, y });", "{ x: ?, y: ? }"],
    ["a name that hides another", "const a = 1; { const a = 2; pay({ a }); }", "{ a: 2 }"],
    ["a parameter", "function run(a, b = 1) { pay({ a, b }); }", "{ a: ?, b: ? }"],
    [
      "an annotation",
      `declare const a: string; function run(b: number, c?: boolean, d?: "x" | 1) { pay({ a, b, c, d }); }`,
      "{ a: ?:string, b: ?:number, c: ?, d: ? }",
    ],
    [
      "undefined, NaN and what is global",
      "pay({ a: undefined, b: NaN, c: other });",
      "{ a: undefined, b: null, c: ? }",
    ],
    [
      "a field of a class",
      "class A { x = 1; #y = 2; static z = 3; n = 1; run() { this.n++; pay({ x: this.x, y: this.#y, z: this.z, n: this.n }); } }",
      "{ x: 1!, y: 2!, z: ?, n: ? }",
    ],
    [
      "a field in a static method",
      "class A { x = 1; static run() { pay({ x: this.x }); } }",
      "{ x: ? }",
    ],
    [
      "a field in a function of its own and in an arrow",
      "class A { x = 1; run() { function own() { pay({ x: this.x }); } const same = () => pay({ x: this.x }); } }",
      "{ x: ? }",
      "{ x: 1! }",
    ],
    [
      "a field that a constructor gives",
      "class A { constructor() { this.x = 1; } run() { pay({ x: this.x }); } }",
      "{ x: 1 }",
    ],
    [
      "a field that another method writes",
      "class A { x = 1; change() { this.x = 2; } run() { pay({ x: this.x }); } }",
      "{ x: ? }",
    ],
    [
      "a field that is written through a name of this",
      "class A { x = 1; y = 1; o = { z: 1 }; run() { const self = this; then(function () { self.x = 2; self.o.z = 2; }); pay({ x: this.x, y: this.y, o: this.o }); } }",
      "{ x: ?, y: 1!, o: { z: ?! }! }",
    ],
    [
      "a field that a name of this in another class has too",
      "class A { x = 1; run() { pay({ x: this.x }); } } class B { x = 1; run() { const self = this; self.x = 2; } }",
      "{ x: 1! }",
    ],
    [
      "a field that is taken out of this and changed, and one that is not",
      "class A { o = { x: 1 }; p = { x: 1 }; run() { const { o, p: own } = this; o.x = 2; pay({ o: this.o, p: this.p }); } }",
      "{ o: ?:object!, p: { x: 1! }! }",
    ],
    [
      "a state",
      "const [o, setO] = useState({ x: 1, y: 2 }); useEffect(() => {}, [setO]); pay(o);",
      "{ x: 1!, y: 2! }!",
    ],
    [
      "a state of which keys are set beside a copy",
      "const [o, setO] = useState({ x: 1, y: 2 }); setO({ ...o, x: 3 }); setO((p) => ({ ...p, z: 4 })); pay(o);",
      "{ x: ?!, y: 2!, z: ?! }!",
    ],
    [
      "a state that is set to another",
      "const [o, setO] = useState({ x: 1 }); setO({ ...other, x: 3 }); pay(o);",
      "?!",
    ],
    [
      "a state whose setter is handed on",
      "const [o, setO] = useState({ x: 1 }); give(setO); pay(o);",
      "?",
    ],
    [
      "a state that is a list",
      "const [l] = useState([1, 2]); const [m, setM] = useState([1]); setM([2]); pay({ l, m });",
      "{ l: [1!, 2!]!, m: ?:array! }",
    ],
    [
      "a state that is a number",
      "const [n, setN] = useState(1); setN(2); pay({ n });",
      "{ n: ?:number! }",
    ],
    [
      "useMemo",
      "pay({ a: useMemo(() => 1, []), b: useMemo(() => { if (flag) return 1; return 2; }, []) });",
      "{ a: 1, b: ? }",
    ],
    // Changes.
    [
      "a key that is assigned",
      `const o = { x: 1 }; o.x = 2; o.y = 3; o["z"] = 4; pay(o);`,
      "{ x: 2, y: 3, z: 4 }",
    ],
    [
      "a key that may be assigned",
      "const o = { x: 1 }; if (flag) { o.x = 2; o.y = 3; } pay(o);",
      "{ x: ?, y: ? }",
    ],
    [
      "a key that is assigned behind the call",
      "const o = { x: 1 }; pay(o); o.x = 2; o.y = 3;",
      "{ x: ?, y: ? }",
    ],
    [
      "a key that a function assigns",
      "const o = { x: 1 }; const change = () => { o.x = 2; }; change(); pay(o);",
      "{ x: ? }",
    ],
    [
      "a key that is assigned by what it was",
      `const o = { x: 1, y: "a" }; o.x += 1; o.y ||= "b"; pay(o);`,
      "{ x: ?!, y: ?! }",
    ],
    [
      "a key that is counted up",
      "const o = { n: 1, m: 1 }; o.n++; --o.m; pay(o);",
      "{ n: ?!, m: ?! }",
    ],
    [
      "a key that a pattern assigns",
      "const o = { a: 1, b: 2, c: 3, d: 4, e: 5, f: 6 }; ({ k: o.a, l: o.b = 0 } = given); [o.c, ...o.d] = given; ({ ...o.e } = given); pay(o);",
      "{ a: ?!, b: ?!, c: ?!, d: ?!, e: ?!, f: 6 }",
    ],
    [
      "a key that a loop assigns",
      "const o = { x: 1, y: 2, z: 3 }; for (o.x of given) other(); for (o.y in given) other(); pay(o);",
      "{ x: ?!, y: ?!, z: 3 }",
    ],
    [
      "a key that a loop and a pattern read",
      "const o = { x: [1], k: 'y', z: 3 }; for (const one of o.x) other(one); const { [o.k]: own } = given; pay(o);",
      `{ x: ?:array!, k: "y"!, z: 3 }`,
    ],
    ["a key that is deleted", "const o = { x: 1, y: 2 }; delete o.x; pay(o);", "{ x: ?, y: 2 }"],
    [
      "a key of an object in it",
      "const o = { x: { y: 1, z: 1 } }; o.x.y = 2; pay(o);",
      "{ x: { y: 2, z: 1 } }",
    ],
    [
      "a key below one that is not there",
      "const o = { x: 1 }; if (flag) o.y.z = 2; pay(o);",
      "{ x: 1, y: ? }",
    ],
    ["a computed key", "const o = { x: 1 }; o[given] = 2; pay(o);", "?!"],
    [
      "a computed key of an object in it",
      "const o = { x: { k: 1 }, y: 1 }; o.x[given] = 2; pay(o);",
      "{ x: ?!, y: 1 }",
    ],
    [
      "a key below a computed one",
      "const o = { x: 1, y: { x: 1 } }; o[given].x = 2; pay(o);",
      "?!",
    ],
    [
      "a key of an open object",
      "const o = { x: 1, ...given }; o.y = 2; pay(o);",
      "{ x: ? (1), y: 2, … }",
    ],
    [
      "a prototype that is assigned",
      "const o = { x: 1 }; o.__proto__ = given; pay(o);",
      "?:object",
    ],
    ["an object that a function gets", "const o = { x: 1 }; other(o); pay(o);", "?:object!"],
    [
      "an object that a function of Object reads, and one that another changes",
      "const o = { x: 1 }; const p = { x: 1 }; Object.keys(o); Object.assign(p, given); pay({ o, p });",
      "{ o: { x: 1! }!, p: ?:object! }",
    ],
    [
      "an object that a function takes apart and changes",
      "const o = { x: { k: 1 } }; const write = ({ x }) => { x.k = 2; }; write(o); pay(o);",
      "?:object!",
    ],
    [
      "an object that a function gets which only reads",
      "const o = { x: 1 }; const read = (p) => { console.log(p.x); }; read(o); JSON.stringify(o); console.log(o); pay(o);",
      "{ x: 1! }!",
    ],
    [
      "an object that a function gets which changes it",
      "const o = { x: 1 }; const write = (p) => { p.x = 2; }; write(o); pay(o);",
      "?:object!",
    ],
    [
      "a part that a function gets",
      "const o = { x: { k: 1 }, y: 1 }; other(o.x); pay(o);",
      "{ x: ?:object!, y: 1 }",
    ],
    [
      "a value that a function gets",
      "const o = { x: 1, y: 2 }; other(o.x); pay(o);",
      "{ x: 1!, y: 2 }",
    ],
    [
      "an object in one that a function gets",
      "const p = { k: 1 }; const o = { p }; other({ a: [p] }); pay(o);",
      "{ p: ?:object! }",
    ],
    ["a method of the object", "const o = { x: 1, y: [1] }; o.change(); pay(o);", "?:object!"],
    [
      "a method of a part that is not known by its name",
      "const o = { x: 1, y: { k: 1 } }; o.y[given](); pay(o);",
      "{ x: 1, y: ?:object! }",
    ],
    [
      "a method of a part",
      "const o = { x: 1, y: [1], z: { k: 1 } }; o.y.push(2); o.z.change(); pay(o);",
      "{ x: 1, y: ?:array!, z: ?:object! }",
    ],
    [
      "a list of another length",
      "const o = { l: [1, 2] }; o.l.length = 0; pay(o);",
      "{ l: ?:array }",
    ],
    ["an item of a list", "const l = [1, 2]; l[0] = 3; pay({ l });", "{ l: ?! }"],
    [
      "another name of the object",
      "const o = { x: 1 }; const p = o; p.x = 2; pay(o);",
      "?:object!",
    ],
    ["another name that changes nothing", "const o = { x: 1 }; const p = o; pay(p);", "{ x: 1 }"],
    [
      "another name of a part",
      "const o = { x: { k: 1 } }; const { x } = o; x.k = 2; pay(o);",
      "{ x: ?:object! }",
    ],
    ["a copy", "const o = { x: 1 }; const p = { ...o }; p.x = 2; pay(o);", "{ x: 1! }!"],
    [
      "a rest whose parts are changed",
      "const o = { x: 1, y: { k: 1 } }; const { x, ...rest } = o; rest.y.k = 2; pay(o);",
      "?:object!",
    ],
    [
      "a copy whose parts are changed",
      "const o = { x: 1, y: { k: 1 } }; const p = { ...o }; p.y.k = 2; pay(o);",
      "{ x: 1!, y: ?:object! }!",
    ],
    [
      "an object that a function returns which makes it",
      "function make() { const o = { x: 1 }; return o; } const o = make(); pay(o);",
      "{ x: 1 }",
    ],
    [
      "an object that a function returns which does not make it",
      `const o = { x: 1 }; function get() { return o; } get().x = "2"; pay(o);`,
      "?:object!",
    ],
    [
      "a part that a function returns",
      "function run() { const o = { x: { k: 1 }, y: 1 }; pay(o); return o.x; }",
      "{ x: ?:object!, y: 1 }",
    ],
    [
      "an object that another gets as a whole",
      "let o = { x: 1 }; o = { y: 2 }; pay(o);",
      "{ y: 2 }",
    ],
    [
      "an object of which one of two is changed",
      "const o = { x: 1 }; const p = { x: 1 }; (flag ? o : p).x = 2; pay(o);",
      "?:object!",
    ],
    // Functions.
    [
      "what a function returns",
      "const make = (a, b = 2) => ({ a, b }); pay(make(1));",
      "{ a: 1, b: 2! }",
    ],
    [
      "a default where an argument is undefined, and not where it is null",
      "const make = (a, b = 2, c = 3, d = 4) => ({ a, b, c, d }); pay(make(undefined, undefined, null, given));",
      "{ a: undefined, b: 2!, c: null!, d: ?! }",
    ],
    [
      "defaults behind a spread",
      "const make = (a = 1) => ({ a }); pay(make(...given));",
      "{ a: ? }",
    ],
    [
      "a parameter that is written",
      `function make(a) { a = "x"; return { a }; } pay(make(1));`,
      "{ a: ? }",
    ],
    [
      "a parameter of a pattern",
      "const make = ({ a, b }) => ({ a, b }); pay(make({ a: 1, b: 2 }));",
      "{ a: 1, b: 2 }",
    ],
    [
      "one of two",
      `function make(k) { if (k) { return 1; } else { return "a"; } } pay({ a: make(1) });`,
      "{ a: ?:string|number }",
    ],
    [
      "perhaps nothing",
      "function make(k) { if (k) return; return 1; } function other(k) { if (k) return 1; } pay({ a: make(1), b: other(1) });",
      "{ a: ?, b: ? }",
    ],
    [
      "a function that calls itself",
      "const make = (n) => ({ n, of: make(n) }); pay(make(1));",
      "{ n: 1!, of: ?! }!",
    ],
    [
      "an asynchronous function, awaited and not",
      "async function make() { return 1; } async function run() { pay({ a: await make(), b: make() }); }",
      "{ a: 1!, b: ? }",
    ],
    ["a generator", "function* make() { yield 1; return 2; } pay({ a: make() });", "{ a: ? }"],
    ["a method", "class A { make(a) { return { a }; } run() { pay(this.make(1)); } }", "{ a: 1 }"],
    [
      "functions of functions",
      "const a = (x) => ({ x }); const b = (x) => a(x); const c = (x) => b(x); pay(c(1));",
      "{ x: 1 }",
    ],
    [
      "a wrapper of the call, called twice",
      "function send(o) { pay({ ...o, z: 1 }); } send({ x: 1 }); send({ x: 2 });",
      "{ x: 1, z: 1 }",
      "{ x: 2, z: 1 }",
    ],
    [
      "a wrapper that calls itself",
      "function send(o) { if (flag) send(o); pay(o); } send({ x: 1 });",
      "?:object!",
    ],
    [
      "a wrapper of a wrapper",
      "const a = (o) => pay(o); const b = (o) => a({ ...o, y: 1 }); b({ x: 1 });",
      "{ x: 1, y: 1 }",
    ],
    // What other code reads.
    [
      "what two calls return",
      "const make = () => ({ x: 1 }); other(make()); pay(make());",
      "{ x: 1! }!",
    ],
    ["what one call returns", "const make = () => ({ x: 1 }); pay(make());", "{ x: 1 }"],
    [
      "what an exported function returns",
      "export const make = () => ({ x: 1 }); pay(make());",
      "{ x: 1! }!",
    ],
    [
      "a key that all is read of",
      "const o = { x: 1 }; console.log(o); pay({ x: o.x });",
      "{ x: 1! }",
    ],
    [
      "a key that is read twice",
      "const o = { x: 1, y: 2 }; console.log(o.x); pay(o);",
      "{ x: 1!, y: 2 }",
    ],
    [
      "a key that is deleted is not read",
      "const o = { x: 1, y: 2 }; delete o.y; pay(o);",
      "{ x: 1, y: ? }",
    ],
    [
      "a key that is assigned is not read",
      "const o = { x: 1 }; o.y = 2; pay(o);",
      "{ x: 1, y: 2 }",
    ],
    ["a constant that is used twice", "const a = 1; pay({ a, b: a });", "{ a: 1!, b: 1! }"],
    // Requests.
    [
      "fetch",
      `fetch("https://api.iamport.kr/payments/cancel", { method: "POST", body: JSON.stringify({ x: 1 }) });`,
      "{ x: 1 }",
    ],
    [
      "fetch of a method in small letters, and of none",
      `fetch("https://api.iamport.kr/payments/cancel", { method: "post", body: JSON.stringify({ x: 1 }) }); fetch("https://api.iamport.kr/payments/cancel", { body: JSON.stringify({ x: 2 }) });`,
      "{ x: 1 }",
    ],
    [
      "fetch with options that are not known",
      `fetch("https://api.iamport.kr/payments/cancel", { ...given, body: JSON.stringify({ x: 1 }) });`,
    ],
    [
      "fetch with a form",
      `fetch("https://api.iamport.kr/payments/cancel", { method: "POST", body: new URLSearchParams({ x: "1" }) });`,
      `{ x: "1" } as a form`,
    ],
    [
      "fetch with a text that is said to be a form",
      `fetch("https://api.iamport.kr/payments/cancel", { method: "POST", headers: { "Content-Type": "application/x-www-form-urlencoded" }, body: { x: 1 } });`,
      "{ x: 1 } as a form",
    ],
    [
      "axios with a body",
      `axios.post("https://api.iamport.kr/payments/cancel", { x: 1 }); axios.post("https://api.iamport.kr/payments/cancel", { data: 1, x: 2 });`,
      "{ x: 1 }",
      "{ data: 1, x: 2 }",
    ],
    [
      "axios with options",
      `axios({ url: "https://api.iamport.kr/payments/cancel", method: "post", data: { x: 1 } }); axios.request({ url: "https://api.iamport.kr/payments/cancel", method: "POST", data: { x: 2 } });`,
      "{ x: 1 }",
      "{ x: 2 }",
    ],
    [
      "axios with options where the body is",
      `axios.post("https://api.iamport.kr/payments/cancel", { headers: {}, data: { x: 1 } }); axios.post("https://api.iamport.kr/payments/cancel", { data: { x: 2 }, validateStatus: null });`,
      "{ x: 1 }",
      "{ x: 2 }",
    ],
    [
      "axios with a form",
      `axios.post("https://api.iamport.kr/payments/cancel", qs.stringify({ x: 1 }));`,
      "{ x: 1 } as a form",
    ],
    [
      "a client with a base",
      `const api = axios.create({ baseURL: "https://api.iamport.kr/" }); api.post("/payments/cancel", { x: 1 }); api.post("payments/cancel", { x: 2 }); axios.post("/payments/cancel", { x: 3 }, { baseURL: "https://api.iamport.kr" });`,
      "{ x: 1 }",
      "{ x: 2 }",
      "{ x: 3 }",
    ],
    [
      "a base that an address has itself",
      "const api = axios.create({ baseURL: 'https://shop.example' }); api.post(`${IAMPORT}/payments/cancel`, { x: 1 }); api.post('https://api.iamport.kr/payments/cancel', { x: 2 }); api.post('/payments/cancel', { x: 3 });",
      "{ x: 1 }",
      "{ x: 2 }",
    ],
    [
      "a client whose base is known in part",
      "const api = axios.create({ baseURL: `${IAMPORT}/` }); api.post('/payments/cancel', { x: 1 });",
      "{ x: 1 }",
    ],
    [
      "JSON beside a form",
      `$.ajax({ url: "https://api.iamport.kr/payments/cancel", type: "POST", json: { x: 1 } }); got.post("https://api.iamport.kr/payments/cancel", { form: { x: 2 } });`,
      "{ x: 1 }",
      "{ x: 2 } as a form",
    ],
    [
      "ky and got with a base",
      `const a = ky.create({ prefixUrl: "https://api.iamport.kr" }); a.post("payments/cancel", { json: { x: 1 } }); got.post("https://api.iamport.kr/payments/cancel", { json: { x: 2 }, form: { x: 3 } });`,
      "{ x: 1 }",
      "{ x: 2 }",
    ],
    [
      "request with json",
      `request.post({ uri: "https://api.iamport.kr/payments/cancel", json: true, body: { x: 1 } }); request({ url: "https://api.iamport.kr/payments/cancel", method: "POST", json: { x: 2 } });`,
      "{ x: 1 }",
      "{ x: 2 }",
    ],
    [
      "jQuery",
      `$.ajax({ url: "https://api.iamport.kr/payments/cancel", type: "POST", data: { x: 1 } }); $.post("https://api.iamport.kr/payments/cancel", { x: 2 }); $.ajax({ url: "https://api.iamport.kr/payments/cancel", method: "POST", data: JSON.stringify({ x: 3 }) });`,
      "{ x: 1 } as a form",
      "{ x: 2 } as a form",
      "{ x: 3 }",
    ],
    [
      "an address of parts",
      "const base = 'https://api.iamport.kr'; fetch(`${base}/payments/cancel?x=1`, { method: 'POST', body: JSON.stringify({ x: 1 }) }); fetch(base + '/payments/cancel/', { method: 'POST', body: JSON.stringify({ x: 2 }) });",
      "{ x: 1 }",
      "{ x: 2 }",
    ],
    [
      "another host, another path, another method",
      `fetch("https://shop.example/payments/cancel", { method: "POST", body: JSON.stringify({ x: 1 }) }); fetch("https://api.iamport.kr/payments/cancel/x", { method: "POST", body: JSON.stringify({ x: 1 }) }); fetch("https://api.iamport.kr/payments/cancel", { method: "PUT", body: JSON.stringify({ x: 1 }) });`,
    ],
    [
      "a date in what is sent as JSON",
      `fetch("https://api.iamport.kr/payments/cancel", { method: "POST", body: JSON.stringify({ x: new Date() }) }); IMP.request_pay({ x: new Date() });`,
      `{ x: ?:string "____-__-__T__:__:__.___Z" }`,
      "{ x: ?:object }",
    ],
    [
      "a wrapper",
      `const send = (path, body) => fetch("https://api.iamport.kr" + path, { method: "POST", body: JSON.stringify(body) }); send("/payments/cancel", { x: 1 }); send("/payments/other", { x: 2 });`,
      "{ x: 1 }",
    ],
    // Ways to call.
    [
      "by names of the function",
      "const { request_pay } = IMP; request_pay({ x: 1 }); const a = IMP.request_pay; a({ x: 2 }); const b = IMP.request_pay.bind(IMP); b({ x: 3 });",
      "{ x: 1 }",
      "{ x: 2 }",
      "{ x: 3 }",
    ],
    [
      "of the window",
      "window.IMP.request_pay({ x: 1 }); globalThis.IMP.request_pay({ x: 2 }); const { IMP: own } = window; own.request_pay({ x: 3 });",
      "{ x: 1 }",
      "{ x: 2 }",
      "{ x: 3 }",
    ],
    [
      "by a component",
      `import IMP from "iamport-react-native"; const a = <IMP.Payment data={{ x: 1 }} data={{ x: 2 }} />; const b = <IMP.Payment data={{ x: 3 }} {...given} />; const c = <IMP.Payment {...given} data={{ x: 4 }} />;`,
      "{ x: 2 }",
      "nothing",
      "{ x: 4 }",
    ],
    ["with call", "IMP.request_pay.call(IMP, { x: 1 });", "{ x: 1 }"],
    [
      "with arguments in a list",
      "IMP.request_pay(...given); IMP.request_pay({ x: 1 }, ...given);",
      "nothing",
      "{ x: 1 }",
    ],
    ["without arguments", "IMP.request_pay();", "nothing"],
    [
      "of another object",
      "other.request_pay({ x: 1 }); IMP.other({ x: 2 }); request_pay({ x: 3 });",
      "{ x: 1 }",
      "{ x: 3 }",
    ],
    [
      "of a name that the program gives to something else",
      "const IMP = { request_pay() {} }; IMP.request_pay({ x: 1 });",
    ],
    ["of a parameter", "function run(IMP) { IMP.request_pay({ x: 1 }); }", "{ x: 1 }"],
    [
      "optionally, and of what may be missing",
      "IMP?.request_pay?.({ x: 1 }); (window as any).IMP!.request_pay({ x: 2 });",
      "{ x: 1 }",
      "{ x: 2 }",
    ],
  ])(
    "What JavaScript hands over is known as far as the code says it: %s",
    (_name, code, ...payloads) => {
      expect(handedOver(code)).toEqual(payloads);
    },
  );
});
