import type { Fault, Term } from "../../validator/compiled.js";
import type { Locale } from "../../validator/types.js";
import { shapeAt, shortSpellings } from "../tables/shapeAt.js";
import type { KindTables } from "../tables/types.js";
import { escapeMarkdown, keyPath } from "./markdown.js";

const root = { en: "the payload", ko: "결제 데이터" };
/** What the paths are called where a message names them again. */
const again = { en: "them", ko: "이" };
const companies = { en: "the card company", ko: "이" };

/** What a fault's message says of any payload that has the fault; `…` stands for what the payload gives. */
export function faultWords(
  { message, terms = {} }: Pick<Fault, "message" | "terms">,
  paths: readonly string[],
  { gateway, issuers, shape }: Pick<KindTables, "gateway" | "issuers" | "shape">,
  locale: Locale,
): string {
  const named = (code: string) => issuers.rows.find((row) => row.code === code)?.[locale] ?? code;
  const prefix = shapeAt(shape, paths[0] as string)?.["x-prefix"];
  const term = (value: Term): string => {
    if (typeof value === "string") return shortSpellings(value.split(", "), prefix).join(", ");
    if (typeof value !== "object") return value.toLocaleString("en-US");
    return "issuers" in value ? value.issuers.map(named).join(", ") : value[locale];
  };
  let isNamed = false;
  const pathWords = (): string => {
    if (isNamed && paths.length > 1) return again[locale];
    isNamed = true;
    return paths.map((path) => (path === "" ? root[locale] : `\`${keyPath(path)}\``)).join(", ");
  };
  const fill = (name: string): string => {
    if (name === "path") return pathWords();
    if (name === "gateway") return escapeMarkdown(gateway[locale]);
    if (name === "issuer") return companies[locale];
    if (name.startsWith("/")) return `\`${keyPath(name)}\``;
    const value = terms[name];
    return value === undefined ? "…" : escapeMarkdown(term(value));
  };
  const template = message[locale].replaceAll("({label})", "");
  return (paths.length > 1 && locale === "en" ? plural(template) : template)
    .split(/\{([^{}]+)\}/)
    .map((part, index) => (index % 2 === 0 ? escapeMarkdown(part) : fill(part)))
    .join("");
}

/** An English message about several paths. */
const plural = (template: string): string =>
  template.replace(/^\{path\} (is|has|takes)\b/, (_, verb: string) => `{path} ${plurals[verb]}`);

const plurals: Readonly<Record<string, string>> = { is: "are", has: "have", takes: "take" };
