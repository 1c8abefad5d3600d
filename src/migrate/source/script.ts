import { type Call, type CallTables, tellingWords } from "../../extract/calls.js";
import {
  isFunction,
  isNode,
  memberName,
  type Node,
  parentsIn,
  unwrapped,
} from "../../extract/javascript/ast.js";
import type { Parser } from "../../extract/javascript/parser.js";
import { readScript } from "../../extract/javascript/script.js";
import type { TextEdit } from "../../text/textEdit.js";
import type { Locale } from "../../validator/types.js";
import { isOpen, isSeen } from "../../validator/unknown.js";
import { migrating } from "../gateway.js";
import type { Mappings } from "../mapping.js";
import { plansOf } from "../plan.js";
import { canBeInlined, inlineCallback, readsInV2 } from "./callback.js";
import { indentationOf, objectText, spanOf } from "./objectText.js";

/** What is told of a place. */
export interface Note {
  /** Offset in the text. */
  readonly at: number;
  readonly message: string;
}

/** What becomes of a text. */
export interface SourceMigration {
  /** Kind in V2 of a text that is one payload. */
  readonly kind?: string;
  readonly edits: TextEdit[];
  readonly done: Note[];
  readonly decide: Note[];
  readonly untouched: Note[];
}

export interface SourceOptions extends CallTables {
  /** The text with all secrets hidden, of the same length. */
  readonly redacted: string;
  readonly parser: Parser;
  readonly tables: Mappings;
  readonly locale: Locale;
  /** Company or code of the gateway of calls that do not name theirs. */
  readonly gateway?: string | undefined;
}

const words = {
  moved: { en: "{from} is now {to}", ko: "{from}을(를) {to}(으)로 옮겼습니다" },
  init: {
    en: "IMP.init is gone: every call of V2 names its store",
    ko: "IMP.init을 지웠습니다. V2에서는 호출마다 storeId를 전달합니다",
  },
  spread: {
    en: "the payload is not written out here (a variable or a spread), so it was left as it was",
    ko: "페이로드가 이곳에 모두 적혀 있지 않아(변수나 전개) 그대로 두었습니다",
  },
  alias: {
    en: "the function is called by another name, so the call was left as it was",
    ko: "함수를 다른 이름으로 호출하여 그대로 두었습니다",
  },
  rest: {
    en: "a REST call of V1: {from} becomes {to}. It was left as it was",
    ko: "V1 REST 호출입니다. {from}은(는) V2에서 {to}입니다. 그대로 두었습니다",
  },
  syntax: {
    en: "the code could not be parsed, so it was left as it was",
    ko: "코드를 해석할 수 없어 그대로 두었습니다",
  },
  async: {
    en: "the function around the call is async now",
    ko: "호출을 감싼 함수가 async가 되었습니다",
  },
  rejection: {
    en: "the promise is rejected where the window cannot open: handle it",
    ko: "결제창을 열 수 없으면 Promise가 거부되므로 처리해야 합니다",
  },
} as const;

type Words = keyof typeof words;

/** Rewrites the payment calls of V1 in a script. What cannot be rewritten safely stays, with a comment. */
export function migrateScript(
  text: string,
  ending: string,
  options: SourceOptions,
): SourceMigration {
  return new ScriptMigration(text, ending, options).migrate();
}

class ScriptMigration {
  readonly #result: SourceMigration = { edits: [], done: [], decide: [], untouched: [] };
  readonly #parents = new Map<Node, Node | undefined>();
  readonly #asyncs = new Set<Node>();
  readonly #notes = new Set<number>();

  constructor(
    readonly text: string,
    readonly ending: string,
    readonly options: SourceOptions,
  ) {}

