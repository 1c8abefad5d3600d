import { gatewaysOf } from "../../../dist/choices.js";
import { guessEnding } from "../../../dist/extract/guessFormat.js";
import { readScript } from "../../../dist/extract/javascript/script.js";
import type { Reader } from "../../../dist/extract/reader.js";
import { callKinds } from "../../../dist/generated/callKinds.js";
import { textFaults } from "../../../dist/generated/textFaults.js";
import { judge, splicesOf } from "../../../dist/lint/checkCalls.js";
import { gatewayCommentsIn, gatewaySaid } from "../../../dist/lint/directives.js";
import { suppress } from "../../../dist/lint/suppress.js";
import { unusedSuppression } from "../../../dist/lint/textDiagnostics.js";
import { Positions } from "../../../dist/text/positions.js";
import type { Splice } from "../../../dist/text/textEdit.js";
import type { CheckOptions, Diagnostic } from "../../../dist/validator/types.js";
import { kinds } from "./kinds.js";

/** A diagnostic with its stretch of the text, and the edits that mend it. */
export interface Finding {
  readonly diagnostic: Diagnostic;
  readonly span: readonly [start: number, end: number];
  readonly edits: readonly Splice[] | undefined;
}

/** What is found in a text, and how many payloads were looked at. */
export interface Findings {
  readonly found: readonly Finding[];
  readonly payloads: number;
}

/** What reads a text that is no script, loaded when one is pasted. */
const readers: Readonly<Record<string, () => Promise<Reader>>> = {
  ".html": async () => (await import("../../../dist/extract/html.js")).readPage,
  ".php": async () => (await import("../../../dist/extract/html.js")).readPage,
  ".jsp": async () => (await import("../../../dist/extract/html.js")).readPage,
  ".md": async () => (await import("../../../dist/extract/markdown.js")).readMarkdown,
  ".sh": async () => (await import("../../../dist/extract/curl.js")).readShell,
  ".http": async () => (await import("../../../dist/extract/curl.js")).readHttp,
};

/**
 * Judges an object by itself as a payload of a kind; code, a page, a document or a command as the calls in it, all of them as
 * of the kind's gateway.
 */
export async function findingsIn(
  text: string,
  kind: string,
  options: CheckOptions,
): Promise<Findings> {
  const [gateway] = gatewaysOf([kind]) as [string];
  const isObject = /^\s*\{/.test(text) && !text.includes("request_pay");
  if (isObject) {
    const [head, tail] = ["IMP.request_pay(", ")"];
    const readObject: Reader = (whole, asked) => {
      const source = readScript(whole, asked);
      const own = { kind, gateway, calls: [], names: {} };
      return { ...source, calls: source.calls.map((call) => ({ ...call, kinds: [own] })) };
    };
    const place = { before: head.length, length: text.length };
    return judged(readObject, head + text + tail, ".ts", gateway, options, place);
  }
  const ending = guessEnding(text);
  const load = readers[ending];
  const [read, as]: [Reader, string] = load ? [await load(), ending] : [readScript, ".ts"];
  return judged(read, text, as, gateway, options);
}

/** The findings in a stretch of a text, which is all of it where nothing was put around it. */
function judged(
  read: Reader,
  text: string,
  ending: string,
  gateway: string,
  options: CheckOptions,
  { before, length } = { before: 0, length: text.length },
): Findings {
  const source = read(text, { kinds: callKinds, ending });
  const said = gatewaySaid(gatewayCommentsIn(text), source.calls, text);
  const gateways = { all: gateway, channels: {}, said };
  const tables = { partialKinds: kinds, textFaults };
  const { found, checked, skipped } = judge(source, gateways, tables, options);
  const positions = new Positions(text);
  const { remaining, unused } = suppress(
    text,
    found,
    ({ diagnostic, span }) => ({ rule: diagnostic.rule, line: positions.range(...span).line }),
    () => false,
    skipped.flatMap(({ spans }) => spans.map((span) => positions.range(...span))),
  );
  const inText = (at: number) => Math.min(Math.max(at - before, 0), length);
  const findings = remaining.map((one): Finding => {
    const [start, end] = one.span;
    return {
      diagnostic: one.diagnostic,
      span: [inText(start), inText(end)],
      edits: splicesOf(one, text)?.map((edit) => ({
        ...edit,
        start: edit.start - before,
        end: edit.end - before,
      })),
    };
  });
  const idle = (checked > 0 ? unused : []).map(({ rules, range }): Finding => {
    const [start, end] = [range.column, range.endColumn].map((column) =>
      inText(positions.offset(range.line, column)),
    ) as [number, number];
    const diagnostic = unusedSuppression(textFaults, options, rules);
    return { diagnostic, span: [start, end], edits: undefined };
  });
  const all = [...findings, ...idle].sort((one, other) => one.span[0] - other.span[0]);
  return { found: all, payloads: checked };
}
