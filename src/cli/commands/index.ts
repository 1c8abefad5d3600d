import type { Locale, Text } from "../../validator/types.js";
import type { Io } from "../io.js";
import type { Flag, LintSettings, Values } from "../options.js";

/** What a command is given. */
export interface Given {
  /** What follows the command's name. */
  readonly words: readonly string[];
  readonly values: Values;
  readonly locale: Locale;
  readonly io: Io;
  /** One line on standard error. */
  warn(trouble: string | Text): void;
  /** Prints the answer. */
  print(text: string): Promise<void>;
  /** What the flags and the configuration ask for. */
  settings(): Promise<LintSettings>;
}

/** A command beside linting. */
interface Command {
  /** Flags that it takes beside those that every command takes. */
  readonly takes: readonly Flag[];
  /** How many words may be behind it. */
  readonly mostWords: number;
  /** Prints the answer; gives the exit status where that may be another than 0. */
  run(given: Given): Promise<void> | Promise<number>;
}

/** The commands by name. Only the one asked for is loaded. */
export const commands = {
  init: {
    takes: ["yes"],
    mostWords: 0,
    run: async (given) => (await import("./init.js")).init(given),
  },
  rules: {
    takes: ["kind", "format"],
    mostWords: 1,
    run: async (given) => (await import("./rules.js")).printRules(given),
  },
  explain: {
    takes: [],
    mostWords: Number.POSITIVE_INFINITY,
    run: async (given) => (await import("./explain.js")).explain(given),
  },
  gateways: {
    takes: [],
    mostWords: 1,
    run: async (given) => (await import("./gateways.js")).printGateways(given),
  },
  compare: {
    takes: ["environment", "format", "rule", "quiet", "verbose"],
    mostWords: Number.POSITIVE_INFINITY,
    run: async (given) => (await import("./compare.js")).compare(given),
  },
  schema: {
    takes: [],
    mostWords: 1,
    run: async (given) => (await import("./artifacts.js")).printSchema(given),
  },
  types: {
    takes: [],
    mostWords: 1,
    run: async (given) => (await import("./artifacts.js")).printTypes(given),
  },
  baseline: {
    takes: ["kind", "environment", "rule"],
    mostWords: Number.POSITIVE_INFINITY,
    run: async (given) => (await import("./baseline.js")).writeBaseline(given),
  },
  migrate: {
    takes: ["write", "pg", "kind", "stdin-filename"],
    mostWords: Number.POSITIVE_INFINITY,
    run: async (given) => (await import("./migrate.js")).migrate(given),
  },
  lsp: {
    takes: ["stdio"],
    mostWords: 0,
    run: async (given) => (await import("./lsp.js")).startServer(given),
  },
  help: {
    takes: [],
    mostWords: 1,
    run: async (given) => (await import("../help.js")).printHelp(given),
  },
} as const satisfies Record<string, Command>;

export type CommandName = keyof typeof commands;

export const commandNames = Object.keys(commands) as CommandName[];
