import { environments, gatewaysOf, locales, severities } from "../../../choices.js";
import type { Rule } from "../../../validator/types.js";

/** JSON Schema of `paylint.config.json`, for editors. */
export function configSchema(kinds: readonly string[], rules: readonly Rule[]): object {
  const gateways = gatewaysOf(kinds);
  const severity = { enum: severities };
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
      environment: {
        description: "Where the payloads are used. any, the default: on PC and mobile both.",
        enum: environments,
      },
      locale: { description: "Language of the messages.", enum: locales },
      rules: {
        description: "Severities of rules that are not to have their own.",
        type: "object",
        additionalProperties: false,
        properties: Object.fromEntries(
          rules.map(({ id, name, severity: own }) => [
            id,
            { description: `${name.en} (${own})`, ...severity },
          ]),
        ),
      },
      channels: {
        description: "The gateway of each channel key, as pg names it.",
        type: "object",
        additionalProperties: { type: "string", examples: gateways },
      },
      files: {
        description: "What files hold, the first that matches counts.",
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
              enum: gateways,
            },
          },
        },
      },
      ignores: { description: "Globs of files that are not looked at.", ...globs },
    },
  };
}
