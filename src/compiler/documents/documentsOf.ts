import type { Locale, Rule } from "../../validator/types.js";
import type { Files } from "../emit/modules/moduleText.js";
import type { KindExamples } from "../examples/brokenPayload.js";
import { anyGateway, kindNames } from "../kindNames.js";
import type { Tables } from "../tables/types.js";
import {
  documentGatewayIndex,
  matrixPictures,
  matrixTitles,
  type VersionMatrices,
} from "./gatewayIndex.js";
import { companyMatrix, methodMatrix } from "./gatewayMatrices.js";
import { documentGateway, issuerPictureWords, pictureOf } from "./gatewayPage.js";
import { issuerMatrix } from "./issuerMatrix.js";
import { documentKinds, documentNeutralKinds, type KindDocuments } from "./kindsPage.js";
import { drawMatrix, type Matrix } from "./matrixPicture.js";
import type { Shown } from "./ruleExamples.js";
import { documentRules } from "./rulesPage.js";

/** Every generated document, by its path in the repository. */
export function documentsOf(
  tables: Tables,
  examples: readonly KindExamples[],
  rules: readonly Rule[],
  shown: ReadonlyMap<string, Shown>,
): Files {
  const documents: Files = new Map();
  for (const locale of ["en", "ko"] as const) {
    documents.set(`docs/rules.${endingOf(locale)}`, documentRules(locale, rules, shown));
    addKinds(tables, examples, rules, locale, documents);
    addGateways(tables, examples, rules, locale, documents);
  }
  return documents;
}

const endingOf = (locale: Locale) => (locale === "en" ? "md" : `${locale}.md`);

const ownerOf = ({ plan }: KindExamples) => kindNames(plan.tables.row.kind).gateway;
const versionOf = ({ plan }: KindExamples) => kindNames(plan.tables.row.kind).version;

const versionsIn = (examples: readonly KindExamples[]) => [...new Set(examples.map(versionOf))];

function sharedOf(
  { sources, formats }: Tables,
  examples: readonly KindExamples[],
  rules: readonly Rule[],
): KindDocuments {
  const neutral = examples
    .filter((one) => ownerOf(one) === anyGateway)
    .map(({ plan }) => [plan.tables.row.kind, plan] as const);
  return { sources, formats, rules, neutral: new Map(neutral) };
}

function addKinds(
  tables: Tables,
  examples: readonly KindExamples[],
  rules: readonly Rule[],
  locale: Locale,
  documents: Files,
): void {
  const ending = endingOf(locale);
  const shared = sharedOf(tables, examples, rules);
  const plans = examples.map(({ plan }) => plan);
  const pageOf = (kind: string) => {
    const { gateway, version } = kindNames(kind);
    return gateway === anyGateway
      ? `kinds/${gateway}.${version}.${ending}`
      : `gateways/${gateway}.${ending}`;
  };
  documents.set(`docs/kinds.${ending}`, documentKinds(locale, plans, pageOf));
  for (const version of versionsIn(examples)) {
    const own = [...shared.neutral.values()].filter(
      ({ tables: { row } }) => kindNames(row.kind).version === version,
    );
    documents.set(
      `docs/kinds/${anyGateway}.${version}.${ending}`,
      documentNeutralKinds(locale, version, own, shared),
    );
  }
}

function addGateways(
  tables: Tables,
  examples: readonly KindExamples[],
  rules: readonly Rule[],
  locale: Locale,
  documents: Files,
): void {
  const { gateways } = tables;
  const ending = endingOf(locale);
  const shared = sharedOf(tables, examples, rules);
  const owners = new Set(examples.map(ownerOf));
  for (const code of new Set(gateways.map((one) => one.code))) {
    if (!owners.has(code)) continue;
    const plans = examples.filter((one) => ownerOf(one) === code).map(({ plan }) => plan);
    const codes = gateways.filter((one) => one.code === code);
    documents.set(`docs/gateways/${code}.${ending}`, documentGateway(codes, plans, shared, locale));
    for (const { tables: kind } of plans) {
      const matrix = issuerMatrix(kind, locale);
      if (!matrix) continue;
      const picture = drawMatrix(matrix, issuerPictureWords(kind.gateway, locale));
      documents.set(`docs/gateways/${pictureOf(kind.row.kind, locale)}`, picture);
    }
  }
  const matrices = versionsIn(examples).flatMap((version) =>
    matricesOf(version, examples, tables, locale),
  );
  for (const { version, methods, companies } of matrices) {
    const pictures = matrixPictures(version, locale);
    const titles = matrixTitles(version, locale);
    documents.set(
      `docs/gateways/${pictures.methods}`,
      drawMatrix(withoutLast(methods), titles.methods),
    );
    if (companies) {
      documents.set(`docs/gateways/${pictures.companies}`, drawMatrix(companies, titles.companies));
    }
  }
  documents.set(
    `docs/gateways/README.${ending}`,
    documentGatewayIndex(gateways, (code) => owners.has(code), matrices, locale),
  );
}

/** The rare methods of the last column would make a picture too wide to read. */
const withoutLast = ({ head, rows }: Matrix): Matrix => ({
  head: head.slice(0, -1),
  rows: rows.map((cells) => cells.slice(0, -1)),
});

/** The tables of a version, over the kinds that name a method of payment. */
function matricesOf(
  version: string,
  examples: readonly KindExamples[],
  { gateways }: Tables,
  locale: Locale,
): VersionMatrices[] {
  const kinds = examples.filter(
    (one) => versionOf(one) === version && one.plan.tables.row.method !== undefined,
  );
  if (kinds.length === 0) return [];
  const plans = kinds.map(({ plan }) => plan);
  return [
    {
      version,
      methods: methodMatrix(plans, gateways, locale),
      companies: companyMatrix(kinds, gateways, locale),
    },
  ];
}
