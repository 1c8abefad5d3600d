import type { LintOptions } from "../lint/types.js";
import type { Config } from "./configFile.js";
import type { Severities } from "./severities.js";

/**
 * What a configuration says of a file, as the linter takes it.
 * @param file a path from the working folder
 * @param severities what counts more than the configuration's severities
 */
export function optionsByConfig(
  file: string,
  config: Config,
  severities: Severities = new Map(),
): Pick<LintOptions, "rules" | "channels" | "gateways" | "fallbackKind" | "gateway"> {
  const fallbackKind = config.kindOf(file);
  const gateway = config.gatewayOf(file);
  return {
    rules: Object.fromEntries([...config.rulesOf(file), ...severities]),
    channels: config.channels,
    gateways: config.gateways,
    ...(fallbackKind !== undefined && { fallbackKind }),
    ...(gateway !== undefined && { gateway }),
  };
}
