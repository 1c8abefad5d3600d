import { valueAt } from "../constraint/abstractValue.js";
import type { MappingWord, ValuePairs } from "./mapping.js";

/** What a conversion may ask about. */
interface ConversionContext {
  /** Digits of the currency's smallest unit; undefined where the currency is not known. */
  readonly digits: number | undefined;
  /** The list of values that the row names. */
  readonly values: ValuePairs | undefined;
}

/** A value of V2: at the row's place, or below it where the conversion makes several. */
type Converted =
  | { readonly value: unknown }
  /** Values by pointer below the row's place. */
  | { readonly below: Readonly<Record<string, unknown>>; readonly why?: MappingWord }
  /** The value is kept as it is, or left out where it has no place, and a person decides. */
  | { readonly why: MappingWord; readonly kept?: unknown };

type Conversion = (value: unknown, context: ConversionContext) => Converted;

const refused: Converted = { why: "unreadable" };

const ofText =
  (convert: (text: string) => Converted): Conversion =>
  (value) =>
    typeof value === "string" ? convert(value) : refused;

/** How far a product may be from a whole number by floating point alone, as a part of it. */
const roundingError = 4 * Number.EPSILON;

/**
 * An amount in the smallest unit of its currency, where it is whole there; undefined otherwise. 19.99 dollars are 1999
 * cents, though 19.99 * 100 is a little less.
 */
function inMinorUnits(amount: number, digits: number): number | undefined {
  const product = amount * 10 ** digits;
  const whole = Math.round(product);
  const isWhole = Math.abs(product - whole) <= roundingError * Math.abs(product);
  return isWhole && Number.isSafeInteger(whole) ? whole : undefined;
}

function minor(value: unknown, { digits }: ConversionContext): Converted {
  if (typeof value !== "number") return { ...refused, kept: value };
  if (digits === undefined) return { why: "currency-unknown", kept: value };
  const whole = inMinorUnits(value, digits);
  // What V2 refuses is kept, since a missing amount could mean the whole sum.
  return whole === undefined ? { why: "fraction", kept: value } : { value: whole };
}

const secondsToTime: Conversion = (value) => {
  const date = typeof value === "number" ? new Date(value * 1000) : undefined;
  if (!date || Number.isNaN(date.getTime())) return refused;
  return { value: date.toISOString().replace(".000Z", "Z") };
};

/** PortOne's dates are Korean: nine hours before UTC. */
const korea = "+09:00";

function dayParts(text: string): string | undefined {
  const [, year, month, day] = /^(\d{4})-?(\d{2})-?(\d{2})$/.exec(text.trim()) ?? [];
  return day === undefined ? undefined : `${year}-${month}-${day}`;
}

const dayAt = (time: string): Conversion =>
  ofText((text) => {
    const day = dayParts(text);
    return day === undefined ? refused : { value: `${day}T${time}${korea}` };
  });

/** Twelve digits lack the seconds that V2's forms have. */
const due: Conversion = ofText((text) => ({ value: /^\d{12}$/.test(text) ? `${text}00` : text }));

function birthday(text: string): Converted {
  const day = dayParts(text)?.split("-");
  if (!day) return refused;
  const [year, month, date] = day;
  return { below: { "/birthYear": year, "/birthMonth": month, "/birthDay": date } };
}

function expiry(text: string): Converted {
  const [, year, month] = /^\d{2}(\d{2})-(\d{2})$/.exec(text.trim()) ?? [];
  if (month === undefined) return refused;
  return { below: { "/expiryYear": year, "/expiryMonth": month } };
}

function jsonObject(value: unknown): Converted {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return { value };
  if (typeof value !== "string") return refused;
  try {
    const parsed: unknown = JSON.parse(value);
    return typeof parsed === "object" && parsed !== null && !Array.isArray(parsed)
      ? { value: parsed }
      : refused;
  } catch {
    return refused;
  }
}

/** Months that are written out one by one at most: no card company offers plans of five years. */
const mostMonths = 60;

const isWritable = (months: unknown): months is number =>
  Number.isInteger(months) && (months as number) >= 2 && (months as number) <= mostMonths;

/** Which cards are shown, and which pay no interest for how many months. */
function cardDetail(value: unknown, { values = [] }: ConversionContext): Converted {
  if (!Array.isArray(value)) return refused;
  const below: Record<string, unknown> = {};
  let isWhole = value.length > 0;
  const available: unknown[] = [];
  const plans: unknown[] = [];
  for (const item of value) {
    const company = pairOf(valueAt(item, "/card_code"), values)?.v2 ?? undefined;
    const enabled = valueAt(item, "/enabled");
    const months = valueAt(item, "/max_month");
    if (company === undefined || enabled === false) {
      isWhole = false;
      continue;
    }
    if (enabled === true) available.push(company);
    if (months === undefined) continue;
    if (isWritable(months)) {
      const all = Array.from({ length: months - 1 }, (_, index) => index + 2);
      plans.push({ cardCompany: company, months: all });
    } else isWhole = false;
  }
  if (available.length > 0) below["/availableCards"] = available;
  if (plans.length > 0) below["/installment/freeInstallmentPlans"] = plans;
  return { below, ...(!isWhole && { why: "unknown-value" }) };
}

/** The pair of a value of V1 in a list. */
export const pairOf = (value: unknown, pairs: ValuePairs): ValuePairs[number] | undefined =>
  pairs.find(({ v1 }) => (Array.isArray(v1) ? v1.includes(value) : v1 === value));

const isMonth = (value: unknown) => Number.isInteger(value) && (value as number) >= 0;

/** By the name that rows give. */
export const conversions = {
  minor,
  list: (value) => (Array.isArray(value) ? { value } : { value: [value] }),
  scheme: ofText((text) => ({ value: text.includes("://") ? text : `${text}://` })),
  capitals: ofText((text) => ({ value: text.toUpperCase() })),
  digits: ofText((text) => ({ value: text.replace(/[^0-9]/g, "") })),
  opposite: (value) => (typeof value === "boolean" ? { value: !value } : refused),
  "start-of-day": dayAt("00:00:00"),
  "end-of-day": dayAt("23:59:59"),
  due,
  rfc3339: secondsToTime,
  birthday: ofText(birthday),
  expiry: ofText(expiry),
  "json-object": jsonObject,
  "json-text": (value) => ({ value: typeof value === "string" ? value : JSON.stringify(value) }),
  whole: (value) => (Number.isSafeInteger(value) ? { value } : { why: "other-form", kept: value }),
  /** An empty list of months meant that nothing is paid in installments. */
  "lump-sum": () => ({ value: 0 }),
  months: (value) => {
    const all = Array.isArray(value) ? value.every(isMonth) : isMonth(value);
    return all ? { value } : refused;
  },
  "card-detail": cardDetail,
} satisfies Record<string, Conversion>;

export type ConversionName = keyof typeof conversions;
