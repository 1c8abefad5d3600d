import type { Findings } from "../dist/cli/findings.js";
import { lintSource } from "../dist/cli/lintSource.js";
import type { LintOptions } from "../dist/cli/options.js";

export const settings: LintOptions = {
  paths: [],
  config: {
    rules: new Map(),
    channels: {},
    kindOf: () => undefined,
    gatewayOf: () => undefined,
  },
  kind: undefined,
  pg: undefined,
  fix: "no",
  diff: false,
  environment: "any",
  locale: "en",
  format: "json",
  severities: new Map(),
  maxWarnings: undefined,
  quiet: false,
  stdinFilename: undefined,
};

/** What is found in a file of source code. */
export const lintText = (
  ending: string,
  text: string,
  options: Partial<LintOptions> = {},
): Promise<Findings> =>
  lintSource(text, { file: `a${ending}`, ending }, { ...settings, ...options });

/** The same as `line:column rule path`. */
export const lines = ({ found }: Findings): string[] =>
  found.map(
    ({ range, diagnostic }) =>
      `${range.line}:${range.column} ${diagnostic.rule} ${diagnostic.path}`,
  );
