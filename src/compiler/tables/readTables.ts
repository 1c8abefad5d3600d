import { checkClients } from "./clients.js";
import { codeRuleRows } from "./codeRules.js";
import type { TableFiles } from "./files.js";
import { readFiles } from "./files.js";
import { checkGateways, gatewayRows, withCodes } from "./gateways.js";
import { checkIssuers, joinIssuers } from "./issuers.js";
import { migrationOf } from "./migration.js";
import { checkMigration } from "./migrationChecks.js";
import { Problems } from "./problems.js";
import { checkReferences, checkRules } from "./references.js";
import { resolveKinds } from "./resolve.js";
import { checkRefs, refsOf } from "./sources.js";
import type { KindTables, Tables } from "./types.js";
import { webhookNamesOf } from "./webhookNames.js";

/**
 * Reads the tables below a folder laid out as `schemas/` is.
 * @throws {TableError} naming everything that is wrong with them by file, row and reason: first with the files each by
 * itself, then with what they name of each other.
 */
export function readTables(root: string): Tables {
  const problems = new Problems();
  const files = readFiles(root, problems);
  problems.throwIfAny();
  const gateways = gatewayRows(files.companies);
  checkGateways(gateways, files.sources, problems);
  checkIssuerTables(files, problems);
  const resolved = resolveKinds(files, gateways, problems);
  for (const kind of resolved) checkReferences({ ...kind, files, gateways, problems });
  const kinds = resolved.map(({ tables }) => tables);
  for (const { file, content } of files.paths) {
    checkRefs(refsOf(content.source), files.sources, { file, row: "source" }, problems);
  }
  const apis = files.paths.map(({ version, content: { source: _, ...api } }) => ({
    version,
    ...api,
  }));
  const codeRules = codeRuleRows(files, problems);
  checkClients(files.clients, kinds, problems);
  checkRules(files, [...kinds.flatMap(idsOf), ...codeRules.map(({ id }) => id)], problems);
  checkMigration(files, kinds, gateways, problems);
  problems.throwIfAny();
  const { sources, secrets, services, servers, sdks, methodNames } = files;
  const clients = files.clients.content;
  const webhookNames = webhookNamesOf(files.webhookNames);
  const migration = migrationOf(
    files.migration,
    (version, name) => kinds.find(({ row }) => row.kind === `portone.${version}.${name}`),
    services,
  );
  const formats = withCodes(files.formats, gateways);
  const answers = Object.fromEntries(
    [...files.rules].flatMap(([id, { content }]) =>
      content.answers ? [[id, content.answers] as const] : [],
    ),
  );
  const shared = {
    sources,
    formats,
    secrets,
    services,
    clients,
    servers,
    sdks,
    codeRules,
    methodNames,
    webhookNames,
  };
  return { ...shared, apis, gateways, migration, answers, kinds };
}

const idsOf = ({ rules, notes }: KindTables) => [...rules.map(({ id }) => id), ...notes];

function checkIssuerTables({ issuers, companies, sources }: TableFiles, problems: Problems): void {
  const tables = [
    { file: issuers.file, table: issuers.content },
    ...companies.flatMap(({ issuers: own }) =>
      own ? [{ file: own.file, table: joinIssuers(issuers, own, problems) }] : [],
    ),
  ];
  for (const { file, table } of tables) {
    checkIssuers(file, table, problems);
    for (const [name, { source }] of Object.entries(table.columns)) {
      checkRefs(refsOf(source), sources, { file, row: name }, problems);
    }
  }
}