  migrate(): SourceMigration {
    const { kinds, sdks, apis, secrets, parser } = this.options;
    const telling = tellingWords({ kinds, sdks });
    if (!telling.test(this.text) && !/\bIMP\b/.test(this.text)) return this.#result;
    const parsed = parser(this.text, this.ending);
    if ("reason" in parsed) {
      if (telling.test(this.text)) this.#tell("untouched", parsed.at ?? 0, "syntax");
      return this.#result;
    }
    for (const [node, parent] of parentsIn(parsed.root)) this.#parents.set(node, parent);
    const { calls } = readScript(this.text, {
      kinds,
      sdks,
      apis,
      secrets,
      ending: this.ending,
      parser,
    });
    for (const call of calls) this.#call(call, calls);
    this.#removeInit();
    this.#removeName();
    return this.#result;
  }

  #call(call: Call, all: readonly Call[]): void {
    const node = this.#nodeAt(call);
    const name = call.kinds[0]?.kind.split(".")[2] ?? "";
    const { tables } = this.options;
    const mapped = tables.mappings.find(({ v1 }) => v1 === name);
    const isFunctionCall = call.kinds[0]?.function !== undefined;
    if (!mapped || mapped.arrives) return;
    if (!isFunctionCall || !node || name !== "request-pay") {
      const [first] = mapped.calls;
      this.#leave(call, "rest", { from: first?.v1 ?? call.name, to: first?.v2 ?? "" });
      return;
    }
    const { payload } = call;
    const isWritten =
      payload &&
      isSeen(payload.value) &&
      !isOpen(payload.value) &&
      !payload.isShared &&
      this.text.slice(...spanOf(payload)).startsWith("{");
    if (!isWritten) {
      this.#leave(call, "spread");
      return;
    }
    const callee = unwrapped(node.callee as Node);
    if (callee.type !== "MemberExpression" || memberName(callee) !== "request_pay") {
      this.#leave(call, "alias");
      return;
    }
    const gateway = migrating(this.#gatewayOf(call, all), tables);
    const [plan] = plansOf(name, payload.value, tables, { gateway });
    const [start, end] = spanOf(payload);
    const isInCall = call.span[0] <= start && end <= call.span[1];
    const line = isInCall ? call.span[0] : start;
    const written = plan && objectText(payload, plan, this.text, this.options, line);
    if (!plan || !written) return;
    const to = plan.mapping.calls[0]?.v2 ?? "";
    this.#result.edits.push({ start, end, text: written.text });
    for (const { from, path, why } of written.decisions) {
      const where = [from, path].filter((one) => one !== undefined).join(" → ");
      this.#result.decide.push({ at: start, message: `${where}: ${why[this.options.locale]}` });
    }
    this.#result.done.push({
      at: call.span[0],
      message: this.#words("moved", { from: plan.mapping.calls[0]?.v1 ?? "", to }),
    });
    this.#handOver(node, callee, to);
  }

  /** Rewrites the function's name, and what is done with the result. */
  #handOver(node: Node, callee: Node, to: string): void {
    const isOfWindow = /^window\b/.test(this.text.slice(...callee.range));
    const name = isOfWindow ? `window.${to}` : to;
    const [payload, handler] = node.arguments as Node[];
    if (!payload) return;
    const statement = this.#parents.get(node);
    const around = this.#functionAround(node);
    const callback = inlineCallback(handler);
    const reads = callback && readsInV2(callback, this.options.tables);
    this.#result.edits.push(...(reads?.edits ?? []));
    for (const { name: read, at, why } of reads?.decisions ?? []) {
      this.#result.decide.push({ at, message: `${read}: ${why[this.options.locale]}` });
    }
    const isStatement = statement?.type === "ExpressionStatement";
    const isLast = this.#isLast(statement, around);
    const body = callback?.node.body as Node | undefined;
    this.#result.decide.push({ at: node.range[0], message: words.rejection[this.options.locale] });
    if (
      isStatement &&
      around &&
      callback &&
      body &&
      this.#canBeAsync(around) &&
      canBeInlined(callback, this.text, around, isLast)
    ) {
      this.#makeAsync(around);
      const { line } = indentationOf(this.text, node.range[0]);
      this.#result.edits.push(
        {
          start: node.range[0],
          end: payload.range[0],
          text: `const ${callback.parameter} = await ${name}(`,
        },
        { start: payload.range[1], end: body.range[0] + 1, text: `);` },
      );
      this.#dedent(body, line, statement.range[1]);
      return;
    }
    const open = this.text.slice(callee.range[1], payload.range[0]);
    const isPlain = /^\s*\(\s*$/.test(open);
    this.#result.edits.push({
      start: callee.range[0],
      end: isPlain ? payload.range[0] : callee.range[1],
      text: isPlain ? `${name}(` : name,
    });
    if (handler) {
      this.#result.edits.push({
        start: payload.range[1],
        end: handler.range[0],
        text: ").then(",
      });
    } else if (isPlain && this.text.slice(payload.range[1], node.range[1]).trim().length <= 2) {
      this.#result.edits.push({ start: payload.range[1], end: node.range[1], text: ")" });
    }
  }

  /** The statements of a body come to stand a level further out; the brace and the bracket behind them go. */
  #dedent(body: Node, line: string, end: number): void {
    const [first] = body.body as Node[];
    const inner = first ? indentationOf(this.text, first.range[0]).line : line;
    const by = inner.startsWith(line) ? inner.length - line.length : 0;
    const close = body.range[1] - 1;
    const strings = [...this.#parents.keys()].filter(({ type }) => type === "TemplateLiteral");
    for (const match of this.text.slice(body.range[0], close).matchAll(/\n([ \t]+)/g)) {
      const at = body.range[0] + match.index + 1;
      const length = Math.min(by, match[1]?.length ?? 0);
      const isInText = strings.some(({ range }) => range[0] < at && at < range[1]);
      if (length > 0 && !isInText && at + length <= close) {
        const isBeforeBrace = this.text.slice(at, close).trim() === "";
        if (!isBeforeBrace) this.#result.edits.push({ start: at, end: at + length, text: "" });
      }
    }
    const before = /\s*$/.exec(this.text.slice(body.range[0] + 1, close))?.[0].length ?? 0;
    this.#result.edits.push({ start: close - before, end, text: "" });
  }

  #functionAround(node: Node): Node | undefined {
    let at = this.#parents.get(node);
    while (at && !isFunction(at)) at = this.#parents.get(at);
    return at;
  }

  #isLast(statement: Node | undefined, around: Node | undefined): boolean {
    const body = around?.body as Node | undefined;
    return body?.type === "BlockStatement" && (body.body as Node[]).at(-1) === statement;
  }

  #canBeAsync(around: Node): boolean {
    const parent = this.#parents.get(around);
    if (around.async === true) return true;
    if (around.generator === true) return false;
    return parent?.kind !== "get" && parent?.kind !== "set" && parent?.kind !== "constructor";
  }

  #makeAsync(around: Node): void {
    if (around.async === true || this.#asyncs.has(around)) return;
    this.#asyncs.add(around);
    const parent = this.#parents.get(around);
    const isMethod =
      parent?.type === "MethodDefinition" ||
      (parent?.type === "Property" && parent.method === true);
    const at =
      isMethod && isNode(parent?.key)
        ? parent.key.range[0] - (parent.computed === true ? 1 : 0)
        : around.range[0];
    this.#result.edits.push({ start: at, end: at, text: "async " });
    this.#tell("decide", at, "async");
  }

  #gatewayOf(call: Call, all: readonly Call[]): string | undefined {
    const codeOf = ({ payload }: Call): string | undefined => {
      const pg = isSeen(payload?.value) ? (payload.value as { pg?: unknown }).pg : undefined;
      return typeof pg === "string" ? pg.split(".")[0] : undefined;
    };
    const others = new Set(all.map(codeOf).filter((one) => one !== undefined));
    return codeOf(call) ?? this.options.gateway ?? (others.size === 1 ? [...others][0] : undefined);
  }

  #nodeAt({ span: [start, end] }: Call): Node | undefined {
    return [...this.#parents.keys()].find(
      ({ type, range }) => type === "CallExpression" && range[0] === start && range[1] === end,
    );
  }

  #leave(call: Call, word: Words, filled: Readonly<Record<string, string>> = {}): void {
    this.#tell("untouched", call.span[0], word, filled);
    let at = this.#nodeAt(call);
    while (at && !/Statement$|Declaration$/.test(at.type)) at = this.#parents.get(at);
    const start = at?.range[0] ?? call.span[0];
    if (this.#notes.has(start)) return;
    this.#notes.add(start);
    const { line } = indentationOf(this.text, start);
    const comment = `// TODO(paylint): ${this.#words(word, filled)}\n${line}`;
    this.#result.edits.push({ start, end: start, text: comment });
  }

  /** `IMP.init` has nothing to do in V2. */
  #removeInit(): void {
    for (const [node, parent] of this.#parents) {
      if (node.type !== "CallExpression" || parent?.type !== "ExpressionStatement") continue;
      const callee = unwrapped(node.callee as Node);
      if (callee.type !== "MemberExpression" || memberName(callee) !== "init") continue;
      if (!/^(?:window\.)?IMP\??\.init$/.test(this.text.slice(...callee.range))) continue;
      if (
        this.#result.untouched.length > 0 ||
        !/^(?:Program|BlockStatement)$/.test(this.#parents.get(parent)?.type ?? "")
      )
        continue;
      this.#removeStatement(parent);
      this.#tell("done", parent.range[0], "init");
    }
  }

  /** `const { IMP } = window` and `var IMP = window.IMP` name what is not there in V2, where nothing else is left of it. */
  #removeName(): void {
    const nodes = [...this.#parents.keys()];
    const isGone = ({ range: [start, end] }: Node) =>
      this.#result.edits.some((edit) => edit.start <= start && end <= edit.end);
    const declaration = nodes.find(
      (node) =>
        node.type === "VariableDeclaration" &&
        /^(?:const|let|var)\s+(?:\{\s*IMP\s*\}\s*=\s*window|IMP\s*=\s*window\.IMP);?$/.test(
          this.text.slice(...node.range),
        ),
    );
    const isMigrated = this.#result.done.length > 0 && this.#result.untouched.length === 0;
    if (!declaration || !isMigrated) return;
    const [start, end] = declaration.range;
    const isUsed = nodes.some(
      (node) =>
        node.type === "Identifier" &&
        node.name === "IMP" &&
        !(start <= node.range[0] && node.range[1] <= end) &&
        !isGone(node),
    );
    if (!isUsed) this.#removeStatement(declaration);
  }

  /** Takes a statement out, with its line where it stands there alone. */
  #removeStatement({ range: [start, end] }: Node): void {
    const lineStart = this.text.lastIndexOf("\n", start - 1) + 1;
    const isFirst = this.text.slice(lineStart, start).trim() === "";
    const isAlone = isFirst && /^[ \t]*(?:\n|$)/.test(this.text.slice(end));
    const next = this.text.indexOf("\n", end);
    this.#result.edits.push({
      start: isAlone ? lineStart : start,
      end: isAlone && next >= 0 ? next + 1 : end,
      text: "",
    });
  }

  #tell(
    where: "done" | "decide" | "untouched",
    at: number,
    word: Words,
    filled: Readonly<Record<string, string>> = {},
  ): void {
    this.#result[where].push({ at, message: this.#words(word, filled) });
  }

  #words(word: Words, filled: Readonly<Record<string, string>> = {}): string {
    return words[word][this.options.locale].replace(/\{(\w+)\}/g, (_, name) => filled[name] ?? "");
  }
}
