import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseDocument } from "yaml";
import type { Service } from "../../extract/calls.js";
import type { Sdk } from "../../extract/sdks.js";
import type { Text } from "../../validator/types.js";
import { readMetaSchemas } from "./metaSchemas.js";
import {
  type MigrationFiles,
  type WrittenCodeMapping,
  type WrittenConversions,
  type WrittenMapping,
  withIssuers,
} from "./migration.js";
import type { Problems } from "./problems.js";
import { joinSources } from "./sources.js";
import type { ClientRow, Formats, SecretsTable, ServerRow, Sources } from "./types.js";
import type { WrittenWebhookNames } from "./webhookNames.js";
import type {
  WrittenCodeRule,
  WrittenGateway,
  WrittenIssuers,
  WrittenKeys,
  WrittenKind,
  WrittenPaths,
  WrittenRows,
  WrittenRule,
  WrittenSources,
  WrittenSpellings,
  WrittenTable,
} from "./written.js";

/** A file and what is in it. */
export interface TableFile<Content> {
  /** Path below the root of the tables. */
  readonly file: string;
  readonly content: Content;
}

/** What PortOne asks of one kind of payload. */
export interface NeutralFiles {
  readonly version: string;
  /** Name of the kind: that of its folder. */
  readonly name: string;
  readonly kind: TableFile<WrittenKind>;
  readonly keys: TableFile<WrittenKeys>;
  readonly rules: TableFile<WrittenRows>;
  /** What `properties.yaml` of the version describes. */
  readonly properties: WrittenKeys;
}

/** What one code of a gateway company adds to a kind. */
export interface GatewayFiles {
  readonly company: string;
  readonly code: string;
  readonly version: string;
  readonly name: string;
  readonly table: TableFile<WrittenTable>;
}

/** The files of a gateway company. */
export interface CompanyFiles {
  readonly company: string;
  readonly gateway: TableFile<WrittenGateway>;
  readonly issuers: TableFile<WrittenIssuers> | undefined;
}

/** The paths of a version of PortOne's REST API. */
export interface PathsFile extends TableFile<WrittenPaths> {
  readonly version: string;
}

/** The tables as they lie on the disk, each file checked by its schema in `meta/`. */
export interface TableFiles {
  readonly sources: Sources;
  readonly formats: Formats;
  readonly secrets: SecretsTable;
  readonly services: Readonly<Record<string, Service>>;
  readonly clients: TableFile<Readonly<Record<string, ClientRow>>>;
  readonly servers: Readonly<Record<string, ServerRow>>;
  readonly sdks: readonly Sdk[];
  readonly methodNames: Readonly<Record<string, Text>>;
  readonly webhookNames: WrittenWebhookNames;
  readonly paths: readonly PathsFile[];
  readonly codeRules: TableFile<{ readonly rules: readonly WrittenCodeRule[] }>;
  readonly spellings: WrittenSpellings;
  readonly migration: MigrationFiles;
  /** The words of the rules, by id, in the order of their files. */
  readonly rules: ReadonlyMap<string, TableFile<WrittenRule>>;
  readonly issuers: TableFile<WrittenIssuers>;
  readonly neutral: readonly NeutralFiles[];
  readonly companies: readonly CompanyFiles[];
  readonly gateways: readonly GatewayFiles[];
}

/**
 * Reads every file below a folder laid out as `schemas/` is.
 * @throws {TableError} naming every row that its schema does not allow.
 */
export function readFiles(root: string, problems: Problems): TableFiles {
  const reader = new TableReader(root, problems);
  const neutral = reader.neutral();
  const companies = reader.companies();
  const declared = [
    reader.file<WrittenSources>("sources.yaml", "sources"),
    ...companies.map(({ gateway }) => ({
      file: gateway.file,
      content: gateway.content.sources ?? {},
    })),
  ];
  const files = {
    formats: reader.file<Formats>("formats.yaml", "formats").content,
    secrets: reader.file<SecretsTable>("secrets.yaml", "secrets").content,
    services: reader.file<Pick<TableFiles, "services">>("services.yaml", "services").content
      .services,
    clients: reader.file<TableFiles["clients"]["content"]>("clients.yaml", "clients"),
    servers: reader.file<TableFiles["servers"]>("servers.yaml", "servers").content,
    sdks: reader.file<Pick<TableFiles, "sdks">>("sdks.yaml", "sdks").content.sdks,
    methodNames: reader.file<TableFiles["methodNames"]>("methods.yaml", "methods").content,
    webhookNames: reader.file<WrittenWebhookNames>("webhookNames.yaml", "webhookNames").content,
    paths: reader.paths(),
    codeRules: reader.file<TableFiles["codeRules"]["content"]>("codeRules.yaml", "codeRules"),
    spellings: reader.file<WrittenSpellings>("spellings.yaml", "spellings").content,
    migration: reader.migration(),
    rules: reader.rules(),
    issuers: reader.file<WrittenIssuers>("portone/issuers.yaml", "issuers"),
    ...{ neutral, companies },
    gateways: reader.gateways(companies),
  };
  problems.throwIfAny();
  const sources = joinSources(
    declared.map(({ file, content }) => ({ file, sources: content })),
    problems,
  );
  const issuers = [files.issuers, ...companies.flatMap((company) => company.issuers ?? [])];
  const rows = issuers.flatMap(({ content }) => content.rows);
  return { ...files, migration: withIssuers(files.migration, rows), sources };
}

