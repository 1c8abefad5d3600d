import { readFileSync } from "node:fs";
import { dirname, relative, resolve, sep } from "node:path";
import { type Node, type ParseError, parseTree, printParseErrorCode } from "jsonc-parser";
import picomatch from "picomatch";
import { environments, locales, severities } from "../choices.js";
import { gatewayNames } from "../gatewayFacts.js";
import { kinds } from "../generated/kinds.js";
import { rules } from "../generated/rules.js";
import { Positions } from "../text/positions.js";
import type { Environment, Locale, Severity, Text } from "../validator/types.js";
import { about, reason } from "./files/reason.js";
import { type Noun, oneOf, UsageError, unknownName } from "./usageError.js";

/** What a `paylint.config.json` says. Paths are relative to its folder. */
export interface Config {
  readonly environment?: Environment;
  readonly locale?: Locale;
  readonly rules: ReadonlyMap<string, Severity | "off">;
  /** Gateways, by company or code, by channel key, `env:NAME` or `const:NAME`. */
  readonly channels: Readonly<Record<string, string>>;
  /** The gateways that the shop has contracts with, by company or code. */
  readonly gateways: readonly string[];
  /** What a run should tell its user of the file, a line each. */
  readonly notes: readonly Text[];
  /** The kind that the configuration gives a file of payloads. */
  kindOf(file: string): string | undefined;
  /** The gateway, by company or code, that the configuration gives the calls of a file. */
  gatewayOf(file: string): string | undefined;
  /** Absent where nothing is. */
  isIgnored?(file: string): boolean;
}

/** A part of the configuration that says what it cannot. */
class Misplaced extends Error {
  constructor(
    readonly text: Text,
    readonly offset: number,
  ) {
    super(text.en);
  }
}

/**
 * Reads a configuration file.
 * @throws {UsageError} when it cannot be read or says what it cannot, with line and column.
 */
export function readConfigFile(file: string, cwd: string): Config {
  const name = relative(cwd, file);
  let text: string;
  try {
    text = readFileSync(file, "utf8").replace(/^\ufeff/, "");
  } catch (error) {
    throw new UsageError(about(name, reason(error)));
  }
  try {
    return configIn(treeOf(text), name, dirname(file), cwd);
  } catch (error) {
    if (!(error instanceof Misplaced)) throw error;
    const { line, column } = new Positions(text).at(error.offset);
    throw new UsageError(about(`${name}:${line}:${column}`, error.text));
  }
}

function treeOf(text: string): Node {
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { allowTrailingComma: true });
  const [error] = errors;
  if (error) {
    const words = printParseErrorCode(error.error).replace(/(?<=[a-z])(?=[A-Z])/g, " ");
    throw new Misplaced(brokenJson(words.toLowerCase()), error.offset);
  }
  if (!tree) throw new Misplaced(brokenJson("value expected"), 0);
  return tree;
}

const brokenJson = (words: string): Text => ({
  en: `broken JSON: ${words}`,
  ko: `JSON 문법 오류: ${words}`,
});

/** A complaint about a value that is of another type than it must be. */
const mustBe = (what: string, { en, ko }: Text): Text => ({
  en: `${what} must be ${en}`,
  ko: `${ko} 합니다: ${what}`,
});

/** Has a check's complaint point at a node. */
function at<Result>(node: Node, check: () => Result): Result {
  try {
    return check();
  } catch (error) {
    if (error instanceof UsageError) throw new Misplaced(error.text, node.offset);
    throw error;
  }
}

const nameAt = <Name extends string>(node: Node, what: Noun | Text, known: readonly Name[]): Name =>
  at(node, () => oneOf(what, node.value, known));

interface Member {
  readonly key: Node;
  readonly name: string;
  readonly value: Node;
}

/** The members of an object by name; of a name given twice the last counts, as in JSON. */
function membersAt(node: Node, what: string, keys?: readonly string[]): Map<string, Member> {
  if (node.type !== "object") {
    throw new Misplaced(mustBe(what, { en: "an object", ko: "객체여야" }), node.offset);
  }
  const members = new Map<string, Member>();
  for (const { children = [] } of node.children ?? []) {
    const [key, value] = children as [Node, Node];
    const name = String(key.value);
    if (keys && !keys.includes(name)) {
      at(key, () => {
        throw unknownName({ en: `key of ${what}`, ko: "설정 키" }, name, keys);
      });
    }
    members.set(name, { key, name, value });
  }
  return members;
}

function itemsAt(node: Node, what: string): readonly Node[] {
  if (node.type !== "array") {
    throw new Misplaced(mustBe(what, { en: "a list", ko: "배열이어야" }), node.offset);
  }
  return node.children ?? [];
}

