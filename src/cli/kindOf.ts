import { kinds } from "../generated/kinds.js";
import type { LintOptions } from "./options.js";

type Asked = Pick<LintOptions, "kind"> & {
  readonly config: Pick<LintOptions["config"], "kindOf">;
};

/**
 * The kind of a payload: the one asked for, else what its `$schema` says, else the configuration, else the file's name
 * (`checkout.request-pay.json`); undefined when none does.
 */
export const kindOf = (value: unknown, file: string, options: Asked): string | undefined =>
  kindsIn(file, options)(value);

/** The same for many payloads of one file. */
export function kindsIn(
  file: string,
  { kind, config }: Asked,
): (value: unknown) => string | undefined {
  if (kind !== undefined) return () => kind;
  const ofFile = config.kindOf(file) ?? kindByName(file);
  return (value) => kindBySchema(value) ?? ofFile;
}

function kindBySchema(value: unknown): string | undefined {
  const schema = (value as { $schema?: unknown } | null)?.$schema;
  if (typeof schema !== "string") return undefined;
  const name = schema
    .split(/[/:]/)
    .at(-1)
    ?.replace(/\.json$/, "") as string;
  return Object.hasOwn(kinds, name) ? name : undefined;
}

function kindByName(file: string): string | undefined {
  const name = file.split("/").at(-1) ?? "";
  const stem = name.replace(/\.[^.]+$/, "");
  return Object.keys(kinds).find((kind) => {
    const short = kind.split(".").at(-1);
    return [kind, short].some((known) => stem === known || stem.endsWith(`.${known}`));
  });
}

/** Whether a file met in a folder can hold payloads: its name or the configuration says so, or a `$schema` in it may. */
export const mayHoldPayloads = (
  bytes: Buffer,
  { file }: { readonly file: string },
  options: Asked,
): boolean => bytes.includes("$schema") || kindOf(undefined, file, options) !== undefined;
