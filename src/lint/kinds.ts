import { isOpen, markOpen } from "../validator/unknown.js";
import type { LintOptions } from "./types.js";

/** What says the kind of payloads that stand in a text by themselves. */
export type KindOptions = Pick<LintOptions, "kind" | "fallbackKind" | "filename">;

/** The kind of a payload: the one asked for, else by its `$schema`, else the fallback, else by the file's name. */
export const kindOfValue = (
  value: unknown,
  { kind, fallbackKind, filename }: KindOptions,
  kinds: readonly string[],
): string | undefined =>
  kind ?? kindBySchema(value, kinds) ?? fallbackKind ?? kindByName(filename, kinds);

/** The last part of the address in `$schema` is the kind's id. */
function kindBySchema(value: unknown, kinds: readonly string[]): string | undefined {
  const schema = (value as { $schema?: unknown } | null)?.$schema;
  if (typeof schema !== "string") return undefined;
  const name = schema
    .split(/[/:]/)
    .at(-1)
    ?.replace(/\.json$/, "") as string;
  return kinds.includes(name) ? name : undefined;
}

/** The kind that a file's name says: `checkout.request-pay.json`, `cancel.yaml`. */
function kindByName(file: string, kinds: readonly string[]): string | undefined {
  const name = file.split("/").at(-1) ?? "";
  const stem = name.replace(/\.[^.]+$/, "");
  return kinds.find((kind) => {
    const short = kind.split(".").at(-1);
    return [kind, short].some((known) => stem === known || stem.endsWith(`.${known}`));
  });
}

/** `$schema` is the editor's and paylint's, not PortOne's. */
export function withoutSchemaKey(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  if (!Object.hasOwn(value, "$schema")) return value;
  const { $schema: _, ...payload } = value as Record<string, unknown>;
  return isOpen(value) ? markOpen(payload) : payload;
}
