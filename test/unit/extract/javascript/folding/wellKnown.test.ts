import { describe, expect, it } from "vitest";
import { readScript } from "../../../../../dist/extract/javascript/script.js";
import { locatedAt } from "../../../../../dist/extract/located.js";
import type { ReadOptions } from "../../../../../dist/extract/reader.js";
import { readBy, shown } from "../../shownPayload.js";

/** What the payload of the only call in a text has at a pointer. */
function valueAt(text: string, pointer: string, options: Partial<ReadOptions> = {}) {
  const [call] = readBy(readScript, text, { ending: ".ts", ...options }).calls;
  const located = call?.payload && locatedAt(call.payload, pointer);
  if (!located) throw new Error(`nothing at ${pointer} in ${text}`);
  return located;
}

const imports = [
  `import { randomUUID } from "crypto"`,
  `import * as nodeCrypto from "node:crypto"`,
  `import { v1, v3, v4, v5, v6, v7, validate } from "uuid"`,
  `import uuidDefault from "uuid/v4"`,
  `const uuidModule = require("uuid/v4")`,
  `import { getTime, getUnixTime, format, formatISO, addDays } from "date-fns"`,
  `import jq from "jquery"`,
  `import day from "dayjs"`,
  `import mo from "moment"`,
  `import mz from "moment-timezone"`,
  `import * as dayModule from "dayjs"`,
  `import * as moModule from "moment"`,
  `import * as mzModule from "moment-timezone"`,
  `import * as jqModule from "jquery"`,
  `import { useSearchParams, useRouter } from "next/navigation"`,
  `import { nanoid } from "nanoid"`,
].join(";\n");

/** What is known of an expression in a payload. */
const known = (expression: string, before = "") =>
  shown(valueAt(`${imports}; ${before} IMP.request_pay({ a: ${expression} });`, "/a"));

const text = "?:string";
const textOrNull = "?:string|null";
const number = "?:number";
const list = "?:array";
const uuid = `?:string "________-____-____-____-____________"`;
const isoDate = `?:string "____-__-__T__:__:__.___Z"`;
const milliseconds = "?:number 1000000000000…9999999999999";
const seconds = "?:number 1000000000…9999999999";

describe("What functions of the language and of pages give is known", () => {
  it.each([
    ["Number(x)", number],
    ["parseInt(x)", number],
    ["parseFloat(x)", number],
    ["Boolean(x)", "?:boolean"],
    ["encodeURIComponent(x)", text],
    ["encodeURI(x)", text],
    ["decodeURIComponent(x)", text],
    ["btoa(x)", text],
    ["atob(x)", text],
    ["prompt(x)", textOrNull],
    ["JSON.stringify(x)", text],
    ["Date.now()", milliseconds],
    ["Date.parse(x)", milliseconds],
    ["Date.UTC(x)", milliseconds],
    ["Number.parseInt(x)", number],
    ["Number.parseFloat(x)", number],
    ["Object.keys(x)", list],
    ["Object.values(x)", list],
    ["Array.from(x)", list],
    ["crypto.randomUUID()", uuid],
    ["Math.max(x, 1)", number],
    ["String(x)", `?:string "…"`],
    ["Math.ceil(Date.now())", milliseconds],
    ["Math.floor(Date.now() / 1000)", seconds],
    ["Math.round(Date.now())", milliseconds],
    ["Math.trunc(Date.now())", milliseconds],
    ["Number(Date.now())", milliseconds],
    ["Number.parseFloat(Date.now())", milliseconds],
    ["Number.parseInt(Date.now())", milliseconds],
    ["parseFloat(Date.now())", milliseconds],
    ["parseInt(Date.now())", milliseconds],
    ["Math.max(Date.now())", number],
    ["escape(x)", "?"],
    ["toString()", "?"],
    ["constructor()", "?"],
  ])("What functions of the language and of pages give is known: %s", (expression, value) => {
    expect(known(expression)).toBe(value);
  });
});