interface Yaml {
  readonly content: unknown;
  readonly errors: readonly string[];
}

/** What is in texts that have been read, since who reads the tables again finds most files as they were. */
const knownTexts = new Map<string, Yaml>();

/** What a text of YAML holds; an empty object where it is malformed. */
function yamlIn(text: string): Yaml {
  let known = knownTexts.get(text);
  if (!known) {
    const document = parseDocument(text);
    const errors = document.errors.map(({ message }) => message.trim());
    known = { errors, content: errors.length > 0 ? {} : (document.toJS() ?? {}) };
    knownTexts.set(text, known);
  }
  return { ...known, content: structuredClone(known.content) };
}

class TableReader {
  readonly #root: string;
  readonly #problems: Problems;
  readonly #check;

  constructor(root: string, problems: Problems) {
    this.#root = root;
    this.#problems = problems;
    this.#check = readMetaSchemas(join(root, "meta"));
  }

  /** A file; it is empty where it is malformed, which is noted. */
  file<Content>(file: string, sort: string): TableFile<Content> {
    const { content, errors } = yamlIn(readFileSync(join(this.#root, file), "utf8"));
    for (const message of errors) this.#problems.add(file, "(whole file)", message);
    const complaints = errors.length > 0 ? [] : this.#check(sort, content);
    for (const { row, reason } of complaints) this.#problems.add(file, row, reason);
    return { file, content: (complaints.length > 0 ? {} : content) as Content };
  }

  fileIfThere<Content>(file: string, sort: string): TableFile<Content> | undefined {
    return existsSync(join(this.#root, file)) ? this.file<Content>(file, sort) : undefined;
  }

  neutral(): NeutralFiles[] {
    return this.#folders("portone").flatMap((version) => {
      const folder = `portone/${version}`;
      const properties = this.fileIfThere<WrittenKeys>(`${folder}/properties.yaml`, "properties");
      return this.#folders(folder).map((name) => ({
        ...{ version, name },
        kind: this.file<WrittenKind>(`${folder}/${name}/kind.yaml`, "kind"),
        keys: this.file<WrittenKeys>(`${folder}/${name}/keys.yaml`, "keys"),
        rules: this.fileIfThere<WrittenRows>(`${folder}/${name}/rules.yaml`, "rules") ?? {
          file: `${folder}/${name}/rules.yaml`,
          content: {},
        },
        properties: properties?.content ?? {},
      }));
    });
  }

  paths(): PathsFile[] {
    return this.#folders("portone").flatMap((version) => {
      const file = this.fileIfThere<WrittenPaths>(`portone/${version}/paths.yaml`, "paths");
      return file ? [{ ...file, version }] : [];
    });
  }

  companies(): CompanyFiles[] {
    return this.#folders("gateways").map((company) => ({
      company,
      gateway: this.file<WrittenGateway>(`gateways/${company}/gateway.yaml`, "gateway"),
      issuers: this.fileIfThere<WrittenIssuers>(`gateways/${company}/issuers.yaml`, "issuers"),
    }));
  }

  gateways(companies: readonly CompanyFiles[]): GatewayFiles[] {
    return companies.flatMap(({ company }) =>
      this.#folders(`gateways/${company}`).flatMap((folder) => {
        const [code = "", version = ""] = folder.split(".");
        return this.#names(`gateways/${company}/${folder}`, ".yaml").map((name) => ({
          ...{ company, code, version, name },
          table: this.file<WrittenTable>(`gateways/${company}/${folder}/${name}.yaml`, "table"),
        }));
      }),
    );
  }

  rules(): Map<string, TableFile<WrittenRule>> {
    return new Map(
      this.#folders("rules").flatMap((group) =>
        this.#names(`rules/${group}`, ".yaml").map((name) => [
          `${group}/${name}`,
          this.file<WrittenRule>(`rules/${group}/${name}.yaml`, "rule"),
        ]),
      ),
    );
  }

  migration(): MigrationFiles {
    const file = (name: string) => `migration/${name}.yaml`;
    const pairs = this.#names("migration", ".yaml").filter((name) => name.includes("."));
    return {
      conversions: this.file<WrittenConversions>(file("conversions"), "conversions"),
      code: this.file<WrittenCodeMapping>(file("code"), "migrationCode"),
      mappings: new Map(
        pairs.map((name) => [name, this.file<WrittenMapping>(file(name), "migration")]),
      ),
    };
  }

  #folders(below: string): string[] {
    return readdirSync(join(this.#root, below), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name)
      .sort();
  }

  #names(below: string, ending: string): string[] {
    return readdirSync(join(this.#root, below))
      .filter((name) => name.endsWith(ending))
      .map((name) => name.slice(0, -ending.length))
      .sort();
  }
}
