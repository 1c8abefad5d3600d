/** What is secret in code, and which environment names a browser sees; made from the tables. */
export interface SecretsInCode {
  /** Keys whose value is a secret. */
  readonly keys: readonly string[];
  /** Matches the names of variables that hold a secret. */
  readonly names: string;
  /** Matches secrets whose form alone tells. */
  readonly literals: string;
  /** Matches environment names of what a page is to know of its shop. */
  readonly shopNames: string;
  /** What an environment name begins with that is built into pages. */
  readonly publicPrefixes: readonly string[];
  /** Names that a page sees without such a beginning, of Vite's and of Node's environment. */
  readonly viteNames: readonly string[];
  readonly nodeNames: readonly string[];
}
