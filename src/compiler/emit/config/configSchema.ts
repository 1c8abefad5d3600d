import { environments, locales, ruleLevels } from "../../../choices.js";
import type { Gateway, Rule } from "../../../validator/types.js";

/** JSON Schema of `paylint.config.json`, for editors. */
export function configSchema(
  kinds: readonly string[],
  rules: readonly Rule[],
  gateways: readonly Gateway[],
): object {
  const names = [...new Set(gateways.flatMap(({ company, code }) => [company, code]))].sort();
  const severity = { enum: ruleLevels };
  const groups = [...new Set(rules.map(({ id }) => id.split("/")[0] as string))].sort();
  const severitiesByName = {
    type: "object",
    additionalProperties: false,
    properties: Object.fromEntries([
      ...groups.map((group) => [
        `${group}/*`,
        { description: `Every rule of ${group}.`, ...severity },
      ]),
      ...rules.map(({ id, name, severity: own }) => [
        id,
        { description: `${name.en} (${own})`, ...severity },
      ]),
    ]),
  };
  const severitiesOf = (description: string) => ({ description, $ref: "#/$defs/severities" });
  const globs = {
    anyOf: [{ type: "string" }, { type: "array", items: { type: "string" } }],
  };
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: "urn:paylint:config",
    title: "paylint.config.json",
    type: "object",
    additionalProperties: false,
    properties: {
      $schema: { type: "string" },
      extends: {
        description:
          "Configurations that this one builds on: paths from this file's folder, or files of packages. This one counts more.",
        ...globs,
      },
      environment: {
        description: "Where the payloads are used. any, the default: on PC and mobile both.",
        enum: environments,
      },
      locale: { description: "Language of the messages.", enum: locales },
      rules: severitiesOf(
        "Severities of rules, or of groups of rules, that are not to have their own.",
      ),
      channels: {
        description:
          "The gateway of each channel, by company or code. A key is a channel key, env:NAME for an environment variable or const:NAME for a constant that holds one. An empty value is not filled in yet.",
        type: "object",
        additionalProperties: { enum: ["", ...names] },
      },
      gateways: {
        description:
          "The gateways that the shop has contracts with, by company or code. A call whose channel is not known is judged by what holds at all of them.",
        type: "array",
        uniqueItems: true,
        items: { enum: names },
      },
      files: {
        description:
          "What counts for some files; of entries that say the same, the first that matches counts.",
        type: "array",
        items: {
          type: "object",
          additionalProperties: false,
          required: ["files"],
          properties: {
            files: { description: "Globs, relative to this file's folder.", ...globs },
            kind: { description: "The kind of payloads in JSON, YAML or NDJSON.", enum: kinds },
            gateway: {
              description: "The gateway of payment calls that do not say theirs.",
              enum: names,
            },
            rules: severitiesOf("Severities of rules in these files."),
          },
        },
      },
      ignores: { description: "Globs of files that are not looked at.", ...globs },
    },
    $defs: { severities: severitiesByName },
  };
}
