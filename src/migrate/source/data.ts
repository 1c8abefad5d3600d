import { Document, isAlias, isMap, isPair, isScalar, type Pair, parseDocument, visit } from "yaml";
import { readJson } from "../../extract/json.js";
import { gatewayNamedIn, migrating } from "../gateway.js";
import { migratePayload } from "../index.js";
import { type Move, plansOf } from "../plan.js";
import { objectText } from "./objectText.js";
import type { SourceMigration, SourceOptions } from "./rewriting.js";

const words = {
  several: {
    en: "one payload of V1 becomes several of V2, which need files of their own",
    ko: "V1 페이로드 하나가 V2 페이로드 여러 개가 되므로 파일을 나누어야 합니다",
  },
  list: {
    en: "the file is no single object that can be read, so it was left as it was",
    ko: "읽을 수 있는 객체 하나로 된 파일이 아니므로 그대로 두었습니다",
  },
  anchors: {
    en: "the file has aliases, so it was left as it was",
    ko: "별칭(alias)이 있는 파일이므로 그대로 두었습니다",
  },
  moved: { en: "{from} is now {to}", ko: "변경: {from} → {to}" },
} as const;

/** A payload's text in V2. */
type Rewrite = (value: object, payload: Record<string, unknown>, told: readonly string[]) => string;

/** Rewrites a file that is one payload of a kind in JSON, with comments or without. */
export function migrateJson(text: string, kind: string, options: SourceOptions): SourceMigration {
  const value = jsonValue(text);
  if (value !== undefined) {
    const indent = /^[ \t]+(?=")/m.exec(text)?.[0] ?? (text.includes("\n") ? "  " : undefined);
    const end = text.slice(text.trimEnd().length);
    return rewritten(
      text,
      kind,
      value,
      options,
      (_, made) => JSON.stringify(made, null, indent) + end,
    );
  }
  const [only, ...others] = readJson(text, { ...options, ending: ".json" }).payloads;
  if (!only || others.length > 0) return untouched("list", options);
  const { payload } = only;
  const [start, end] = payload.span;
  return rewritten(text, kind, payload.value, options, (own) => {
    const [plan] = plansOf(kind.split(".")[2] ?? "", own, options.tables, {
      gateway: gatewayOf(kind, own, options),
    });
    const made = plan && objectText(payload, plan, text, { ...options, isJson: true }, start);
    return text.slice(0, start) + (made?.text ?? text.slice(start, end)) + text.slice(end);
  });
}

function jsonValue(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Rewrites a file that is one payload of a kind in YAML. Comments move with their keys. */
export function migrateYaml(text: string, kind: string, options: SourceOptions): SourceMigration {
  const document = parseDocument(text);
  const aliases: unknown[] = [];
  visit(document, (_, node) => {
    if (isAlias(node)) aliases.push(node);
  });
  if (document.errors.length > 0 || !isMap(document.contents)) return untouched("list", options);
  if (aliases.length > 0) return untouched("anchors", options);
  return rewritten(text, kind, document.toJS(), options, (own, made, told) => {
    const after = new Document(made);
    const [plan] = plansOf(kind.split(".")[2] ?? "", own, options.tables, {
      gateway: gatewayOf(kind, own, options),
    });
    const moves = (plan?.steps ?? []).filter((step): step is Move => step.is === "move");
    for (const { from, to } of moves) {
      const [before, now] = [pairAt(document, from), pairAt(after, to)];
      if (!before || !now || !isScalar(before.key) || !isScalar(now.key)) continue;
      now.key.commentBefore = before.key.commentBefore ?? null;
      if (isScalar(before.value) && isScalar(now.value)) {
        now.value.comment = before.value.comment ?? null;
      }
    }
    // Comments of keys that have no place in V2 are above all.
    const kept = new Set(moves.map(({ from }) => from));
    const lost = (isMap(document.contents) ? document.contents.items : []).flatMap(({ key }) =>
      isScalar(key) && !kept.has(`/${key.value}`) ? [key.commentBefore] : [],
    );
    const head = [document.commentBefore, document.contents?.commentBefore, ...lost];
    const todo = told.map((one) => ` TODO(paylint): ${one}`);
    after.commentBefore = [...head, ...todo].filter((one) => one).join("\n");
    return after.toString({ lineWidth: 0 });
  });
}

/** The key and the value at a pointer into a document of maps. */
function pairAt(document: { readonly contents: unknown }, pointer: string): Pair | undefined {
  let at: unknown = document.contents;
  let pair: Pair | undefined;
  for (const key of pointer.split("/").slice(1)) {
    pair = isMap(at)
      ? at.items.find((one) => isPair(one) && isScalar(one.key) && String(one.key.value) === key)
      : undefined;
    at = pair?.value;
  }
  return pair;
}

const untouched = (word: keyof typeof words, { locale }: SourceOptions): SourceMigration => ({
  ...{ edits: [], done: [], decide: [] },
  untouched: [{ at: 0, message: words[word][locale] }],
});

/** The gateway that a payload names itself, else that of the kind or the one that was told. */
function gatewayNameOf(kind: string, value: unknown, options: SourceOptions): string {
  const [owner = "portone"] = kind.split(".");
  const named = gatewayNamedIn(value, options.tables);
  if (owner !== "portone") return named ?? owner;
  return named ?? options.gatewayAt() ?? options.gateway ?? owner;
}

const gatewayOf = (kind: string, value: unknown, options: SourceOptions) =>
  migrating(gatewayNameOf(kind, value, options), options.tables);

function rewritten(
  text: string,
  kind: string,
  value: unknown,
  options: SourceOptions,
  rewrite: Rewrite,
): SourceMigration {
  if (typeof value !== "object" || value === null) return untouched("list", options);
  const { locale } = options;
  const { payloads, decide } = migratePayload(kind, value, {
    locale,
    gateway: gatewayNameOf(kind, value, options),
  });
  const [only, ...others] = payloads;
  if (!only || others.length > 0) {
    const message = only ? words.several[locale] : (decide[0]?.why ?? kind);
    return { edits: [], done: [], decide: [], untouched: [{ at: 0, message }] };
  }
  const told = decide.map(({ from, path, why }) => {
    const where = [from, path].filter((one) => one !== undefined).join(" → ");
    return where === "" ? why : `${where}: ${why}`;
  });
  const made = rewrite(value, only.payload, told);
  const moved = words.moved[locale].replace("{from}", kind).replace("{to}", only.kind);
  return {
    kind: only.kind,
    edits: [{ start: 0, end: text.length, text: made }],
    done: [{ at: 0, message: moved }],
    decide: told.map((message) => ({ at: 0, message })),
    untouched: [],
  };
}
