import { holdsPayloadInOrder, type QuickLook, quickLook } from "../lint/fastPath.js";
import type { Target } from "./files/discover.js";
import type { Findings } from "./findings.js";
import type { CheckingOptions } from "./lintPayloads.js";
import { blockOf } from "./ndjson/chunks.js";
import { isLinesFormat } from "./ndjson/lines.js";

/** Checks the payloads that a file of data holds. What reads it closely is loaded only where there is something to be said. */
export async function lintData(
  text: string,
  target: Pick<Target, "file" | "ending" | "named">,
  options: CheckingOptions,
): Promise<Findings> {
  const { inOrder = 0, left } = (await lookAt(text, target, options)) ?? {};
  if (left?.size === 0) return { ...nothing, payloads: inOrder };
  const { lintPayloads } = await import("./lintPayloads.js");
  const findings = await lintPayloads(text, target, options, { firstLine: 1, lines: left });
  return { ...findings, payloads: inOrder + findings.payloads };
}

const nothing: Omit<Findings, "payloads"> = {
  found: [],
  calls: 0,
  skipped: [],
  unchecked: [],
  hidden: [],
  troubles: [],
  isHopeless: false,
};

async function lookAt(
  text: string,
  { file, ending }: Pick<Target, "file" | "ending">,
  options: CheckingOptions,
): Promise<QuickLook | undefined> {
  if (isLinesFormat(ending)) return quickLook(blockOf(Buffer.from(text), 1), file, options);
  const isJson = ending === ".json" || ending === ".jsonc";
  const isInOrder = isJson && (await holdsPayloadInOrder(text, file, options));
  return isInOrder ? { inOrder: 1, left: new Set() } : undefined;
}
