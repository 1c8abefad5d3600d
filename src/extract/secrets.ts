import type { Span } from "../text/positions.js";
import type { CodeFact } from "./reader.js";

/** What is secret in code, and which environment names a browser sees; made from the tables. */
export interface SecretsInCode {
  /** Keys whose value is a secret. */
  readonly keys: readonly string[];
  /** Matches the names of variables that hold a secret. */
  readonly names: string;
  /** Matches secrets whose form alone tells. */
  readonly literals: string;
  /** What secrets begin with that PortOne publishes for tests. */
  readonly published: readonly string[];
  /** Matches environment names of what a page is to know of its shop. */
  readonly shopNames: string;
  /** What an environment name begins with that is built into pages. */
  readonly publicPrefixes: readonly string[];
  /** Names that a page sees without such a beginning, of Vite's and of Node's environment. */
  readonly viteNames: readonly string[];
  readonly nodeNames: readonly string[];
}

/** What a secret looks like; a placeholder has words or repeats of one letter in it. */
const secretForm = /^(?=.*\d)[A-Za-z0-9+/=_-]{20,}$/;
const placeholder = /your|example|placeholder|sample|dummy|change|x{6,}|\*{3,}|test_|_?here$/i;

/** Whether a text at a secret's place is a secret, and no placeholder. */
export const isSecretText = (text: string): boolean =>
  secretForm.test(text) && !placeholder.test(text);

/** A secret that is written out, at a place. Its value says whether it is a published one. */
export const secretLiteral = (
  text: string,
  span: Span,
  { published }: SecretsInCode,
): CodeFact => ({
  what: "secret-literal",
  value: published.some((one) => text.startsWith(one)) ? "published" : "own",
  span,
  isSample: false,
  isSecret: true,
});
