import { anyCharacter, hole, isWholeText, Unknown } from "../../validator/unknown.js";
import type { Written } from "../body.js";
import { asText } from "../program/arithmetic.js";
import type { CallSite, Run } from "../program/library.js";
import { joinedOrigins, lettersOf, type Value, writtenOf } from "../program/values.js";

/** What Python's texts and numbers are, as far as their makers say it. */

const some = (length: number) => anyCharacter.repeat(length);

const secondsNow = some(10);

/** Calls of modules and built-in functions, and what they give. */
const made: Readonly<
  Record<
    string,
    { types?: readonly ["string"] | readonly ["number"]; text?: string; type?: string }
  >
> = {
  "time.time": { types: ["number"], text: `${secondsNow}.${hole}` },
  "time.time_ns": { types: ["number"], text: some(19) },
  "uuid.uuid1": { text: some(36), type: "UUID" },
  "uuid.uuid4": { text: some(36), type: "UUID" },
  "secrets.token_hex": { types: ["string"] },
  "secrets.token_urlsafe": { types: ["string"] },
  len: { types: ["number"] },
  round: { types: ["number"] },
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
    if (path === "int" || path === "float" || path === "decimal.Decimal") {
      return asNumber(value, site, run);
    }
    if (path === "urllib.parse.urljoin") return joinedAddress(args, site, run);
    if (path === "str") return value ? textOf([value], site, run) : { span, known: "" };
    if (path === "bool") return undefined;
    return undefined;
  }
  if (receiver.object) return undefined;
  if (name === "encode") return receiver;
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
  return textOf([host, path], site, run);
}

const dateParts: Readonly<Record<string, number>> = {
  ...{ Y: 4, m: 2, d: 2, H: 2, M: 2, S: 2, y: 2, I: 2, p: 2, f: 6, j: 3 },
};

/** What `strftime` gives for a form, as far as its length is known. */
function dateText(form: Value | undefined): string | undefined {
  if (typeof form?.known !== "string") return undefined;
  return form.known.replace(/%(.)/g, (_, letter: string) => {
    const length = Object.hasOwn(dateParts, letter) ? dateParts[letter] : undefined;
    return letter === "%" ? "%" : length === undefined ? hole : some(length);
  });
}

/** What is known of a member of a value. */
export const memberOfValues = (type: string | undefined, name: string): string | undefined =>
  type === "UUID" && name === "hex" ? some(32) : undefined;

const isTextual = ({ known }: Value): boolean =>
  typeof known === "string" || (known instanceof Unknown && known.types?.[0] === "string");

function asNumber(value: Value | undefined, { span, path }: CallSite, run: Run): Value {
  const { known, origins } = value ?? {};
  const number = typeof known === "string" && known.trim() !== "" ? Number(known) : known;
  if (value && typeof number === "number" && Number.isFinite(number)) {
    const origin = value.origin ?? value.span;
    const whole = path === "int" ? Math.trunc(number) : number;
    return { span, known: whole, origin, ...(origins && { origins }) };
  }
  const written = known instanceof Unknown && path === "int" ? known.text : undefined;
  // The digits before the point, where the text says how many there are.
  const text = written?.endsWith(`.${hole}`) ? written.slice(0, -2) : undefined;
  return run.unknown(span, { types: ["number"], text, ...(origins && { origins }) });
}

/** Values one behind the other as a text. */
export function textOf(
  values: readonly Value[],
  { span }: Pick<CallSite, "span">,
  run: Run,
): Value {
  const text = values.map(({ known }) => asText(known)).join("");
  const origins = joinedOrigins(...values.map((one) => one.origins));
  return {
    span,
    known: isWholeText(text) ? text : new Unknown(run.sourceOf(span), ["string"], text),
    letters: { parts: values.map(lettersOf) },
    ...(origins && { origins }),
  };
}

/** Puts the texts of values where a form has its directives. */
function filled(
  form: Value,
  directive: RegExp,
  textFor: (match: RegExpMatchArray) => string,
  { span, arguments: args }: CallSite,
  run: Run,
): Value {
  const origins = joinedOrigins(form.origins, ...args.map(({ value }) => value.origins));
  const more = origins ? { origins } : {};
  const { known: known_, letters } = form;
  if (typeof known_ !== "string") return run.unknown(span, { types: ["string"], ...more });
  const replaced = [...known_.matchAll(directive)];
  let text = "";
  let from = 0;
  for (const match of replaced) {
    text += known_.slice(from, match.index) + textFor(match);
    from = match.index + match[0].length;
  }
  text += known_.slice(from);
  const known = isWholeText(text) ? text : new Unknown(run.sourceOf(span), ["string"], text);
  return {
    span,
    known,
    ...(letters && { letters: { written: () => withHoles(writtenOf(letters), directive) } }),
    ...more,
  };
}

function withHoles({ text, places }: Written, directive: RegExp): Written {
  const result: Written = { text: "", places: [] };
  let from = 0;
  const copyTo = (to: number) => {
    result.text += text.slice(from, to);
    result.places.push(...places.slice(from, to));
  };
  for (const { index, 0: whole } of text.matchAll(directive)) {
    copyTo(index);
    const instead = /^(?:\{\{|\}\}|%%)$/.test(whole) ? whole.slice(1) : hole;
    result.text += instead;
    result.places.push(places[index] ?? 0);
    from = index + whole.length;
  }
  copyTo(text.length);
  return result;
}

const bracesOrDouble = /\{\{|\}\}|\{([^{}!:]*)([!:][^{}]*)?\}/g;

/** `"{}/payments/{id}".format(base, id=...)` */
function formatted(form: Value, site: CallSite, run: Run): Value {
  let next = 0;
  const places = site.arguments.filter(({ name, spread }) => !name && !spread);
  const valueNamed = (field: string): Value | undefined => {
    if (field === "") return places[next++]?.value;
    if (/^\d+$/.test(field)) return places[Number(field)]?.value;
    return site.arguments.find(({ name }) => name?.text === field)?.value;
  };
  const textFor = ([whole, field = "", format]: RegExpMatchArray) => {
    if (whole === "{{" || whole === "}}") return whole.slice(1);
    const value = valueNamed(field);
    return value && format === undefined ? asText(value.known) : hole;
  };
  return filled(form, bracesOrDouble, textFor, site, run);
}

const percentDirective = /%%|%(?:\((\w{1,80})\))?[-#+ .\d]{0,20}[a-zA-Z]/g;

/** `"%s/payments" % base` */
function percentFormatted(form: Value, site: CallSite, run: Run): Value {
  const given = site.arguments[0]?.value;
  const object = given?.object;
  let next = 0;
  const textFor = ([whole, field]: RegExpMatchArray) => {
    if (whole === "%%") return "%";
    const key = field ?? String(next++);
    const value = object ? run.objects.get(object, key) : field === undefined ? given : undefined;
    return value && /^%(?:\(\w+\))?[sd]$/.test(whole) ? asText(value.known) : hole;
  };
  return filled(form, percentDirective, textFor, site, run);
}
