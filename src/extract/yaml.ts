import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseAllDocuments,
} from "yaml";
import type { Span } from "../text/positions.js";
import { payloadsIn } from "./json.js";
import { type DuplicateKey, type Located, leaf } from "./located.js";
import { type Extraction, nothing, type Reader } from "./reader.js";

const tooDeep = "nested too deeply to be read";

/** Reads YAML 1.2; every document of the stream is a payload, or a list of them. */
export const readYaml: Reader = (text) => {
  try {
    const parsed = parseAllDocuments(text, { uniqueKeys: false, prettyErrors: false });
    const documents = Array.isArray(parsed) ? parsed : [];
    for (const { errors } of documents) {
      const [error] = errors;
      if (!error) continue;
      const isDeep = /call stack/.test(error.message);
      return failed(isDeep ? tooDeep : `broken YAML: ${inWords(error.code)}`, error.pos[0]);
    }
    return {
      ...nothing,
      payloads: documents.flatMap((document) =>
        payloadsIn(new DocumentReader(document).root(), "yaml"),
      ),
    };
  } catch (error) {
    if (error instanceof RangeError) return failed(tooDeep, 0);
    throw error;
  }
};

const failed = (message: string, at: number): Extraction => ({
  ...nothing,
  errors: [{ span: [at, at + 1], message }],
});

/** The parser's own message quotes the text; its code does not. */
const inWords = (code: string) => code.replaceAll("_", " ").toLowerCase();

const deepestAlias = 20;

class DocumentReader {
  constructor(readonly document: Document) {}

  root(): Located {
    return this.#located(this.document.contents as Node | null, 0);
  }

  #located(node: Node | null, aliases: number): Located {
    const [start, end] = node?.range ?? [0, 0];
    const span: Span = [start, end];
    if (isAlias(node)) {
      const target = aliases < deepestAlias ? node.resolve(this.document) : undefined;
      return { ...this.#located((target as Node) ?? null, aliases + 1), isShared: true };
    }
    if (isSeq(node)) {
      const items = node.items.map((item) => this.#located(item as Node, aliases));
      const children = new Map(items.map((item, index) => [String(index), item]));
      return { value: items.map(({ value }) => value), span, children, duplicateKeys: [] };
    }
    if (!isMap(node)) return leaf(isScalar(node) ? node.value : null, span);
    const children = new Map<string, Located>();
    const duplicateKeys: DuplicateKey[] = [];
    for (const pair of node.items as Pair<Node | null, Node | null>[]) {
      const key = isScalar(pair.key) ? String(pair.key.value) : String(pair.key);
      const keySpan = spanOf(pair.key) ?? span;
      const value = this.#located(pair.value, aliases);
      const earlier = children.get(key)?.property;
      if (children.has(key)) duplicateKeys.push({ key, span: keySpan, earlier });
      children.delete(key);
      const to = spanOf(pair.value)?.[1] ?? keySpan[1];
      children.set(key, { ...value, property: [keySpan[0], to], key: keySpan });
    }
    const value = Object.fromEntries([...children].map(([key, child]) => [key, child.value]));
    return { value, span, children, duplicateKeys };
  }
}

const spanOf = (node: Node | null): Span | undefined =>
  node?.range ? [node.range[0], node.range[1]] : undefined;
