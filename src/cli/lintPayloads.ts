import { kinds } from "../generated/kinds.js";
import { textFaults } from "../generated/textFaults.js";
import { shapeIn } from "../runtime/form.js";
import type { Diagnostic } from "../runtime/types.js";
import { duplicateKey } from "../source/judge.js";
import type { Findings, Found } from "./findings.js";
import { inputs } from "./inputs/index.js";
import { type Input, InputError, type SourcePayload } from "./inputs/input.js";
import { kindOf } from "./kindOf.js";
import { type Hidden, hiddenIn } from "./maskSource.js";
import type { LintOptions } from "./options.js";
import type { Target } from "./targets.js";

/** Checks the payloads that a file of data holds. */
export async function lintPayloads(
  text: string,
  { file, ending, named }: Pick<Target, "file" | "ending" | "named">,
  options: LintOptions,
): Promise<Findings> {
  const { read } = await (inputs[ending] as () => Promise<Input>)();
  const found: Found[] = [];
  const hidden: Hidden[] = [];
  const troubles: string[] = [];
  let payloads = 0;
  const place = ({ line, column, message }: InputError) => `${file}:${line}:${column}: ${message}`;
  try {
    for (const source of read(text)) {
      if (source instanceof InputError) {
        troubles.push(place(source));
        continue;
      }
      const kind = kindOf(source.value, file, options);
      if (kind === undefined) {
        if (!named) continue;
        troubles.push(
          `${file}: cannot tell what kind of payload this is; give --kind, a $schema, or a name such as order.request-pay.json`,
        );
        break;
      }
      payloads++;
      const own = await lintPayload(source, kind, options);
      for (const one of own) found.push(one);
      if (own.length > 0) for (const one of await hiddenOf(source, kind)) hidden.push(one);
    }
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    // Of files met in a folder only those are ours that say what they hold, and a broken one says nothing.
    if (named || kindOf(undefined, file, options)) troubles.push(place(error));
  }
  return { found, payloads, calls: 0, skipped: [], unchecked: [], hidden, troubles };
}

const load = (kind: string) => (kinds[kind] as (typeof kinds)[string])();

async function hiddenOf(source: SourcePayload, kind: string): Promise<Hidden[]> {
  const { schema } = await load(kind);
  return hiddenIn(source.scalars(), shapeIn(schema));
}

async function lintPayload(
  source: SourcePayload,
  kind: string,
  { environment, locale }: LintOptions,
): Promise<Found[]> {
  const { check } = await load(kind);
  const { diagnostics } = check(withoutSchemaKey(source.value), { environment, locale });
  return [
    ...diagnostics.map((diagnostic) => ({
      diagnostic,
      range: source.locate(diagnostic.path),
      kind,
      splices: () => splicesOf(diagnostic, source),
    })),
    ...source.duplicateKeys.map(({ path, range, splice }) => ({
      diagnostic: duplicateKey(textFaults, { locale }, path),
      range,
      kind,
      ...(splice && { splices: () => [splice()] }),
    })),
  ];
}

function splicesOf({ fix }: Diagnostic, source: SourcePayload) {
  const splices = fix?.edits.map((edit) => source.splices(edit));
  return splices?.every((one) => one !== undefined) ? splices.flat() : undefined;
}

/** `$schema` is the editor's and ours, not PortOne's. */
function withoutSchemaKey(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  if (!Object.hasOwn(value, "$schema")) return value;
  const { $schema: _, ...payload } = value as Record<string, unknown>;
  return payload;
}