describe("What functions of modules give is known", () => {
  it.each([
    ["randomUUID()", uuid],
    ["nodeCrypto.randomUUID()", uuid],
    ["nodeCrypto.randomBytes(8)", "?"],
    ...["v1", "v3", "v4", "v5", "v6", "v7"].map((name) => [`${name}()`, uuid]),
    ["validate()", "?"],
    ["uuidDefault()", uuid],
    ["uuidModule()", uuid],
    ["getTime(x)", milliseconds],
    ["getUnixTime(x)", seconds],
    ["format(x)", text],
    ["formatISO(x)", text],
    ["addDays(x)", "?"],
    ["nanoid()", `?:string "${"_".repeat(21)}"`],
    ["nanoid(0)", `""`],
    ["nanoid(256)", `?:string "${"_".repeat(256)}"`],
    ["nanoid(257)", text],
    ["nanoid(x)", text],
    ["uuidModule.trim()", "?"],
    ["addDays(x).trim()", text],
  ])("What functions of modules give is known: %s", (expression, value) => {
    expect(known(expression as string)).toBe(value);
  });
});

describe("What an object is, by what makes it, is known", () => {
  it.each([
    ["new Date().getTime()", milliseconds],
    ["new URLSearchParams(x).get(1)", textOrNull],
    ["new FormData(x).get(1)", "?:string|object|null"],
    ["new Intl.NumberFormat(x).format(1)", text],
    ["new Intl.DateTimeFormat(x).format(1)", text],
    ["new Things(x).format(1)", "?"],
    ["$(x).val()", text],
    ["jQuery(x).val()", text],
    ["jq(x).val()", text],
    ["jqModule(x).val()", text],
    ["dayjs().unix()", seconds],
    ["moment().unix()", seconds],
    ["day().unix()", seconds],
    ["mo().unix()", seconds],
    ["mz().unix()", seconds],
    ["dayModule().unix()", seconds],
    ["moModule().unix()", seconds],
    ["mzModule().unix()", seconds],
    ["mzModule.tz().unix()", "?"],
    ["document.createElement(x).value", text],
    ["document.getElementById(x).value", text],
    ["document.querySelector(x).value", text],
    ["document.querySelectorAll(x).value", "?"],
    ["useSearchParams().get(1)", textOrNull],
    ["useRouter().get(1)", "?"],
    ["localStorage.getItem(x)", textOrNull],
    ["sessionStorage.getItem(x)", textOrNull],
    ["otherStorage.getItem(x)", "?"],
    ["window.localStorage.getItem(x)", textOrNull],
    ["url.searchParams.get(x)", textOrNull],
    ["url.otherParams.get(x)", "?"],
  ])("What an object is, by what makes it, is known: %s", (expression, value) => {
    expect(known(expression)).toBe(value);
  });

  it.each([
    ["Date", "p.getTime()", milliseconds],
    ["URLSearchParams", "p.get(1)", textOrNull],
    ["ReadonlyURLSearchParams", "p.get(1)", textOrNull],
    ["FormData", "p.get(1)", "?:string|object|null"],
    ["Storage", "p.getItem(1)", textOrNull],
    ["Intl.NumberFormat", "p.format(1)", text],
    ["HTMLElement", "p.id", text],
    ["HTMLInputElement", "p.value", text],
    ["HTMLSelectElement", "p.value", text],
    ["HTMLTextAreaElement", "p.value", text],
    ["HTMLDivElement", "p.value", "?"],
  ])("What an object is, by what makes it, is known by the type %s", (type, expression, value) => {
    expect(known(expression, `declare const p: ${type};`)).toBe(value);
  });
});

describe("What another method of a well-known object gives is not known", () => {
  it.each([
    "new Date()",
    "new URLSearchParams(x)",
    "new FormData(x)",
    "new Intl.NumberFormat(x)",
    "localStorage",
    "document.getElementById(x)",
    "dayjs()",
    "$(x)",
  ])("What another method of %s gives is not known", (object) => {
    expect(known(`${object}.other()`)).toBe("?");
    expect(known(`${object}.other().value`)).toBe("?");
    expect(known(`${object}.other().get(1)`)).toBe("?");
    expect(known(`${object}.other`)).toBe("?");
  });
});

