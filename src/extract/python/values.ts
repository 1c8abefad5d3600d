import { anyCharacter, type Bounds, hole, Unknown } from "../../validator/unknown.js";
import { rounded, secondsNow } from "../bounds.js";
import { own } from "../own.js";
import { asText, joinedText } from "../program/arithmetic.js";
import { type FormSyntax, filledForm } from "../program/filledForm.js";
import { handlers } from "../program/handlers.js";
import type { LibraryCall, Run } from "../program/library.js";
import { joinedOrigins, type Value } from "../program/values.js";

/** What Python's texts and numbers are, as far as their makers say it. */

const some = (length: number) => anyCharacter.repeat(length);

const timeText = `${some(10)}.${hole}`;
const timeBounds: Bounds = { ...secondsNow, isWhole: false };

/** What is known of a text or a number. */
interface Known {
  readonly types?: readonly ["string"] | readonly ["number"];
  readonly text?: string | undefined;
  readonly type?: string;
  readonly bounds?: Bounds | undefined;
}

const timestamp: Known = { types: ["number"], text: timeText, bounds: timeBounds };

/** Calls of modules and built-in functions, and what they give. */
const made: Readonly<Record<string, Known>> = {
  "time.time": timestamp,
  "time.time_ns": { types: ["number"], text: some(19) },
  "uuid.uuid1": { text: some(36), type: "UUID" },
  "uuid.uuid4": { text: some(36), type: "UUID" },
  "secrets.token_hex": { types: ["string"] },
  "secrets.token_urlsafe": { types: ["string"] },
  len: { types: ["number"] },
};

const textMethods =
  /^(?:strip|lstrip|rstrip|lower|upper|replace|join|zfill|title|capitalize|strftime|isoformat|decode|hexdigest|removeprefix|removesuffix)$/;

type Maker = (site: LibraryCall, run: Run) => Value;

/** Functions of modules and built-in ones whose values depend on what they are given. */
const makers = handlers<Maker>(
  [["int"], toInteger],
  [["float", "decimal.Decimal"], toNumber],
  [["math.floor", "math.trunc"], roundedToInteger],
  [["math.ceil", "round"], roundedNumber],
  [["urllib.parse.urljoin"], joinedAddress],
  [["str"], toText],
);

/** What a call gives that makes a text or a number, or asks one for something; undefined of others. */
export function interpretTextOrNumberCall(
  site: LibraryCall,
  path: string,
  run: Run,
): Value | undefined {
  const { receiver } = site;
  if (receiver) return receiver.object ? undefined : interpretMethod(receiver, site, run);
  const known = own(made, path);
  if (known) return resultOf(site, known, run);
  return makers.get(path)?.(site, run);
}

function interpretMethod(receiver: Value, site: LibraryCall, run: Run): Value | undefined {
  const { name, arguments: args } = site;
  if (name === "encode") return receiver;
  if (name === "timestamp" && args.length === 0) return resultOf(site, timestamp, run);
  if (name === "strftime") {
    return resultOf(site, { types: ["string"], text: dateText(args[0]?.value) }, run);
  }
  if (name === "format") return formatted(receiver, site, run);
  if (name === "%" && isTextual(receiver)) return percentFormatted(receiver, site, run);
  return textMethods.test(name) ? resultOf(site, { types: ["string"] }, run) : undefined;
}

/** What a call makes of its receiver and its arguments, where only this much of it is known. */
function resultOf({ span, receiver, arguments: args }: LibraryCall, known: Known, run: Run): Value {
  const origins = joinedOrigins(receiver?.origins, ...args.map(({ value }) => value.origins));
  return run.unknown(span, { ...known, ...(origins && { origins }) });
}

function toText({ span, arguments: [given] }: LibraryCall, run: Run): Value {
  return given ? joinedText(span, run.sourceOf(span), [given.value]) : { span, known: "" };
}

/** `urljoin(base, path)`, as far as the base is a host and the path begins at its root. */
function joinedAddress(site: LibraryCall, run: Run): Value {
  const [base, path] = site.arguments.map(({ value }) => value);
  const isPlain =
    typeof base?.known === "string" &&
    /^https?:\/\/[^/]+\/?$/.test(base.known) &&
    path !== undefined &&
    /^\//.test(asText(path.known));
  if (!isPlain) return run.unknown(site.span, { types: ["string"] });
  const host = { ...base, known: base.known.replace(/\/$/, "") };
  return joinedText(site.span, run.sourceOf(site.span), [host, path]);
}

const dateParts: Readonly<Record<string, number>> = {
  ...{ Y: 4, m: 2, d: 2, H: 2, M: 2, S: 2, y: 2, I: 2, p: 2, f: 6, j: 3 },
};

/** What `strftime` gives for a form, as far as its length is known. */
function dateText(form: Value | undefined): string | undefined {
  if (typeof form?.known !== "string") return undefined;
  return form.known.replace(/%(.)/g, (_, letter: string) => {
    const length = own(dateParts, letter);
    return letter === "%" ? "%" : length === undefined ? hole : some(length);
  });
}

/** What is known of a member of a value. */
export const memberOfValues = (type: string | undefined, name: string): string | undefined =>
  type === "UUID" && name === "hex" ? some(32) : undefined;

