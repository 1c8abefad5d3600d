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

const scriptTypes = /^$|^module$|javascript|ecmascript|^text\/(?:babel|jsx|typescript)$/i;

/** Reads a page: its scripts, and the handlers in its attributes. */
export const readPage: Reader = (text, options) => {
  const masked = withoutTemplates(text, options.ending);
  const elements = [...elementsIn(masked.text)];
  const names = new NamesInCode(elements, text, options.ending);
  return together([
    ...elements.map((element) =>
      element.tagName === "script"
        ? readScriptElement(element, text, masked, names.optionsFor(element, options))
        : readHandlers(element, text, masked, options),
    ),
    ...(options.ending === ".svelte" ? [...readSvelteHandlers(text, options)] : []),
    { ...nothing, addresses: addressesInTemplates(text, masked) },
  ]);
};

/** Addresses in the code of the page's own language, which is not read as a program. */
const addressesInTemplates = (text: string, masked: Masked): Extraction["addresses"] =>
  masked.text === text
    ? []
    : quotedAddresses(text).filter(
        ({ span }) => masked.text.slice(...span) !== text.slice(...span),
      );

function* elementsIn(text: string): Generator<Element> {
  const document = parse(text, { sourceCodeLocationInfo: true });
  const waiting: DefaultTreeAdapterTypes.ParentNode[] = [document];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if ("tagName" in node) yield node;
    if ("content" in node) waiting.push((node as DefaultTreeAdapterTypes.Template).content);
    for (const child of [...node.childNodes].reverse()) {
      if ("childNodes" in child) waiting.push(child);
    }
  }
}

const attribute = ({ attrs }: Element, name: string) =>
  attrs.find((one) => one.name === name)?.value;

/** The names that the pieces of code in a page have in them. */
class NamesInCode {
  /** In how many pieces a name is. */
  readonly #counts = new Map<string, number>();
  readonly #ofScripts = new Map<Element, ReadonlySet<string>>();

  constructor(elements: readonly Element[], text: string, ending: string) {
    for (const element of elements) {
      const names = namesIn(codeOf(element, text));
      if (element.tagName === "script") this.#ofScripts.set(element, names);
      for (const name of names) this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1);
    }
    // The template of a component is code as well.
    if (!componentEndings.has(ending)) return;
    const template = withoutScripts(elements, text);
    for (const name of namesIn(template)) this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1);
  }

  optionsFor(script: Element, options: ReadOptions): ReadOptions {
    const own = this.#ofScripts.get(script);
    const isReadElsewhere = (name: string) =>
      (this.#counts.get(name) ?? 0) > (own?.has(name) ? 1 : 0);
    return { ...options, isReadElsewhere };
  }
}

const componentEndings: ReadonlySet<string> = new Set([".vue", ".svelte"]);

const namesIn = (code: string): ReadonlySet<string> =>
  new Set(code.match(/[\p{L}_$][\p{L}\p{N}_$]*/gu));

/** The script of an element, or the handlers in its attributes. */
function codeOf({ tagName, attrs, sourceCodeLocation }: Element, text: string): string {
  if (tagName !== "script") {
    return attrs.flatMap(({ name, value }) => (isHandler(name, value) ? [value] : [])).join("\n");
  }
  const { startTag, endTag, endOffset } = sourceCodeLocation ?? {};
  return startTag ? text.slice(startTag.endOffset, endTag?.startOffset ?? endOffset) : "";
}

function withoutScripts(elements: readonly Element[], text: string): string {
  const scripts = elements.filter(({ tagName }) => tagName === "script");
  let from = 0;
  const parts = scripts.map(({ sourceCodeLocation }) => {
    const part = text.slice(from, sourceCodeLocation?.startOffset ?? from);
    from = sourceCodeLocation?.endOffset ?? from;
    return part;
  });
  return [...parts, text.slice(from)].join("\n");
}

function readScriptElement(
  element: Element,
  text: string,
  masked: Masked,
  options: ReadOptions,
): Extraction {
  const { startTag, endTag, endOffset, attrs } = element.sourceCodeLocation ?? {};
  const src = attribute(element, "src");
  const location = attrs?.src;
  const addresses: Extraction["addresses"] =
    src !== undefined && location
      ? [{ text: src, span: [location.startOffset, location.endOffset] }]
      : [];
  if (!startTag || !scriptTypes.test(attribute(element, "type") ?? "")) {
    return { ...nothing, addresses };
  }
  const language = attribute(element, "lang") ?? attribute(element, "type") ?? "";
  const ending = /^(?:ts|typescript|text\/typescript)$/.test(language) ? ".ts" : ".js";
  const span: Span = [startTag.endOffset, endTag?.startOffset ?? (endOffset as number)];
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
  const runsLater = attribute(element, "type") === "module";
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
  { attrs, sourceCodeLocation }: Element,
  text: string,
  masked: Masked,
  options: ReadOptions,
): Extraction {
  return together(
    attrs.flatMap(({ name, value }) => {
      const location = sourceCodeLocation?.attrs?.[name];
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
  const own = { ...options, ending: ".js", isBody: true };
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
    const own = { ...options, ending: ".ts", isBody: true };
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
