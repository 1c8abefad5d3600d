import { anyCharacter, type Bounds, hole, Unknown } from "../../validator/unknown.js";
import { rounded, secondsNow } from "../bounds.js";
import { own } from "../own.js";
import { asText, joinedText } from "../program/arithmetic.js";
import { type FormSyntax, filledForm } from "../program/filledForm.js";
import type { CallSite, Run } from "../program/library.js";
import { joinedOrigins, type Value } from "../program/values.js";

/** What Python's texts and numbers are, as far as their makers say it. */

const some = (length: number) => anyCharacter.repeat(length);

const timeText = `${some(10)}.${hole}`;
const timeBounds: Bounds = { ...secondsNow, isWhole: false };

/** Calls of modules and built-in functions, and what they give. */
const made: Readonly<
  Record<
    string,
    {
      types?: readonly ["string"] | readonly ["number"];
      text?: string;
      type?: string;
      bounds?: Bounds;
    }
  >
> = {
  "time.time": { types: ["number"], text: timeText, bounds: timeBounds },
  "time.time_ns": { types: ["number"], text: some(19) },
  "uuid.uuid1": { text: some(36), type: "UUID" },
  "uuid.uuid4": { text: some(36), type: "UUID" },
  "secrets.token_hex": { types: ["string"] },
  "secrets.token_urlsafe": { types: ["string"] },
  len: { types: ["number"] },
};

const textMethods =
  /^(?:strip|lstrip|rstrip|lower|upper|replace|join|zfill|title|capitalize|strftime|isoformat|decode|hexdigest|removeprefix|removesuffix)$/;

/** What a call gives that makes a text or a number; undefined of others. */
export function callOfValues(site: CallSite, path: string, run: Run): Value | undefined {
  const { span, receiver, name, arguments: args } = site;
  const value = args[0]?.value;
  const origins = joinedOrigins(receiver?.origins, ...args.map((one) => one.value.origins));
  const more = origins ? { origins } : {};
  if (!receiver) {
    if (Object.hasOwn(made, path)) return run.unknown(span, { ...made[path], ...more });
    if (/^(?:int|float|decimal\.Decimal|round|math\.(?:floor|ceil|trunc))$/.test(path)) {
      return asNumber(value, site, run);
    }
    if (path === "urllib.parse.urljoin") return joinedAddress(args, site, run);
    if (path === "str")
      return value ? joinedText(span, run.sourceOf(span), [value]) : { span, known: "" };
    return undefined;
  }
  if (receiver.object) return undefined;
  if (name === "encode") return receiver;
  if (name === "timestamp" && args.length === 0) {
    return run.unknown(span, { types: ["number"], text: timeText, bounds: timeBounds, ...more });
  }
  if (name === "strftime")
    return run.unknown(span, { types: ["string"], text: dateText(value), ...more });
  if (name === "format") return formatted(receiver, site, run);
  if (name === "%" && isTextual(receiver)) return percentFormatted(receiver, site, run);
  return textMethods.test(name) ? run.unknown(span, { types: ["string"], ...more }) : undefined;
}

/** `urljoin(base, path)`, as far as the base is a host and the path begins at its root. */
function joinedAddress(args: CallSite["arguments"], site: CallSite, run: Run): Value {
  const [base, path] = args.map(({ value }) => value);
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

function asNumber(value: Value | undefined, site: CallSite, run: Run): Value {
  const { span, path, arguments: args } = site;
  const isConversion = path === "int" || path === "float" || path === "decimal.Decimal";
  const { known, origins } = value ?? {};
  const number = typeof known === "string" && known.trim() !== "" ? Number(known) : known;
  const isKept = isConversion || (args.length === 1 && Number.isInteger(number));
  if (value && typeof number === "number" && Number.isFinite(number) && isKept) {
    const origin = value.origin ?? value.span;
    const whole = path === "int" ? Math.trunc(number) : number;
    return { span, known: whole, origin, ...(origins && { origins }) };
  }
  const isWhole = path === "int" || path === "math.floor" || path === "math.trunc";
  const written = known instanceof Unknown && isWhole ? known.text : undefined;
  const given = known instanceof Unknown ? known.bounds : undefined;
  const isRounded = args.length === 1 && (isWhole || path === "round" || path === "math.ceil");
  const bounds = given && (isRounded ? rounded(given, isWhole) : given);
  // The digits before the point, where the text says how many there are.
  const text = written?.endsWith(`.${hole}`) ? written.slice(0, -2) : undefined;
  return run.unknown(span, { types: ["number"], text, bounds, ...(origins && { origins }) });
}

const braces: FormSyntax = {
  directive: /\{\{|\}\}|\{([^{}!:]*)([!:][^{}]*)?\}/g,
  letters: ([whole]) => (whole === "{{" || whole === "}}" ? whole.slice(1) : undefined),
};

/** `"{}/payments/{id}".format(base, id=...)` */
function formatted(form: Value, site: CallSite, run: Run): Value {
  let next = 0;
  const places = site.arguments.filter(({ name, spread }) => !name && !spread);
  const valueNamed = (field: string): Value | undefined => {
    if (field === "") return places[next++]?.value;
    if (/^\d+$/.test(field)) return places[Number(field)]?.value;
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
function percentFormatted(form: Value, site: CallSite, run: Run): Value {
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

const valuesOf = (site: CallSite): Value[] => site.arguments.map(({ value }) => value);