function globsAt(node: Node, what: string): string[] {
  const nodes = node.type === "array" ? (node.children ?? []) : [node];
  return nodes.map((one) => {
    if (one.type === "string") return one.value as string;
    const wanted = { en: "a glob or a list of them", ko: "glob이나 glob 배열이어야" };
    throw new Misplaced(mustBe(what, wanted), one.offset);
  });
}

const keys = [
  "$schema",
  "environment",
  "locale",
  "rules",
  "channels",
  "gateways",
  "files",
  "ignores",
];

function configIn(tree: Node, name: string, folder: string, cwd: string): Config {
  const config = membersAt(tree, "the configuration", keys);
  const read = <Result>(key: string, reading: (node: Node) => Result): Result | undefined => {
    const node = config.get(key)?.value;
    return node && reading(node);
  };
  const matcher = (globs: readonly string[]) => {
    const matches = picomatch([...globs], { dot: true });
    return (file: string) => matches(relative(folder, resolve(cwd, file)).split(sep).join("/"));
  };
  const environment = read("environment", (node) => nameAt(node, "environment", environments));
  const locale = read("locale", (node) => nameAt(node, "locale", locales));
  const entries = read("files", (node) => entriesAt(node, matcher)) ?? [];
  const ignored = read("ignores", (node) => globsAt(node, "ignores")) ?? [];
  const channels = read("channels", channelsAt) ?? new Map<string, string>();
  const unfilled = [...channels]
    .filter(([, gateway]) => gateway === "")
    .map(([channel]) => channel);
  return {
    ...(environment !== undefined && { environment }),
    ...(locale !== undefined && { locale }),
    rules: new Map(read("rules", severitiesAt) ?? []),
    channels: Object.fromEntries([...channels].filter(([, gateway]) => gateway !== "")),
    gateways:
      read("gateways", (node) =>
        itemsAt(node, "gateways").map((one) => nameAt(one, "gateway", gatewayNames)),
      ) ?? [],
    notes:
      unfilled.length > 0
        ? [
            about(name, {
              en: `channels without a gateway yet: ${unfilled.join(", ")}`,
              ko: `PG사를 아직 지정하지 않은 채널: ${unfilled.join(", ")}`,
            }),
          ]
        : [],
    kindOf: (file) => entries.find(({ kind, matches }) => kind && matches(file))?.kind,
    gatewayOf: (file) => entries.find(({ gateway, matches }) => gateway && matches(file))?.gateway,
    ...(ignored.length > 0 && { isIgnored: matcher(ignored) }),
  };
}

function severitiesAt(node: Node): [string, Severity | "off"][] {
  const ids = rules.map(({ id }) => id);
  return [...membersAt(node, "rules").values()].map(({ key, name, value }) => [
    nameAt(key, "rule", ids),
    nameAt(value, { en: `severity of ${name}`, ko: `심각도(${name})` }, severities),
  ]);
}

/** How code reads a variable of its environment, and the name it reads. */
const environmentRead = /^(?:process|import\.meta)\.env\.(\w+)$/;

function channelsAt(node: Node): Map<string, string> {
  const channels = new Map<string, string>();
  for (const { key, name, value } of membersAt(node, "channels").values()) {
    const [, read] = environmentRead.exec(name) ?? [];
    if (read !== undefined) {
      const words = {
        en: `write env:${read} for the environment variable ${read}`,
        ko: `환경 변수는 env:${read} 형식으로 작성하세요`,
      };
      throw new Misplaced(words, key.offset);
    }
    if (/^(?:env|const):(?![\p{L}_$][\p{L}\p{N}_$]*$)/u.test(name)) {
      const said = JSON.stringify(name);
      const words = { en: `${said} names no variable`, ko: `변수 이름이 아닙니다: ${said}` };
      throw new Misplaced(words, key.offset);
    }
    const gateway =
      value.value === ""
        ? ""
        : nameAt(value, { en: `gateway of ${name}`, ko: `PG사(${name})` }, gatewayNames);
    channels.set(name, gateway);
  }
  return channels;
}

function entriesAt(node: Node, matcher: (globs: readonly string[]) => (file: string) => boolean) {
  return itemsAt(node, "files").map((entry) => {
    const members = membersAt(entry, "an entry of files", ["files", "kind", "gateway"]);
    const [files, kind, gateway] = ["files", "kind", "gateway"].map(
      (key) => members.get(key)?.value,
    );
    return {
      matches: matcher(globsAt(files ?? entry, "files of an entry of files")),
      kind: kind && nameAt(kind, "kind", Object.keys(kinds)),
      gateway: gateway && nameAt(gateway, "gateway", gatewayNames),
    };
  });
}
