import {
  boolean,
  isoDate,
  list,
  milliseconds,
  number,
  type Returned,
  seconds,
  text,
  textOrNull,
  uuid,
} from "./returned.js";

/** What a value is, where its members are well known. */
export type Receiver =
  /** An element of a page. */
  | "element"
  | "date"
  /** A collection of jQuery. */
  | "jquery"
  /** `URLSearchParams` and similar classes. */
  | "parameters"
  | "form-data"
  | "storage"
  /** A time of dayjs, moment or luxon. */
  | "time"
  | "formatter";

type Table<Value> = Readonly<Record<string, Value>>;

/** What a method returns, where it returns that only with so many arguments. */
interface Method extends Returned {
  readonly arity?: number;
}

/** Functions of the language and its environments, by their names. */
export const globals: Table<Returned> = {
  Number: number,
  parseInt: number,
  parseFloat: number,
  Boolean: boolean,
  encodeURIComponent: text,
  encodeURI: text,
  decodeURIComponent: text,
  btoa: text,
  atob: text,
  prompt: textOrNull,
  "JSON.stringify": text,
  "Date.now": milliseconds,
  "Date.parse": milliseconds,
  "Date.UTC": milliseconds,
  "Number.parseInt": number,
  "Number.parseFloat": number,
  "Object.keys": list,
  "Object.values": list,
  "Array.from": list,
  "crypto.randomUUID": uuid,
};

/** Functions of modules. `*` is a module as a whole, `default` what it exports by default. */
export const imported: Table<Table<Returned>> = {
  crypto: { randomUUID: uuid },
  uuid: { v1: uuid, v3: uuid, v4: uuid, v5: uuid, v6: uuid, v7: uuid },
  "uuid/v4": { default: uuid, "*": uuid },
  "date-fns": { getTime: milliseconds, getUnixTime: seconds, format: text, formatISO: text },
};

/** Functions that make a whole number of what they are given. All other functions of `Math` return numbers, too. */
export const rounding = new Set(["Math.ceil", "Math.floor", "Math.round", "Math.trunc"]);

/** Functions that read a number from what they are given. */
export const reading = new Set([
  "Number",
  "Number.parseFloat",
  "Number.parseInt",
  "parseFloat",
  "parseInt",
]);

/** What makes a receiver: classes, by their names, also in annotations. */
export const classes: Table<Receiver> = {
  Date: "date",
  URLSearchParams: "parameters",
  ReadonlyURLSearchParams: "parameters",
  FormData: "form-data",
  Storage: "storage",
  "Intl.NumberFormat": "formatter",
  "Intl.DateTimeFormat": "formatter",
  HTMLElement: "element",
  HTMLInputElement: "element",
  HTMLSelectElement: "element",
  HTMLTextAreaElement: "element",
};

/** Functions that make a receiver, by their names, and by those in their modules. */
export const makers: Table<Receiver> = {
  $: "jquery",
  jQuery: "jquery",
  dayjs: "time",
  moment: "time",
  "document.createElement": "element",
  "document.getElementById": "element",
  "document.querySelector": "element",
};
export const importedMakers: Table<Table<Receiver>> = {
  jquery: { default: "jquery", "*": "jquery" },
  dayjs: { default: "time", "*": "time" },
  moment: { default: "time", "*": "time" },
  "moment-timezone": { default: "time", "*": "time" },
  "next/navigation": { useSearchParams: "parameters" },
};

/** Objects that are receivers as they are. */
export const objects: Table<Receiver> = {
  localStorage: "storage",
  sessionStorage: "storage",
};

/** What members of receivers hold. */
export const properties: Record<Receiver, Table<Returned>> = {
  element: { value: text, id: text, valueAsNumber: number, checked: boolean },
  date: {},
  jquery: { length: number },
  parameters: {},
  "form-data": {},
  storage: {},
  time: {},
  formatter: {},
};

/** What methods of receivers return. */
export const methods: Record<Receiver, Table<Method>> = {
  element: { getAttribute: textOrNull },
  date: {
    getTime: milliseconds,
    valueOf: milliseconds,
    getFullYear: number,
    getMonth: number,
    getDate: number,
    toJSON: isoDate,
    toDateString: text,
    toLocaleDateString: text,
    toLocaleTimeString: text,
    toTimeString: text,
    toUTCString: text,
  },
  // With another argument these write.
  jquery: {
    val: { ...text, arity: 0 },
    text: { ...text, arity: 0 },
    html: { ...text, arity: 0 },
    attr: { ...text, arity: 1 },
  },
  parameters: { get: textOrNull, getAll: list, has: boolean, toString: text },
  // A file is an object.
  "form-data": { get: { types: ["string", "object", "null"] } },
  storage: { getItem: textOrNull },
  time: {
    format: text,
    toISOString: isoDate,
    unix: seconds,
    valueOf: milliseconds,
  },
  formatter: { format: text },
};

/** Methods of a receiver that return another receiver; an asterisk stands for all others. */
export const next: Record<Receiver, Table<Receiver>> = {
  element: { closest: "element", querySelector: "element" },
  date: {},
  jquery: { "*": "jquery", get: "element" },
  parameters: {},
  "form-data": {},
  storage: {},
  time: { "*": "time", toDate: "date" },
  formatter: {},
};

/** Members that hold the same whatever they are of. */
export const anyProperty: Table<Returned> = {
  innerHTML: text,
  innerText: text,
  outerHTML: text,
  textContent: text,
  length: number,
};

/** Methods that return the same whatever they are called on. */
export const anyMethod: Table<Returned> = {
  getAttribute: textOrNull,
  toString: text,
  toFixed: text,
  toLocaleString: text,
  toPrecision: text,
  toISOString: isoDate,
  toLowerCase: text,
  toUpperCase: text,
  padEnd: text,
  padStart: text,
  replaceAll: text,
  substring: text,
  trim: text,
};

/** Methods that return a text when they are called on one. */
export const textMethod: ReadonlySet<string> = new Set([
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
]);
