import { businessNumber } from "./businessNumber.js";
import { calendarDate } from "./calendarDate.js";
import { notCardNumber } from "./cardNumber.js";
import { consecutive } from "./consecutive.js";
import { eucKr, eucKrBytes } from "./eucKr.js";
import { jsonObject } from "./jsonObject.js";
import { utf8Bytes } from "./utf8.js";

/** What a predicate is given in a table, beside its name. */
export interface PredicateArguments {
  readonly max?: number;
  readonly from?: number;
  /** Numbers that alone are meant, and numbers that are not. */
  readonly only?: readonly string[];
  readonly except?: readonly string[];
}

// The generated checks import the functions by their own names, and only those that they need.
export {
  businessNumber,
  calendarDate,
  consecutive,
  eucKr,
  eucKrBytes,
  jsonObject,
  notCardNumber,
  utf8Bytes,
};

/** What no keyword of JSON Schema can say, by the names that the tables use. True means that nothing is wrong. */
export const predicates = {
  "business-number": businessNumber,
  "calendar-date": calendarDate,
  consecutive,
  "not-card-number": notCardNumber,
  "json-object": jsonObject,
  "euc-kr": eucKr,
  "euc-kr-bytes": eucKrBytes,
  "utf-8-bytes": utf8Bytes,
} satisfies Record<string, (value: unknown, args: PredicateArguments) => boolean>;

/** Name of a predicate. */
export type PredicateName = keyof typeof predicates;
