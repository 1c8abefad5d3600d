import type { RuleExample } from "../../../examples/ruleExample.js";
import type { CodeRule } from "../../../lint/findings/codeRules.js";
import type { TextFaults } from "../../../lint/findings/textFaults.js";
import type { FaultAnywhere } from "../../../validator/compiled.js";
import type { Text } from "../../../validator/types.js";
import { kindNames } from "../../kindNames.js";
import { citeSources } from "../../plan/citeSources.js";
import type { KindPlan } from "../../plan/fault.js";
import { columnsRead, tellsIssuersApart } from "../../plan/issuerColumns.js";
import type { TextFault } from "../../tables/ruleTypes.js";
import type { Tables } from "../../tables/types.js";
import { basicsOf } from "../facts.js";
import { writeCallKinds } from "./callKinds.js";
import { banner, declareConstants, docComment, type Files } from "./moduleText.js";

/** A module of `generated/` that holds one value. */
interface Constant {
  readonly name: string;
  readonly value: object;
  readonly doc: string;
  readonly type: string;
  /** The name that the type needs, and where it is. */
  readonly from?: readonly [name: string, module: string];
}

function writeConstant({ name, value, doc, type, from }: Constant, build: Files): void {
  const imports = from ? [`import type { ${from[0]} } from "${from[1]}";`] : [];
  const declaration = [docComment(doc), `export declare const ${name}: ${type};`];
  build.set(
    `generated/${name}.js`,
    `${banner}\n${declareConstants({ [name]: value })}\nexport { ${name} };\n`,
  );
  build.set(`generated/${name}.d.ts`, [banner, ...imports, ...declaration, ""].join("\n"));
}

const gatewaysDoc = `The gateway codes of both versions of PortOne's API. The main code of a company comes before its other codes.
@see \`schemas/gateways\`, which cites a document for each code.
@example
\`\`\`ts
import { gateways } from "paylint";

const codes = gateways.filter(({ company }) => company === "nice");
console.log(codes.map(({ version, code }) => \`\${version} \${code}\`));
\`\`\`

\`\`\`text
[ 'v1 nice_v2', 'v1 nice', 'v2 nice_v2' ]
\`\`\``;

/** Writes the modules that hold what all kinds have in common. */
export function writeConstants(
  tables: Tables,
  plans: readonly KindPlan[],
  ruleExamples: Readonly<Record<string, RuleExample>>,
  build: Files,
): void {
  const constants: Constant[] = [
    {
      name: "ruleExamples",
      value: ruleExamples,
      doc: "Texts that break each rule, by its id. Notes have none.",
      type: "Readonly<Record<string, RuleExample>>",
      from: ["RuleExample", "../examples/ruleExample.js"],
    },
    {
      name: "answers",
      value: tables.answers,
      doc: "Texts that PortOne or a gateway answers with, by the id of the rule that is broken then.",
      type: "Readonly<Record<string, readonly { readonly text: string; readonly seen: string }[]>>",
    },
    {
      name: "gateways",
      value: tables.gateways.map(({ source: _, ...gateway }) => gateway),
      doc: gatewaysDoc,
      type: "readonly Gateway[]",
      from: ["Gateway", "../validator/types.js"],
    },
    {
      name: "issuerTables",
      value: issuerTables(plans),
      doc: "What each kind's gateway asks for each card company.",
      type: "Readonly<Record<string, { readonly columns: Readonly<Record<string, Text & { readonly identifies?: true }>>; readonly words: Readonly<Record<string, Text>>; readonly rows: readonly Readonly<Record<string, string | number>>[] }>>",
      from: ["Text", "../validator/types.js"],
    },
    {
      name: "textFaults",
      value: textFaults(tables),
      doc: "What is said of what only the text of a file shows.",
      type: "TextFaults",
      from: ["TextFaults", "../lint/findings/textFaults.js"],
    },
    {
      name: "clients",
      value: Object.values(tables.clients).map(({ edition: _, url: __, ...client }) => client),
      doc: "What packages that call PortOne's REST API are given in server code.",
      type: "readonly Client[]",
      from: ["Client", "../extract/program/clients/model.js"],
    },
    {
      name: "servers",
      value: Object.values(tables.servers).map(({ edition: _, url: __, ...library }) => library),
      doc: "By what libraries server code receives requests, and reads them.",
      type: "readonly ServerLibrary[]",
      from: ["ServerLibrary", "../extract/program/webhooks/servers.js"],
    },
    {
      name: "sdks",
      value: tables.sdks,
      doc: "By what code hands payloads over.",
      type: "readonly Sdk[]",
      from: ["Sdk", "../extract/sdks.js"],
    },
    {
      name: "methodNames",
      value: tables.methodNames,
      doc: "What ways to pay are called, by the names that payloads give them, in lower case.",
      type: "Readonly<Record<string, Text>>",
      from: ["Text", "../validator/types.js"],
    },
    {
      name: "webhookNames",
      value: tables.webhookNames,
      doc: "By what names code tells what it does with a webhook.",
      type: "WebhookNames",
      from: ["WebhookNames", "../extract/webhookWords.js"],
    },
    {
      name: "apis",
      value: tables.apis,
      doc: "The requests that PortOne's REST API takes.",
      type: "readonly Api[]",
      from: ["Api", "../extract/apis.js"],
    },
    {
      name: "secretsInCode",
      value: tables.secrets.inCode,
      doc: "What is secret in source code.",
      type: "SecretsInCode",
      from: ["SecretsInCode", "../extract/secrets.js"],
    },
    {
      name: "codeRules",
      value: codeRules(tables),
      doc: "What is wrong with what code does around a payment.",
      type: "readonly CodeRule[]",
      from: ["CodeRule", "../lint/findings/codeRules.js"],
    },
  ];
  for (const constant of constants) writeConstant(constant, build);
  writeCallKinds(tables, build);
}

