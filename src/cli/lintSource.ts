import type { PartialKind } from "../constraint/checkPartial.js";
import { sources } from "../extract/formats.js";
import { type Located, leavesOf } from "../extract/located.js";
import type { Reader, Source } from "../extract/reader.js";
import { callKinds } from "../generated/callKinds.js";
import { partialKinds } from "../generated/partialKinds.js";
import { textFaults } from "../generated/textFaults.js";
import { judge, kindsOf, splicesOf } from "../lint/checkCalls.js";
import { gatewayCommentsIn, gatewaySaid } from "../lint/directives.js";
import { Positions } from "../text/positions.js";
import { pointerTo } from "../validator/pointer.js";
import { Unknown } from "../validator/unknown.js";
import type { Target } from "./files/discover.js";
import type { Findings } from "./findings.js";
import { type Hidden, hiddenIn } from "./maskSource.js";
import type { LintOptions } from "./options.js";

/** Checks the payment calls of a file of source code. */
export async function lintSource(
  text: string,
  { file, ending }: Pick<Target, "file" | "ending">,
  { config, pg, environment, locale }: LintOptions,
): Promise<Findings> {
  const read = await (sources[ending] as () => Promise<Reader>)();
  const source = read(text, { kinds: callKinds, ending });
  const needed = [...kindsOf(source)].map(
    async (kind): Promise<[string, PartialKind]> => [
      kind,
      await (partialKinds[kind] as () => Promise<PartialKind>)(),
    ],
  );
  const partial = Object.fromEntries(await Promise.all(needed));
  const saidByComment = gatewaySaid(gatewayCommentsIn(text), source.calls, text);
  const gateways = {
    all: pg,
    channels: config.channels,
    said: (span: readonly [number, number]) => saidByComment(span) ?? config.gatewayOf(file),
  };
  const tables = { partialKinds: partial, textFaults };
  const { found, checked, skipped } = judge(source, gateways, tables, { environment, locale });
  const positions = new Positions(text);
  return {
    found: found.map((one) => ({
      diagnostic: one.diagnostic,
      range: positions.range(...one.span),
      kind: one.kind,
      splices: () => splicesOf(one, text),
    })),
    payloads: checked,
    calls: source.calls.length,
    skipped: skipped.map(({ why }) => why),
    unchecked: skipped.flatMap(({ spans }) => spans.map((span) => positions.range(...span))),
    hidden: found.length > 0 ? hiddenOf(source, partial, positions) : [],
    troubles: [],
    isHopeless: false,
  };
}

/** What of the payloads no output shows. */
const hiddenOf = (
  { calls }: Source,
  partial: Readonly<Record<string, PartialKind>>,
  positions: Positions,
): Hidden[] =>
  calls.flatMap(({ payload, kinds }) =>
    payload
      ? kinds.flatMap(({ kind }) => {
          const { shape } = partial[kind] as PartialKind;
          return hiddenIn(writtenIn(payload, positions), shape);
        })
      : [],
  );

const writtenIn = (payload: Located, positions: Positions) =>
  [...leavesOf(payload)].flatMap(({ keys, located: { value, span, origin } }) =>
    value instanceof Unknown && value.text === undefined
      ? []
      : [{ path: pointerTo(keys), range: positions.range(...(origin ?? span)) }],
  );
