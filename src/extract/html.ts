import { type DefaultTreeAdapterTypes, parse } from "parse5";
import type { Span } from "../text/positions.js";
import { readCode } from "./javascript/script.js";
import {
  type Extraction,
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
  return together(
    elements.flatMap((element) =>
      element.tagName === "script"
        ? [readScriptElement(element, text, masked, options)]
        : [readHandlers(element, text, masked, options)],
    ),
  );
};

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

function readScriptElement(
  element: Element,
  text: string,
  masked: Masked,
  options: ReadOptions,
): Extraction {
  const { startTag, endTag, endOffset, attrs } = element.sourceCodeLocation ?? {};
  const src = attribute(element, "src");
  const place = attrs?.src;
  const addresses: Extraction["addresses"] =
    src !== undefined && place ? [{ text: src, span: [place.startOffset, place.endOffset] }] : [];
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
  return together([{ ...nothing, addresses }, shifted(first ?? nothing, span[0])]);
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

const handler = /^(?:on|@|v-on:)/;

function readHandlers(
  { attrs, sourceCodeLocation }: Element,
  text: string,
  masked: Masked,
  options: ReadOptions,
): Extraction {
  return together(
    attrs.flatMap(({ name, value }) => {
      const place = sourceCodeLocation?.attrs?.[name];
      const isCode = handler.test(name) || /^\s*javascript:/i.test(value);
      if (!place || !isCode) return [];
      const raw = masked.text.slice(place.startOffset, place.endOffset);
      const at = raw.indexOf(value);
      // A value written with entities has no place of its own.
      if (at < 0) return [];
      const start = place.startOffset + at;
      const script = partOf(masked, text, [start, start + value.length]);
      const own = { ...options, ending: ".js", isBody: true };
      const read = readCode(script.text, script.controls, own, script.written);
      return [shifted({ ...read, unparsable: [] }, start)];
    }),
  );
}
