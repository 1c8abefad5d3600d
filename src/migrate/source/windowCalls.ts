import type { Call } from "../../extract/calls.js";
import { isFunction, isNode, type Node, unwrapped } from "../../extract/javascript/syntax/ast.js";
import type { SdkFunction } from "../../extract/sdks.js";
import { type Callback, canBeInlined, inlineCallback, readsInV2 } from "./callback.js";
import { indentationOf } from "./objectText.js";
import type { Rewriting } from "./rewriting.js";

/** What is known of buttons that V2 draws. */
interface Buttons {
  /** The function that draws them. */
  readonly to: string;
  readonly callbacks: readonly string[];
  /** Kind of V1 of what its callback is given. */
  readonly result: string | undefined;
}

/** Rewrites how payloads are handed to the payment window, and what is done with its result. */
export class WindowCalls {
  readonly #asyncs = new Set<Node>();

  constructor(readonly rewriting: Rewriting) {}

  /** Rewrites a call of a function that takes payloads as the one of V2 that stands for it. */
  rewrite(node: Node, { kinds: [kind] }: Call, to: string): void {
    const { callbacks = [] } = this.#functionOfV2(to) ?? {};
    const callee = unwrapped(node.callee as Node);
    if (callbacks.length > 0)
      this.#buttons(node, callee, { to, callbacks, result: kind?.callback });
    else this.#rewriteCall(node, callee, to, kind?.callback);
  }

