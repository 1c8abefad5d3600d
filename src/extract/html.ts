import { type DefaultTreeAdapterTypes, parse } from "parse5";
import type { Span } from "../text/positions.js";
import { quotedAddresses } from "./addresses.js";
import { decodeEntities } from "./entities.js";
import { readCode } from "./javascript/script.js";
import type { Located } from "./located.js";
import {
  type Extraction,
  moved,
  nothing,
  type Reader,
  type ReadOptions,
  shifted,
  together,
} from "./reader.js";
import { withoutDollars, withoutTemplates } from "./templates.js";

type Element = DefaultTreeAdapterTypes.Element;

/** An element that is written in the page, and not only implied. */
type Placed = Element & {
  readonly sourceCodeLocation: NonNullable<Element["sourceCodeLocation"]>;
};

const scriptTypes = /^$|^module$|javascript|ecmascript|^text\/(?:babel|jsx|typescript)$/i;

/** Reads a page: its scripts, and the handlers in its attributes. */
export const readPage: Reader = (text, options) => {
  const masked = withoutTemplates(text, options.ending);
  const elements = [...elementsIn(masked.text)];
  const ofScripts = { ...options, isReadElsewhere: namesReadTwice(elements, text, options.ending) };
  return together([
    ...elements.map((element) =>
      element.tagName === "script"
        ? readScriptElement(element, text, masked, ofScripts)
        : readHandlers(element, text, masked, options),
    ),
    ...(options.ending === ".svelte" ? [...readSvelteHandlers(text, options)] : []),
    { ...nothing, addresses: addressesInTemplates(text, masked) },
  ]);
};

/** Addresses in the code of the page's own language, which is not read as a program. */
const addressesInTemplates = (text: string, masked: Masked): Extraction["addresses"] =>
  quotedAddresses(text).filter(({ span }) => masked.text.slice(...span) !== text.slice(...span));

function* elementsIn(text: string): Generator<Placed> {
  const document = parse(text, { sourceCodeLocationInfo: true });
  const waiting: DefaultTreeAdapterTypes.ParentNode[] = [document];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if ("tagName" in node && node.sourceCodeLocation) yield node as Placed;
    if ("content" in node) waiting.push((node as DefaultTreeAdapterTypes.Template).content);
    for (const child of [...node.childNodes].reverse()) {
      if ("childNodes" in child) waiting.push(child);
    }
  }
}

const attribute = ({ attrs }: Element, name: string): string =>
  attrs.find((one) => one.name === name)?.value ?? "";

/** Whether a name is in two pieces of code in a page: in the script that declares it, and elsewhere. */
function namesReadTwice(elements: readonly Placed[], text: string, ending: string) {
  const pieces = elements.map((element) => codeOf(element, text));
  // The template of a component is code as well.
  if (componentEndings.has(ending)) pieces.push(withoutScripts(elements, text));
  const counts = new Map<string, number>();
  for (const name of pieces.flatMap(namesIn)) counts.set(name, (counts.get(name) ?? 0) + 1);
  return (name: string): boolean => (counts.get(name) ?? 0) > 1;
}

const componentEndings: ReadonlySet<string> = new Set([".vue", ".svelte"]);

const namesIn = (code: string): string[] => [...new Set(code.match(/[\p{L}_$][\p{L}\p{N}_$]*/gu))];

/** Where the code of a script is; undefined where nothing closes it, which no browser runs. */
function contentOf({ sourceCodeLocation: { startTag, endTag } }: Placed): Span | undefined {
  return startTag && endTag && [startTag.endOffset, endTag.startOffset];
}

/** The script of an element, or the handlers in its attributes. */
function codeOf(element: Placed, text: string): string {
  if (element.tagName === "script") return text.slice(...(contentOf(element) ?? [0, 0]));
  const handlers = element.attrs.filter(({ name, value }) => isHandler(name, value));
  return handlers.map(({ value }) => value).join("\n");
}

function withoutScripts(elements: readonly Placed[], text: string): string {
  const scripts = elements.filter(({ tagName }) => tagName === "script");
  let from = 0;
  const parts = scripts.map(({ sourceCodeLocation: { startOffset, endOffset } }) => {
    const part = text.slice(from, startOffset);
    from = endOffset;
    return part;
  });
  return [...parts, text.slice(from)].join("\n");
}

/** The languages with types that a script can name, with the endings of their files. */
const typedEndings: ReadonlyMap<string, string> = new Map([
  ["ts", ".ts"],
  ["tsx", ".tsx"],
  ["typescript", ".ts"],
  ["text/typescript", ".ts"],
]);