const isTextual = ({ known }: Value): boolean =>
  typeof known === "string" || (known instanceof Unknown && known.types?.[0] === "string");

/** The number that a value is or whose digits a text holds. */
function numberIn({ known }: Value): number | undefined {
  const number = typeof known === "string" && known.trim() !== "" ? Number(known) : known;
  return typeof number === "number" && Number.isFinite(number) ? number : undefined;
}

function numberMade(number: number, from: Value, { span }: LibraryCall): Value {
  const { origins, origin = from.span } = from;
  return { span, known: number, origin, ...(origins && { origins }) };
}

function numberWithin(
  given: Value | undefined,
  known: Pick<Known, "text" | "bounds">,
  { span }: LibraryCall,
  run: Run,
): Value {
  const origins = given?.origins;
  return run.unknown(span, { types: ["number"], ...known, ...(origins && { origins }) });
}

/** `float("9900")`, `decimal.Decimal(amount)` */
function toNumber(site: LibraryCall, run: Run): Value {
  const given = site.arguments[0]?.value;
  const number = given && numberIn(given);
  return given && number !== undefined
    ? numberMade(number, given, site)
    : numberWithin(given, { bounds: boundsOf(given) }, site, run);
}

/** `int("9900")`, which cuts off what is behind the point. */
function toInteger(site: LibraryCall, run: Run): Value {
  const given = site.arguments[0]?.value;
  const number = given && numberIn(given);
  return given && number !== undefined
    ? numberMade(Math.trunc(number), given, site)
    : unknownInteger(given, site, run);
}

/** `math.floor(amount)` and `math.trunc(amount)`, known of integers. */
function roundedToInteger(site: LibraryCall, run: Run): Value {
  return integerKept(site) ?? unknownInteger(site.arguments[0]?.value, site, run);
}

/** `round(amount)` and `math.ceil(amount)`, known of integers; `round(amount, 2)` may have digits behind the point. */
function roundedNumber(site: LibraryCall, run: Run): Value {
  const given = site.arguments[0]?.value;
  const bounds = boundsOf(given);
  const isRounded = bounds && site.arguments.length === 1;
  return (
    integerKept(site) ??
    numberWithin(given, { bounds: isRounded ? rounded(bounds, false) : bounds }, site, run)
  );
}

/** The only argument of a call, where it is an integer. */
function integerKept(site: LibraryCall): Value | undefined {
  const [given, ...others] = site.arguments;
  const number = given && others.length === 0 ? numberIn(given.value) : undefined;
  return given && Number.isInteger(number)
    ? numberMade(number as number, given.value, site)
    : undefined;
}

function unknownInteger(given: Value | undefined, site: LibraryCall, run: Run): Value {
  const bounds = boundsOf(given);
  const isOnly = site.arguments.length === 1;
  const written = given?.known instanceof Unknown ? given.known.text : undefined;
  // The digits before the point, where the text says how many there are.
  const text = written?.endsWith(`.${hole}`) ? written.slice(0, -2) : undefined;
  const whole = bounds && isOnly ? rounded(bounds, true) : bounds;
  return numberWithin(given, { text, bounds: whole }, site, run);
}

const boundsOf = (value: Value | undefined): Bounds | undefined =>
  value?.known instanceof Unknown ? value.known.bounds : undefined;

const braces: FormSyntax = {
  directive: /\{\{|\}\}|\{([^{}!:]*)([!:][^{}]*)?\}/g,
  letters: ([whole]) => (whole === "{{" || whole === "}}" ? whole.slice(1) : undefined),
};

/** `"{}/payments/{id}".format(base, id=...)` */
function formatted(form: Value, site: LibraryCall, run: Run): Value {
  let next = 0;
  const positional = site.arguments.filter(({ name, spread }) => !name && !spread);
  const valueNamed = (field: string): Value | undefined => {
    if (field === "") return positional[next++]?.value;
    if (/^\d+$/.test(field)) return positional[Number(field)]?.value;
    return site.arguments.find(({ name }) => name?.text === field)?.value;
  };
  const textFor = ([, field = "", format]: RegExpMatchArray) => {
    const value = valueNamed(field);
    return value && format === undefined ? asText(value.known) : hole;
  };
  return filledForm(form, valuesOf(site), braces, textFor, { span: site.span, run });
}

const percents: FormSyntax = {
  directive: /%%|%(?:\((\w{1,80})\))?[-#+ .\d]{0,20}[a-zA-Z]/g,
  letters: ([whole]) => (whole === "%%" ? "%" : undefined),
};

/** `"%s/payments" % base` */
function percentFormatted(form: Value, site: LibraryCall, run: Run): Value {
  const given = site.arguments[0]?.value;
  const object = given?.object;
  let next = 0;
  const textFor = ([whole, field]: RegExpMatchArray) => {
    const key = field ?? String(next++);
    const value = object ? run.objects.get(object, key) : field === undefined ? given : undefined;
    return value && /^%(?:\(\w+\))?[sd]$/.test(whole) ? asText(value.known) : hole;
  };
  return filledForm(form, valuesOf(site), percents, textFor, { span: site.span, run });
}

const valuesOf = (site: LibraryCall): Value[] => site.arguments.map(({ value }) => value);