  #functionOfV2(path: string): SdkFunction | undefined {
    const [object = "", name] = path.split(".");
    return this.rewriting.options.sdks
      .find(({ globals }) => globals?.includes(object))
      ?.functions?.find((one) => one.name === name);
  }

  /** Rewrites what a callback reads of a result, and says what a person must decide of it. */
  #rewriteReads(callback: Callback | undefined, result: string | undefined): void {
    const { tables, locale } = this.rewriting.options;
    const reads = callback && readsInV2(callback, result, tables);
    this.rewriting.result.edits.push(...(reads?.edits ?? []));
    for (const { name, at, why } of reads?.decisions ?? []) {
      this.rewriting.result.decide.push({ at, message: `${name}: ${why[locale]}` });
    }
  }

  /** Buttons: V2 takes a callback for each case, and V1's one tells the cases apart. */
  #buttons(node: Node, callee: Node, { to, callbacks, result }: Buttons): void {
    const [, payload, handler] = node.arguments as Node[];
    if (!payload) return;
    this.#rewriteReads(inlineCallback(handler), result);
    this.rewriting.result.edits.push({
      start: callee.range[0],
      end: payload.range[0],
      text: `${to}(`,
    });
    this.rewriting.tell("decide", node.range[0], "buttons");
    if (!handler) return;
    const isName = handler.type === "Identifier";
    const open = isName ? "" : "((onPayment) => (";
    const close = isName ? "" : "))(";
    const both = (one: string) => `{ ${callbacks.map((key) => `${key}: ${one}`).join(", ")} }`;
    const own = this.rewriting.text.slice(...handler.range);
    if (isName) {
      this.rewriting.result.edits.push({
        start: handler.range[0],
        end: handler.range[1],
        text: both(own),
      });
    } else {
      this.rewriting.result.edits.push(
        {
          start: handler.range[0],
          end: handler.range[0],
          text: `${open}${both("onPayment")}${close}`,
        },
        { start: handler.range[1], end: handler.range[1], text: ")" },
      );
    }
  }

  /** Rewrites the function's name, and what is done with the result. */
  #rewriteCall(node: Node, callee: Node, to: string, result: string | undefined): void {
    const isOfWindow = /^window\b/.test(this.rewriting.text.slice(...callee.range));
    const name = isOfWindow ? `window.${to}` : to;
    const [payload, handler] = node.arguments as Node[];
    if (!payload) return;
    const statement = this.rewriting.parents.get(node);
    const around = this.#functionAround(node);
    const callback = inlineCallback(handler);
    this.#rewriteReads(callback, result);
    const isStatement = statement?.type === "ExpressionStatement";
    const isLast = this.#isLast(statement, around);
    const body = callback?.node.body as Node | undefined;
    this.rewriting.result.decide.push({
      at: node.range[0],
      message: this.rewriting.words("rejection"),
    });
    if (
      isStatement &&
      around &&
      callback &&
      body &&
      this.#canBeAsync(around) &&
      canBeInlined(callback, this.rewriting.text, around, isLast)
    ) {
      this.#makeAsync(around);
      const { line } = indentationOf(this.rewriting.text, node.range[0]);
      this.rewriting.result.edits.push(
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
    const open = this.rewriting.text.slice(callee.range[1], payload.range[0]);
    const isPlain = /^\s*\(\s*$/.test(open);
    this.rewriting.result.edits.push({
      start: callee.range[0],
      end: isPlain ? payload.range[0] : callee.range[1],
      text: isPlain ? `${name}(` : name,
    });
    if (handler) {
      this.rewriting.result.edits.push({
        start: payload.range[1],
        end: handler.range[0],
        text: ").then(",
      });
    } else if (
      isPlain &&
      this.rewriting.text.slice(payload.range[1], node.range[1]).trim().length <= 2
    ) {
      this.rewriting.result.edits.push({ start: payload.range[1], end: node.range[1], text: ")" });
    }
  }

  /** The statements of a body move a level further out; the brace and the bracket behind them go. */
  #dedent(body: Node, line: string, end: number): void {
    const [first] = body.body as Node[];
    const inner = first ? indentationOf(this.rewriting.text, first.range[0]).line : line;
    const by = inner.startsWith(line) ? inner.length - line.length : 0;
    const close = body.range[1] - 1;
    const strings = [...this.rewriting.parents.keys()].filter(
      ({ type }) => type === "TemplateLiteral",
    );
    for (const match of this.rewriting.text.slice(body.range[0], close).matchAll(/\n([ \t]+)/g)) {
      const at = body.range[0] + match.index + 1;
      const length = Math.min(by, match[1]?.length ?? 0);
      const isInText = strings.some(({ range }) => range[0] < at && at < range[1]);
      if (length > 0 && !isInText && at + length <= close) {
        const isBeforeBrace = this.rewriting.text.slice(at, close).trim() === "";
        if (!isBeforeBrace)
          this.rewriting.result.edits.push({ start: at, end: at + length, text: "" });
      }
    }
    const before = this.rewriting.text.slice(body.range[0] + 1, close);
    const start = close - (before.length - before.trimEnd().length);
    this.rewriting.result.edits.push({ start, end, text: "" });
  }

  #functionAround(node: Node): Node | undefined {
    let at = this.rewriting.parents.get(node);
    while (at && !isFunction(at)) at = this.rewriting.parents.get(at);
    return at;
  }

  #isLast(statement: Node | undefined, around: Node | undefined): boolean {
    const body = around?.body as Node | undefined;
    return body?.type === "BlockStatement" && (body.body as Node[]).at(-1) === statement;
  }

  #canBeAsync(around: Node): boolean {
    const parent = this.rewriting.parents.get(around);
    if (around.async === true) return true;
    if (around.generator === true) return false;
    return parent?.kind !== "get" && parent?.kind !== "set" && parent?.kind !== "constructor";
  }

  #makeAsync(around: Node): void {
    if (around.async === true || this.#asyncs.has(around)) return;
    this.#asyncs.add(around);
    const parent = this.rewriting.parents.get(around);
    const isMethod =
      parent?.type === "MethodDefinition" ||
      (parent?.type === "Property" && parent.method === true);
    const at =
      isMethod && isNode(parent?.key)
        ? parent.key.range[0] - (parent.computed === true ? 1 : 0)
        : around.range[0];
    this.rewriting.result.edits.push({ start: at, end: at, text: "async " });
    this.rewriting.tell("decide", at, "async");
  }
}