describe("What members of well-known objects hold is known", () => {
  const element = "document.getElementById(x)";
  it.each([
    [`${element}.value`, text],
    [`${element}.id`, text],
    [`${element}.valueAsNumber`, number],
    [`${element}.checked`, "?:boolean"],
    [`${element}.size`, "?"],
    ["$(x).length", number],
    ["$(x).value", "?"],
    ["new Date().value", "?"],
    ["x.innerHTML", text],
    ["x.innerText", text],
    ["x.outerHTML", text],
    ["x.textContent", text],
    ["x.length", number],
    ["x.outerText", "?"],
    ["x.constructor", "?"],
    ["x[y]", "?"],
    [`${element}.dataset.price`, text],
    ["this.dataset.price", text],
    ["e.target.dataset.price", text],
    ["e.currentTarget.dataset.price", text],
    ["e.other.dataset.price", "?"],
  ])("What members of well-known objects hold is known: %s", (expression, value) => {
    expect(known(expression)).toBe(value);
  });

  it.each([
    ..."el,elem,element,btn,button,input,option,form,node,row,li,card,item,link,target".split(","),
    "payButton",
  ])(
    "What members of well-known objects hold is known dataset of an element that is called %s",
    (name) => {
      expect(known(`${name}.dataset.price`)).toBe(text);
      expect(known(`${name}.dataset.price`, `const ${name} = find();`)).toBe(text);
      expect(known(`${name}.dataset.price`, `const ${name} = found;`)).toBe("?");
    },
  );
  it("What members of well-known objects hold is known, but no dataset of what has another name", () => {
    expect(known("chart.dataset.price")).toBe("?");
    expect(known("elements.dataset.price")).toBe("?");
  });
});

describe("What methods of well-known objects give is known", () => {
  const element = "document.getElementById(x)";
  it.each([
    [`${element}.getAttribute(y)`, textOrNull],
    ["new Date().getTime()", milliseconds],
    ["new Date().valueOf()", milliseconds],
    ["new Date().getFullYear()", number],
    ["new Date().getMonth()", number],
    ["new Date().getDate()", number],
    ["new Date().getDay()", "?"],
    ["new Date().toJSON()", isoDate],
    ["new Date().toDateString()", text],
    ["new Date().toLocaleDateString()", text],
    ["new Date().toLocaleTimeString()", text],
    ["new Date().toTimeString()", text],
    ["new Date().toUTCString()", text],
    ["new Date().toString()", text],
    ["$(x).val()", text],
    ["$(x).val(1)", "?"],
    ["$(x).text()", text],
    ["$(x).text(1)", "?"],
    ["$(x).html()", text],
    ["$(x).html(1)", "?"],
    ["$(x).attr(y)", text],
    ["$(x).attr(y, 1)", "?"],
    ["new URLSearchParams(x).getAll(1)", list],
    ["new URLSearchParams(x).has(1)", "?:boolean"],
    ["new URLSearchParams(x).toString()", `?:string "…"`],
    ["new URLSearchParams(x).size()", "?"],
    ["dayjs().format(x)", text],
    ["dayjs().toISOString()", isoDate],
    ["dayjs().unix()", seconds],
    ["dayjs().valueOf()", milliseconds],
    ["dayjs().toJSON()", "?"],
    ["localStorage.key(1)", "?"],
  ])("What methods of well-known objects give is known: %s", (expression, value) => {
    expect(known(expression)).toBe(value);
  });

  it.each([
    [`${element}.closest(y).value`, text],
    [`${element}.querySelector(y).value`, text],
    [`${element}.other(y).value`, "?"],
    ["$(x).find(y).val()", text],
    ["$(x).get(0).value", text],
    ["$(x)[0].value", text],
    ["$(x).val(1).val()", text],
    ["$(x).val().val()", "?"],
    ["$(x).attr(y).val()", "?"],
    ["dayjs().add(1).unix()", seconds],
    ["dayjs().toDate().getTime()", milliseconds],
    ["dayjs().toDate().unix()", "?"],
    ["new Date().other().getTime()", "?"],
  ])(
    "What methods of well-known objects give is known: %s, through another object",
    (expression, value) => {
      expect(known(expression)).toBe(value);
    },
  );

  it.each([
    ["getAttribute(y)", textOrNull],
    ["toString()", `?:string "…"`],
    ["toString(16)", text],
    ["toFixed(0)", text],
    ["toLocaleString()", text],
    ["toPrecision(1)", text],
    ["toISOString()", isoDate],
    ["toLowerCase()", text],
    ["toUpperCase()", text],
    ["padEnd(1)", text],
    ["padStart(1)", text],
    ["replaceAll(1, 2)", text],
    ["substring(1)", text],
    ["trim()", text],
    ["split(1)", "?"],
    ["hasOwnProperty(1)", "?"],
    ["valueOf()", "?"],
  ])("What methods of well-known objects give is known: %s of anything", (call, value) => {
    expect(known(`x.${call}`)).toBe(value);
  });

  it.each([
    "at",
    "charAt",
    "concat",
    "normalize",
    "repeat",
    "replace",
    "slice",
    "substr",
    "trimEnd",
    "trimStart",
  ])("What methods of well-known objects give is known: %s of a text", (name) => {
    expect(known(`x.trim().${name}(1)`)).toBe(text);
    expect(known(`x.${name}(1)`)).toBe("?");
  });
  it("What methods of well-known objects give is known split of a text", () => {
    expect(known("x.trim().split(1)")).toBe("?");
  });
});

