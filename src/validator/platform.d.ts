// The two classes that every platform has beside ECMAScript's own: browsers, workers, Node, Deno, Bun. Nothing else of a
// platform may be used in this folder; src/validator/tsconfig.json knows no other.

declare class TextDecoder {
  constructor(label: string, options?: { readonly fatal?: boolean });
  decode(bytes: Uint8Array): string;
}

declare class URLSearchParams implements Iterable<[string, string]> {
  constructor(text?: string);
  [Symbol.iterator](): IterableIterator<[string, string]>;
}
