import { anyCharacter, type Bounds, hole, Unknown } from "../../validator/unknown.js";
import { digitsOf, millisecondsNow, secondsNow } from "../bounds.js";
import { own } from "../own.js";
import { asText, joinedText } from "../program/arithmetic.js";
import { type FormSyntax, filledForm } from "../program/filledForm.js";
import type { ArgumentValue, CallSite, Run } from "../program/library.js";
import { joinedOrigins, type Value } from "../program/values.js";

/** What Java's own texts, numbers and dates are, as far as their makers say it. */

const some = (length: number) => anyCharacter.repeat(length);

/** `Thu Nov 26 08:00:00 KST 2026` */
const dateText = [some(3), some(3), some(2), some(8), hole, some(4)].join(" ");

/** Calls without a value as receiver, by the last two parts of their path, and what they give. */
const made: Readonly<
  Record<
    string,
    { types: readonly ["string"] | readonly ["number"]; text?: string; bounds?: Bounds }
  >
> = {
  "System.currentTimeMillis": { types: ["number"], text: some(13), bounds: millisecondsNow },
  "System.nanoTime": { types: ["number"] },
  "UUID.randomUUID": { types: ["string"], text: some(36) },
  "String.join": { types: ["string"] },
  "Math.round": { types: ["number"] },
  "Math.abs": { types: ["number"] },
  "Math.max": { types: ["number"] },
  "Math.min": { types: ["number"] },
};

const numberMakers =
  /^(?:BigDecimal|BigInteger|Integer|Long|Double|Float|Short)\.(?:valueOf|parse\w+)$/;

const numberClasses = /^(?:BigDecimal|BigInteger|Integer|Long|Double)$/;

/** Methods of any value that give a number. */
const numberMethods =
  /^(?:(?:int|long|double|float|short)Value|getTime|toEpochMilli|toEpochSecond|getEpochSecond|length|size)$/;

/** Methods of times. */
const timeMethods: Readonly<Record<string, Bounds>> = {
  ...{ toEpochMilli: millisecondsNow, getTimeInMillis: millisecondsNow },
  ...{ toEpochSecond: secondsNow, getEpochSecond: secondsNow },
};

const textMethods =
  /^(?:toString|trim|strip|substring|toUpperCase|toLowerCase|replace|replaceAll|replaceFirst|concat|format|formatted|repeat|name|toPlainString)$/;

/** What a call gives that makes a text or a number; undefined of others. */
export function callOfValues(site: CallSite, path: string, run: Run): Value | undefined {
  const { span, isNew, arguments: args, receiver, name } = site;
  const [first] = args;
  const value = first?.value;
  const origins = joinedOrigins(receiver?.origins, ...args.map((one) => one.value.origins));
  const unknown = (
    types: readonly ["string"] | readonly ["number"],
    text?: string,
    bounds?: Bounds,
  ) => run.unknown(span, { types, text, bounds, ...(origins && { origins }) });
  const time = (bounds: Bounds) => unknown(["number"], digitsOf(bounds), bounds);
  if (!receiver) {
    const known = own(made, path);
    if (known) return run.unknown(span, known);
    if (value && (numberMakers.test(path) || (isNew && numberClasses.test(name)))) {
      return asNumber(value, site, run);
    }
    if (path === "String.valueOf" || path === "Objects.toString" || (isNew && name === "String")) {
      return value ? textOf([value], site, run) : unknown(["string"]);
    }
    if (path === "String.format") return formatted(args, site, run);
    if (isNew && name === "Date") return run.unknown(span, { type: "Date" });
    if (path === "Objects.requireNonNull" || path === "Mono.just") return value;
    return undefined;
  }
  if (receiver.object) return undefined;
  if (name === "toString" && receiver.type === "Date") return unknown(["string"], dateText);
  if (name === "getTime" && receiver.type === "Date") return time(millisecondsNow);
  const ofTime = args.length === 0 && own(timeMethods, name);
  if (ofTime) return time(ofTime);
  if (name === "toString" || name === "toPlainString") return textOf([receiver], site, run);
  if (name === "getBytes" || name === "strip" || name === "intern") return receiver;
  if (
    name === "trim" &&
    typeof receiver.known === "string" &&
    receiver.known.trim() === receiver.known
  ) {
    return receiver;
  }
  if (name === "formatted") {
    return formatted([{ value: receiver, span: receiver.span }, ...args], site, run);
  }
  if (name === "concat" && value) return textOf([receiver, value], site, run);
  if (numberMethods.test(name) && args.length === 0) {
    return typeof receiver.known === "number" ? { ...receiver, span } : unknown(["number"]);
  }
  return textMethods.test(name) && isTextual(receiver) ? unknown(["string"]) : undefined;
}

const isTextual = ({ known }: Value): boolean =>
  typeof known === "string" || (known instanceof Unknown && known.types?.[0] === "string");

/** What is known of a member of a class. */
export function memberOfValues(type: string | undefined, name: string): number | undefined {
  if (type !== "BigDecimal" && type !== "BigInteger") return undefined;
  return { ZERO: 0, ONE: 1, TWO: 2, TEN: 10 }[name];
}

function asNumber(value: Value, { span }: CallSite, run: Run): Value {
  const { known, origins } = value;
  const number = typeof known === "string" && known.trim() !== "" ? Number(known) : known;
  const origin = value.origin ?? value.span;
  if (typeof number === "number" && Number.isFinite(number)) {
    return { span, known: number, origin, ...(origins && { origins }) };
  }
  const { text, bounds } = known instanceof Unknown ? known : {};
  return run.unknown(span, { types: ["number"], text, bounds, ...(origins && { origins }) });
}

/** Values one behind the other as a text. */
export function textOf(
  values: readonly Value[],
  { span }: Pick<CallSite, "span">,
  run: Run,
): Value {
  const [first] = values;
  if (values.length === 1 && first?.serialized) return { ...first, span };
  return joinedText(span, run.sourceOf(span), values);
}

const ownLetters: Readonly<Record<string, string>> = { "%": "%", n: "\n" };

const formSyntax: FormSyntax = {
  directive: /%[-#+ ,($.\d]{0,20}([a-zA-Z%])/g,
  letters: ([, letter = ""]) => ownLetters[letter],
};

/** `String.format`: what a directive without options puts there is the text of its argument. */
function formatted(args: readonly ArgumentValue[], { span }: CallSite, run: Run): Value {
  const [form, ...others] = args.map(({ value }) => value);
  let index = 0;
  const textFor = ([directive]: RegExpMatchArray) => {
    const value = others[index++];
    return value && /^%[sd]$/.test(directive) ? asText(value.known) : hole;
  };
  return filledForm(form, others, formSyntax, textFor, { span, run });
}
