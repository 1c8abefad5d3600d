import { inputs } from "../extract/dataFormats.js";
import { type Input, InputError, type SourcePayload } from "../extract/input.js";
import { textFaults } from "../generated/textFaults.js";
import { duplicateKey } from "../lint/textDiagnostics.js";
import { shapeIn } from "../validator/form.js";
import type { Diagnostic } from "../validator/types.js";
import type { Target } from "./files/discover.js";
import type { Findings, Found } from "./findings.js";
import { kindsIn, withoutSchemaKey } from "./kindOf.js";
import { type AnyValidator, loadedKind, loadKind } from "./loadKind.js";
import { type Hidden, hiddenIn } from "./maskSource.js";
import type { LintOptions } from "./options.js";

/** What of a run's options the checking of payloads hangs on. */
export type CheckingOptions = Pick<LintOptions, "kind" | "environment" | "locale"> & {
  readonly config: Pick<LintOptions["config"], "kindOf">;
};

/** What of a file a text is. */
interface Part {
  /** The file's line in which the text begins. */
  readonly firstLine: number;
  /** Those of the text's lines that are to be looked at; every one where nothing is said. */
  readonly lines?: ReadonlySet<number> | undefined;
}

/** Checks the payloads that a file of data, or a part of one, holds. */
export async function lintPayloads(
  text: string,
  { file, ending, named }: Pick<Target, "file" | "ending" | "named">,
  options: CheckingOptions,
  { firstLine, lines }: Part = { firstLine: 1 },
): Promise<Findings> {
  const { read } = await (inputs[ending] as () => Promise<Input>)();
  const found: Found[] = [];
  const hidden: Hidden[] = [];
  const troubles: string[] = [];
  let payloads = 0;
  let isHopeless = false;
  const place = ({ line, column, message }: InputError) =>
    `${file}:${line + firstLine - 1}:${column}: ${message}`;
  const kindFor = kindsIn(file, options);
  try {
    for (const source of read(text, lines)) {
      if (source instanceof InputError) {
        troubles.push(place(source));
        continue;
      }
      const kind = kindFor(source.value);
      if (kind === undefined) {
        if (!named) continue;
        troubles.push(
          `${file}: cannot tell what kind of payload this is; give --kind, a $schema, or a name such as order.request-pay.json`,
        );
        isHopeless = true;
        break;
      }
      payloads++;
      const validator = loadedKind(kind) ?? (await loadKind(kind));
      const own = lintPayload(source, validator, options);
      if (own.length === 0) continue;
      for (const one of own) found.push(one);
      for (const one of hiddenIn(source.scalars(), shapeIn(validator.schema))) hidden.push(one);
    }
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    // Of files met in a folder only those are ours that say what they hold, and a broken one says nothing.
    if (named || kindFor(undefined)) troubles.push(place(error));
  }
  return { found, payloads, calls: 0, skipped: [], unchecked: [], hidden, troubles, isHopeless };
}

const none: Found[] = [];

function lintPayload(
  source: SourcePayload,
  { kind, check }: AnyValidator,
  { environment, locale }: CheckingOptions,
): Found[] {
  const { diagnostics } = check(withoutSchemaKey(source.value), { environment, locale });
  const { duplicateKeys } = source;
  if (diagnostics.length === 0 && duplicateKeys.length === 0) return none;
  return [
    ...diagnostics.map((diagnostic) => ({
      diagnostic,
      range: source.locate(diagnostic.path),
      kind,
      splices: () => splicesOf(diagnostic, source),
    })),
    ...duplicateKeys.map(({ path, range, splice }) => ({
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
