import { kinds } from "../generated/kinds.js";
import type { LintOptions } from "./options.js";

type Asked = Pick<LintOptions, "kind"> & {
  readonly config: Pick<LintOptions["config"], "kindOf">;
};

/**
 * Tells the kind of each payload of a file: the one asked for, else what its `$schema` says, else the configuration, else the
 * file's name (`checkout.request-pay.json`); undefined when none does.
 */
export function kindsIn(file: string, options: Asked): (value: unknown) => string | undefined {
  const ofFile = kindOfFile(file, options);
  return (value) => options.kind ?? kindBySchema(value) ?? ofFile;
}

/** The kind that all payloads of a file have that do not say theirs. */
export const kindOfFile = (file: string, { kind, config }: Asked): string | undefined =>
  kind ?? config.kindOf(file) ?? kindByName(file);

function kindBySchema(value: unknown): string | undefined {
  const schema = (value as { $schema?: unknown } | null)?.$schema;
  if (typeof schema !== "string") return undefined;
  const name = schema
    .split(/[/:]/)
    .at(-1)
    ?.replace(/\.json$/, "") as string;
  return Object.hasOwn(kinds, name) ? name : undefined;
}

/** `$schema` is the editor's and ours, not PortOne's. */
export function withoutSchemaKey(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  if (!Object.hasOwn(value, "$schema")) return value;
  const { $schema: _, ...payload } = value as Record<string, unknown>;
  return payload;
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
): boolean => bytes.includes("$schema") || kindOfFile(file, options) !== undefined;
