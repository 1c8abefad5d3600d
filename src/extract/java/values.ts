import { anyCharacter, type Bounds, hole, Unknown } from "../../validator/unknown.js";
import { digitsOf, millisecondsNow, secondsNow } from "../bounds.js";
import { own } from "../own.js";
import { asText, joinedText } from "../program/arithmetic.js";
import { type FormSyntax, filledForm } from "../program/filledForm.js";
import { handlers } from "../program/handlers.js";
import type { ArgumentValue, CallHandler, LibraryCall, Run } from "../program/library.js";
import { joinedOrigins, type Value } from "../program/values.js";

/** What Java's own texts, numbers and dates are, as far as their makers say it. */

const some = (length: number) => anyCharacter.repeat(length);

/** `Thu Nov 26 08:00:00 KST 2026` */
const dateText = [some(3), some(3), some(2), some(8), hole, some(4)].join(" ");

/** What is known of a text or a number. */
interface Known {
  readonly types: readonly ["string"] | readonly ["number"];
  readonly text?: string | undefined;
  readonly bounds?: Bounds;
}

/** Calls without a value as receiver, by the last two parts of their path, and what they give. */
const made: Readonly<Record<string, Known>> = {
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

/** Functions that make or pass on a value, by class and name. */
const makers = handlers<CallHandler>(
  [["String.valueOf", "Objects.toString"], textOfArgument],
  [["String.format"], (site, run) => formatted(site.arguments, site, run)],
  [["Objects.requireNonNull", "Mono.just"], ({ arguments: [given] }) => given?.value],
);

/** Classes whose objects are texts or dates. */
const classes = handlers<CallHandler>(
  [["String"], textOfArgument],
  [["Date"], ({ span }, run) => run.unknown(span, { type: "Date" })],
);

type ValueMethod = (receiver: Value, site: LibraryCall, run: Run) => Value | undefined;

const dateMethods = handlers<ValueMethod>(
  [["toString"], (_, site, run) => resultOf(site, { types: ["string"], text: dateText }, run)],
  [["getTime"], (_, site, run) => resultOf(site, timeWithin(millisecondsNow), run)],
);

const methods = handlers<ValueMethod>(
  [["toString", "toPlainString"], (receiver, site, run) => textOf([receiver], site, run)],
  [["getBytes", "strip", "intern"], (receiver) => receiver],
  [["trim"], (receiver) => (isTrimmed(receiver) ? receiver : undefined)],
  [["formatted"], formattedWith],
  [["concat"], concatenated],
);

/** What a call gives that makes a text or a number, or asks one for something; undefined of others. */
export function interpretTextOrNumberCall(
  site: LibraryCall,
  path: string,
  run: Run,
): Value | undefined {
  const { receiver } = site;
  if (!receiver) return interpretMaker(site, path, run);
  return receiver.object ? undefined : interpretMethod(receiver, site, run);
}

function interpretMaker(site: LibraryCall, path: string, run: Run): Value | undefined {
  const { isNew, name, arguments: args } = site;
  const known = own(made, path);
  if (known) return resultOf(site, known, run);
  const isNumber = numberMakers.test(path) || (isNew && numberClasses.test(name));
  if (isNumber && args[0]) return asNumber(args[0].value, site, run);
  const make = makers.get(path) ?? (isNew ? classes.get(name) : undefined);
  return make?.(site, run);
}

function interpretMethod(receiver: Value, site: LibraryCall, run: Run): Value | undefined {
  const { name } = site;
  const method = (receiver.type === "Date" && dateMethods.get(name)) || methods.get(name);
  const found = method?.(receiver, site, run) ?? numberRead(receiver, site, run);
  if (found) return found;
  return textMethods.test(name) && isTextual(receiver)
    ? resultOf(site, { types: ["string"] }, run)
    : undefined;
}

/** What a method without arguments gives that reads a number or a time; undefined of others. */
function numberRead(receiver: Value, site: LibraryCall, run: Run): Value | undefined {
  const { name, span, arguments: args } = site;
  if (args.length > 0) return undefined;
  const bounds = own(timeMethods, name);
  if (bounds) return resultOf(site, timeWithin(bounds), run);
  if (!numberMethods.test(name)) return undefined;
  return typeof receiver.known === "number"
    ? { ...receiver, span }
    : resultOf(site, { types: ["number"] }, run);
}

const timeWithin = (bounds: Bounds): Known => ({
  types: ["number"],
  text: digitsOf(bounds),
  bounds,
});

/** What a call makes of its receiver and its arguments, where only this much of it is known. */
function resultOf({ span, receiver, arguments: args }: LibraryCall, known: Known, run: Run): Value {
  const origins = joinedOrigins(receiver?.origins, ...args.map(({ value }) => value.origins));
  return run.unknown(span, { ...known, ...(origins && { origins }) });
}

function textOfArgument(site: LibraryCall, run: Run): Value {
  const [given] = site.arguments;
  return given ? textOf([given.value], site, run) : resultOf(site, { types: ["string"] }, run);
}

/** `"%s/payments".formatted(base)` */
function formattedWith(form: Value, site: LibraryCall, run: Run): Value {
  return formatted([{ value: form, span: form.span }, ...site.arguments], site, run);
}

function concatenated(receiver: Value, site: LibraryCall, run: Run): Value | undefined {
  const [given] = site.arguments;
  return given && textOf([receiver, given.value], site, run);
}

const isTrimmed = ({ known }: Value): boolean =>
  typeof known === "string" && known.trim() === known;

const isTextual = ({ known }: Value): boolean =>
  typeof known === "string" || (known instanceof Unknown && known.types?.[0] === "string");

/** What is known of a member of a class. */
export function memberOfValues(type: string | undefined, name: string): number | undefined {
  if (type !== "BigDecimal" && type !== "BigInteger") return undefined;
  return own({ ZERO: 0, ONE: 1, TWO: 2, TEN: 10 }, name);
}

function asNumber(value: Value, { span }: LibraryCall, run: Run): Value {
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
  { span }: Pick<LibraryCall, "span">,
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
function formatted(args: readonly ArgumentValue[], { span }: LibraryCall, run: Run): Value {
  const [form, ...others] = args.map(({ value }) => value);
  let index = 0;
  const textFor = ([directive]: RegExpMatchArray) => {
    const value = others[index++];
    return value && /^%[sd]$/.test(directive) ? asText(value.known) : hole;
  };
  return filledForm(form, others, formSyntax, textFor, { span, run });
}