describe("What an event is of, by who hands it over, is known", () => {
  const inHandler = (element: string, expression = "e.target.value") =>
    shown(
      valueAt(
        `const pay = (e) => { IMP.request_pay({ a: ${expression} }); }; const view = ${element};`,
        "/a",
        { ending: ".tsx" },
      ),
    );
  it.each([
    ["an input", "<input onChange={pay} />", text],
    ["a select", "<select onChange={pay} />", text],
    ["a textarea", "<textarea onChange={pay} />", text],
    ["a component", "<Input onChange={pay} />", "?"],
    ["a button", "<button onClick={pay} />", "?"],
    ["an input and a component", "<><input onChange={pay} /><Input onChange={pay} /></>", "?"],
    ["a listener", `field.addEventListener("change", pay)`, text],
    ["another function", `field.on("change", pay)`, "?"],
    ["nobody", "1", "?"],
  ])("What an event is of, by who hands it over, is known by %s", (_name, element, value) => {
    expect(inHandler(element)).toBe(value);
  });
  it.each([
    ["e.currentTarget.value", text],
    ["e.relatedTarget.value", "?"],
    ["other.target.value", "?"],
  ])("What an event is of, by who hands it over, is known: %s", (expression, value) => {
    expect(inHandler("<input onChange={pay} />", expression)).toBe(value);
  });
  it("What an event is of, by who hands it over, is known where it is a function that has no name", () => {
    const textOf = (element: string) =>
      shown(valueAt(`const view = ${element};`, "/a", { ending: ".tsx" }));
    const fn = "(e) => { IMP.request_pay({ a: e.target.value }); }";
    expect(textOf(`<input onChange={${fn}} />`)).toBe(text);
    expect(textOf(`<Input onChange={${fn}} />`)).toBe("?");
    expect(textOf(`field.addEventListener("change", ${fn})`)).toBe(text);
    expect(textOf(`field.on("change", ${fn})`)).toBe("?");
  });
  it("What an event is of, by who hands it over, is known where it is declared as a function", () => {
    const textOf = (element: string) =>
      shown(
        valueAt(
          `function pay(e) { IMP.request_pay({ a: e.target.value }); } const view = ${element};`,
          "/a",
          { ending: ".tsx" },
        ),
      );
    expect(textOf("<input onChange={pay} />")).toBe(text);
    expect(textOf("<Input onChange={pay} />")).toBe("?");
  });
});
