import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readTables } from "../../src/compiler/tables/readTables.js";
import { parentsIn } from "../../src/extract/javascript/syntax/ast.js";
import { parse } from "../../src/extract/javascript/syntax/parse.js";

// No code knows a gateway: what the tables name is looked for in the texts and patterns of src.

const tables = readTables("schemas");

/** Names that are words of English, of JavaScript or of paylint's own, too. */
const plainWords = new Set([
  ...["cancel", "init", "payment", "post", "again", "schedule", "onetime", "unschedule"],
  ...["payments", "request", "version", "nice", "welcome", "settle", "data", "portone"],
]);

const rowsOf = Object.values(tables.services);

/** Names that the tables have, by what they are. */
const facts: Readonly<Record<string, readonly string[]>> = {
  host: [
    ...tables.apis.flatMap(({ host, otherHosts = [] }) => [host, ...otherHosts]),
    ...rowsOf.flatMap(({ hosts }) => hosts),
    ...["cdn.iamport.kr", "service.iamport.kr", "cdn.portone.io"],
  ],
  sender: tables.apis.flatMap(({ hook }) => hook.senders),
  gateway: tables.gateways.flatMap(({ code, company, bypass }) => [code, company, ...bypass]),
  SDK: tables.sdks.flatMap(({ globals = [], packages = [], functions = [], identity }) => [
    ...[...globals, ...packages, ...(identity ? [identity.name] : [])],
    ...functions.flatMap(({ name }) => name.replaceAll("()", "").split(".")),
  ]),
  secret: [
    ...rowsOf.flatMap(({ secrets, scheme = [] }) => [...secrets, scheme].flat()),
    tables.migration.code.authorization.secret,
  ],
  "card company": tables.kinds.flatMap(({ issuers }) => issuers.rows.map(({ en }) => en)),
  key: [
    ...tables.sdks.flatMap(({ orders = [] }) => orders.map(({ key }) => key)),
    ...tables.apis.flatMap(({ hook }) => hook.ids),
  ],
};

/** Files that show a name of the tables to people, as an example or in a sentence, with the names that they show. */
const shown: Readonly<Record<string, readonly string[]>> = {
  "src/cli/helpTexts.ts": ["inicis", "html5_inicis", "ksnet"],
  "src/compiler/documents/apiPage.ts": ["ksnet"],
  "src/compiler/emit/modules/constants.ts": ["nice_v2"],
  // paymentOutcome's own option.
  "src/compiler/emit/modules/kindComments.ts": ["paymentId"],
  "src/compiler/emit/modules/rulesModule.ts": ["ksnet"],
};

/** The texts and patterns of a file, which its comments, imports and own names are not. */
function textsIn(file: string): string[] {
  const parsed = parse(readFileSync(file, "utf8"), ".ts");
  if ("reason" in parsed) throw new Error(`${file}: ${parsed.reason}`);
  return [...parentsIn(parsed.root)].flatMap(([{ type, raw, value }, parent]) => {
    if (type === "TemplateElement") return (value as { readonly cooked: string }).cooked;
    const isText = type === "Literal" && typeof raw === "string";
    return isText && parent && !/^(?:Import|Export)/.test(parent.type) ? raw : [];
  });
}

const files = readdirSync("src", { recursive: true, encoding: "utf8" })
  .map((name) => `src/${name.replaceAll("\\", "/")}`)
  .filter((name) => name.endsWith(".ts"))
  .sort();

const texts = files.flatMap((file) =>
  textsIn(file).map((text) => ({ file, text: text.replaceAll("\\", "") })),
);

const escaped = (name: string) => name.replaceAll(/[.*+?^${}()|[\]\\/]/g, "\\$&");

describe("The code of src", () => {
  it.each(Object.entries(facts))("The code of src names no %s of the tables", (_, names) => {
    const sought = [...new Set(names)].filter((name) => !plainWords.has(name.toLowerCase()));
    expect(sought).not.toEqual([]);
    const pattern = new RegExp(`(?<![\\w-])(?:${sought.map(escaped).join("|")})(?![\\w-])`, "g");
    const found = texts.flatMap(({ file, text }) =>
      [...text.matchAll(pattern)]
        .filter(([name]) => !shown[file]?.includes(name))
        .map(([name]) => `${file}: ${name}`),
    );
    expect([...new Set(found)]).toEqual([]);
  });
});