/** The issuer tables of the kinds whose rules tell card companies apart, with the columns that the rules read. */
const issuerTables = (plans: readonly KindPlan[]) =>
  Object.fromEntries(
    plans.filter(tellsIssuersApart).map(({ tables }) => {
      const { columns, words, rows } = tables.issuers;
      const read = columnsRead(tables);
      const shown = Object.entries(columns).filter(
        ([name, { identifies }]) => identifies || read.has(name),
      );
      return [tables.row.kind, { columns: Object.fromEntries(shown), words, rows }];
    }),
  );

/** What is said of what only the text of a file shows. */
function textFaults({ kinds, sources }: Tables): TextFaults {
  const all = kinds.flatMap(({ row, rules, gateway }) =>
    rules.map((rule) => ({ row, rule, gateway })),
  );
  const rowThatFinds = (what: TextFault) => {
    const found = all.find(({ rule }) => rule.finds === what);
    if (!found) throw new Error(`no rule finds ${what}`);
    return found.rule;
  };
  const basics = (what: TextFault) => basicsOf(rowThatFinds(what), sources);
  const fixTitle = (what: TextFault) => {
    const { id, fix } = rowThatFinds(what);
    if (!fix) throw new Error(`${id} says no fix`);
    return fix.title;
  };
  return {
    duplicateKey: { ...basics("duplicate-key"), fix: fixTitle("duplicate-key") },
    unparsable: basics("unparsable"),
    continuation: { ...basics("continuation"), fix: fixTitle("continuation") },
    unusedSuppression: basics("unused-suppression"),
    unknownDirective: basics("unknown-directive"),
    scripts: all
      .filter(({ rule }) => rule.finds === "script")
      .map(({ row, rule, gateway }) => ({
        ...namingGateway(basicsOf(rule, sources), gateway),
        gateway: kindNames(row.kind).gateway,
        pattern: rule.test?.pattern ?? "",
      })),
  };
}

const namingGateway = (fault: FaultAnywhere, gateway: Text): FaultAnywhere => ({
  ...fault,
  message: {
    en: fault.message.en.replaceAll("{gateway}", gateway.en),
    ko: fault.message.ko.replaceAll("{gateway}", gateway.ko),
  },
});

/** What is wrong with what code does around a payment. */
const codeRules = ({ codeRules: rows, sources }: Tables): CodeRule[] =>
  rows.map(({ id, severity, message, source, finds, at, pattern, notIn, inSamples }) => ({
    rule: id,
    severity,
    message,
    sources: citeSources(source, sources),
    finds,
    ...(at !== undefined && { at }),
    ...(pattern !== undefined && { pattern }),
    ...(notIn !== undefined && { notIn }),
    inSamples,
  }));
