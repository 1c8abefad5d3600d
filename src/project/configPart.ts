import { relative, resolve, sep } from "node:path";
import type { Node } from "jsonc-parser";
import picomatch from "picomatch";
import { environments, locales, ruleLevels } from "../choices.js";
import { gatewayNames } from "../gatewayFacts.js";
import { kinds } from "../generated/kinds.js";
import type { Environment, Locale } from "../validator/types.js";
import { at, globsAt, itemsAt, Misplaced, membersAt, nameAt, pathsAt } from "./configTree.js";
import { rulesNamed, type Severities, severitiesBy } from "./severities.js";

/** Whether a file, a path from the working folder, is meant. */
type Matcher = (file: string) => boolean;

/** What one configuration file says, of some files. */
export interface ConfigEntry {
  readonly matches: Matcher;
  readonly kind: string | undefined;
  readonly gateway: string | undefined;
  readonly rules: Severities;
}

/** What one configuration file says, without those that it extends. */
export interface ConfigPart {
  readonly environment: Environment | undefined;
  readonly locale: Locale | undefined;
  readonly rules: Severities;
  /** Channels with an empty text are not mapped. */
  readonly channels: ReadonlyMap<string, string>;
  readonly gateways: readonly string[] | undefined;
  readonly entries: readonly ConfigEntry[];
  readonly ignores: Matcher | undefined;
  /** The files that it builds on, with the nodes that name them. */
  readonly extended: readonly { readonly value: string; readonly offset: number }[];
}

const keys = [
  "$schema",
  "extends",
  "environment",
  "locale",
  "rules",
  "channels",
  "gateways",
  "files",
  "ignores",
];

/**
 * What the tree of a configuration file says.
 * @param folder the file's folder, in which its globs begin
 * @throws {Misplaced} for what it cannot say
 */
export function partIn(tree: Node, folder: string, cwd: string): ConfigPart {
  const config = membersAt(tree, "the configuration", keys);
  const read = <Result>(key: string, reading: (node: Node) => Result): Result | undefined => {
    const node = config.get(key)?.value;
    return node && reading(node);
  };
  const matcher = (globs: readonly string[]): Matcher => {
    const matches = picomatch([...globs], { dot: true });
    return (file) => matches(relative(folder, resolve(cwd, file)).split(sep).join("/"));
  };
  return {
    environment: read("environment", (node) => nameAt(node, "environment", environments)),
    locale: read("locale", (node) => nameAt(node, "locale", locales)),
    rules: read("rules", severitiesAt) ?? new Map(),
    channels: read("channels", channelsAt) ?? new Map(),
    gateways: read("gateways", (node) =>
      itemsAt(node, "gateways").map((one) => nameAt(one, "gateway", gatewayNames)),
    ),
    entries:
      read("files", (node) => itemsAt(node, "files").map((one) => entryAt(one, matcher))) ?? [],
    ignores: read("ignores", (node) => matcher(globsAt(node, "ignores"))),
    extended: read("extends", (node) => pathsAt(node, "extends")) ?? [],
  };
}

function severitiesAt(node: Node): Severities {
  return severitiesBy(
    [...membersAt(node, "rules").values()].map(({ key, name, value }) => {
      at(key, () => rulesNamed(name));
      const what = { en: `severity of ${name}`, ko: `심각도(${name})` };
      return [name, nameAt(value, what, ruleLevels)] as const;
    }),
  );
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
      const words = {
        en: `${said} is not the name of a variable`,
        ko: `변수 이름이 아닙니다: ${said}`,
      };
      throw new Misplaced(words, key.offset);
    }
    const what = { en: `gateway of ${name}`, ko: `PG사(${name})` };
    channels.set(name, value.value === "" ? "" : nameAt(value, what, gatewayNames));
  }
  return channels;
}

const entryKeys = ["files", "kind", "gateway", "rules"];

function entryAt(entry: Node, matcher: (globs: readonly string[]) => Matcher): ConfigEntry {
  const members = membersAt(entry, "an entry of files", entryKeys);
  const [files, kind, gateway, rules] = entryKeys.map((key) => members.get(key)?.value);
  return {
    matches: matcher(globsAt(files ?? entry, "files of an entry of files")),
    kind: kind && nameAt(kind, "kind", Object.keys(kinds)),
    gateway: gateway && nameAt(gateway, "gateway", gatewayNames),
    rules: rules ? severitiesAt(rules) : new Map(),
  };
}