function readScriptElement(
  element: Placed,
  text: string,
  masked: Masked,
  options: ReadOptions,
): Extraction {
  const src = element.sourceCodeLocation.attrs?.src;
  const addresses: Extraction["addresses"] = src
    ? [{ text: attribute(element, "src"), span: [src.startOffset, src.endOffset] }]
    : [];
  const span = contentOf(element);
  const type = attribute(element, "type");
  if (!span || !scriptTypes.test(type)) return { ...nothing, addresses };
  const ending = typedEndings.get(attribute(element, "lang") || type) ?? options.ending;
  const own = { ...options, ending };
  const script = partOf(masked, text, span);
  const readings = function* () {
    yield readCode(script.text, script.controls, own, script.written);
    // What looks like the script's own can be a template, and the other way round.
    yield readCode(withoutDollars(script.text), script.controls, own, script.written);
    yield readCode(script.written, [], own);
  };
  let first: Extraction | undefined;
  for (const reading of readings()) {
    first ??= reading;
    if (reading.unparsable.length > 0) continue;
    first = reading;
    break;
  }
  const read = first ?? nothing;
  // A module runs when the page has been read.
  const runsLater = type === "module";
  const facts = read.facts.filter(({ what }) => !runsLater || what !== "use-at-once");
  return together([{ ...nothing, addresses }, shifted({ ...read, facts }, span[0])]);
}

type Masked = ReturnType<typeof withoutTemplates>;

/** A stretch of a page, without its language's code and as it is written. */
function partOf(masked: Masked, text: string, [start, end]: Span) {
  return {
    text: masked.text.slice(start, end),
    written: text.slice(start, end),
    controls: masked.controls
      .filter(([from, to]) => from >= start && to <= end)
      .map(([from, to]): Span => [from - start, to - start]),
  };
}

/** Whether an attribute holds code. */
const isHandler = (name: string, value: string): boolean =>
  /^(?:on|@|v-on:)/.test(name) || /^\s*javascript:/i.test(value);

function readHandlers(
  { attrs, sourceCodeLocation }: Placed,
  text: string,
  masked: Masked,
  options: ReadOptions,
): Extraction {
  return together(
    attrs.flatMap(({ name, value }) => {
      const location = sourceCodeLocation.attrs?.[name];
      // What is in braces is read as Svelte has it.
      const isOther = options.ending === ".svelte" && value.startsWith("{");
      if (!location || isOther || !isHandler(name, value)) return [];
      return [
        readHandler(value, [location.startOffset, location.endOffset], text, masked, options),
      ];
    }),
  );
}

function readHandler(
  value: string,
  [from, to]: Span,
  text: string,
  masked: Masked,
  options: ReadOptions,
): Extraction {
  const own = { ...options, isBody: true };
  const raw = masked.text.slice(from, to);
  const at = raw.indexOf(value);
  if (at >= 0) {
    const start = from + at;
    const script = partOf(masked, text, [start, start + value.length]);
    const read = readCode(script.text, script.controls, own, script.written);
    return shifted({ ...read, unparsable: [] }, start);
  }
  const decoded = decodeEntities(raw);
  const begin = decoded.text.indexOf(value);
  // An entity that is not known here leaves the places open.
  if (begin < 0) return nothing;
  const read = readCode(value, [], own);
  const offsetOf = (offset: number) => from + (decoded.offsets[begin + offset] as number);
  const placed = moved({ ...read, unparsable: [] }, ([start, end]) => [
    offsetOf(start),
    offsetOf(end),
  ]);
  return unfixable(placed);
}

/** Text that is put between entities would have to be made of entities too. */
const unfixable = (extraction: Extraction): Extraction => ({
  ...extraction,
  calls: extraction.calls.map((call) => ({
    ...call,
    payload: call.payload && shared(call.payload),
  })),
});

const shared = (located: Located): Located => ({
  ...located,
  isShared: true,
  property: undefined,
  children: new Map([...located.children].map(([key, child]) => [key, shared(child)])),
});

const svelteHandler = /\son:?[a-z]\w*(?:\|\w+)*=(["']?)\{/g;

/** Handlers of Svelte, `on:click={() => …}`, are expressions in braces, which HTML takes for something else. */
function* readSvelteHandlers(text: string, options: ReadOptions): Generator<Extraction> {
  for (const { index, 0: head } of text.matchAll(svelteHandler)) {
    const start = index + head.length;
    const end = closingBrace(text, start);
    if (end === undefined) continue;
    const own = { ...options, ending: ".ts" };
    yield shifted({ ...readCode(text.slice(start, end), [], own), unparsable: [] }, start);
  }
}

/** Far above what people write in an attribute. */
const longestHandler = 20_000;

/** Where the brace is that closes an expression; undefined where none does. */
function closingBrace(text: string, start: number): number | undefined {
  const tokens = /[{}]|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\[\s\S])*`/g;
  const stretch = text.slice(start, start + longestHandler);
  let depth = 1;
  for (const { index, 0: token } of stretch.matchAll(tokens)) {
    if (token === "{") depth++;
    else if (token === "}" && --depth === 0) return start + index;
  }
  return undefined;
}
