import { quickLook } from "../../lint/fastPath.js";
import { decode } from "../../text/encoding.js";
import type { Target } from "../files/discover.js";
import type { Linted } from "../lintFile.js";
import { type CheckingOptions, lintPayloads } from "../lintPayloads.js";
import type { LintOptions } from "../options.js";
import { reportOf } from "../reportOf.js";
import { settleFindings } from "../settleFindings.js";
import type { Block } from "./chunks.js";

/** What was found in some lines of a file. */
export interface LintedBlock extends Pick<Linted, "report" | "payloads"> {
  readonly troubles: readonly string[];
  /** True where it makes no sense to go on. */
  readonly isHopeless: boolean;
}

/** Checks some lines of a file by themselves. */
export async function lintBlock(
  block: Block,
  target: Pick<Target, "file" | "ending" | "named">,
  options: CheckingOptions & Pick<LintOptions, "severities">,
): Promise<LintedBlock> {
  const { bytes, firstLine } = block;
  const { inOrder, left } = (await quickLook(block, target.file, options)) ?? noLook;
  if (left?.size === 0) return nothingIn(target.file, firstLine, inOrder);
  const text = decode(bytes);
  const findings = await lintPayloads(text, target, options, { firstLine, lines: left });
  const before = firstLine - 1;
  const diagnostics = settleFindings(text, findings, target, options).map((one) => ({
    ...one,
    line: one.line + before,
    endLine: one.endLine + before,
  }));
  return {
    report: reportOf(target.file, text, { ...findings, diagnostics }, firstLine),
    payloads: inOrder + findings.payloads,
    troubles: findings.troubles,
    isHopeless: findings.isHopeless,
  };
}

const noLook = { inOrder: 0, left: undefined };

const nothingIn = (file: string, firstLine: number, payloads: number): LintedBlock => ({
  report: { file, text: "", firstLine, diagnostics: [] },
  payloads,
  troubles: [],
  isHopeless: false,
});
