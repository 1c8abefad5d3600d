import { isBusinessNumber } from "./businessNumber.js";
import { isCalendarDate } from "./calendarDate.js";
import { notCardNumber } from "./cardNumber.js";
import { charactersOutsideEucKr, eucKrLength } from "./eucKr.js";
import { isJsonObject } from "./jsonObject.js";

/** What a predicate is given in a table, beside its name. */
export interface PredicateArguments {
  readonly max?: number;
}

/** What no keyword of JSON Schema can say, by the names that the tables use. True means that nothing is wrong. */
export const predicates = {
  "business-number": isBusinessNumber,
  "calendar-date": isCalendarDate,
  "not-card-number": notCardNumber,
  "json-object": isJsonObject,
  "euc-kr": (value: unknown) =>
    typeof value !== "string" || charactersOutsideEucKr(value).length === 0,
  "euc-kr-bytes": (value: unknown, { max = Number.POSITIVE_INFINITY }: PredicateArguments) =>
    // Two bytes are the most a character takes, so most texts are settled by their length.
    typeof value !== "string" || value.length * 2 <= max || eucKrLength(value) <= max,
} satisfies Record<string, (value: unknown, args: PredicateArguments) => boolean>;

/** Name of a predicate. */
export type PredicateName = keyof typeof predicates;
