import { type Api, isSaid } from "../../apis.js";
import type { CodeFact } from "../../reader.js";
import type { Sdk } from "../../sdks.js";
import type { FoldingTools } from "../folding/foldingTools.js";
import { memberName, type Node, unwrapped } from "../syntax/ast.js";
import { Received } from "./received.js";
import { WebhookChecks } from "./webhookChecks.js";

const comparisons = new Set(["===", "!==", "==", "!="]);

/** Finds how a program treats webhooks. */
export class WebhookFacts {
  readonly #tools: FoldingTools;
  readonly #received: Received;
  readonly #sdks: readonly Sdk[];
  readonly #apis: readonly Api[];
  readonly #checks: WebhookChecks;
  /** Handlers with a fact. */
  readonly #noted = new Set<Node>();

  constructor(tools: FoldingTools, sdks: readonly Sdk[], apis: readonly Api[]) {
    this.#tools = tools;
    this.#received = new Received(tools);
    this.#sdks = sdks;
    this.#apis = apis;
    this.#checks = new WebhookChecks(tools, this.#received, apis);
  }

  of(node: Node): CodeFact[] {
    return [...this.#verified(node), ...this.#believed(node)];
  }

  #fact = (what: string, { range }: Node, value: string): CodeFact => ({
    ...{ what, value, span: range, terms: { name: value } },
    isSample: this.#tools.context.isSample,
  });

  /** A webhook that is verified wrongly, or read by the names of the other version. */
  #verified(node: Node): CodeFact[] {
    if (node.type !== "CallExpression") return [];
    const { names } = this.#tools.context;
    const { module, path } = names.of(node.callee as Node);
    const sdk = this.#sdks.find(
      ({ packages = [], webhook }) =>
        webhook &&
        module !== undefined &&
        isWithin(packages, module) &&
        path.join(".").endsWith(webhook.name),
    );
    const webhook = sdk?.webhook;
    const body = webhook && (node.arguments as Node[])[webhook.body];
    if (!webhook || !body) return [];
    const isParsed = this.#isParsed(body);
    const around = this.#tools.context.bindings.functionAround(node);
    return [
      ...(isParsed ? [this.#fact("parsed-webhook", body, "")] : []),
      ...(around ? this.#foreignIn(around, webhook.notInBody) : []),
    ];
  }

  #isParsed(body: Node): boolean {
    const source = this.#tools.sourceOf(unwrapped(body));
    if (/^JSON\.(?:stringify|parse)\(|\.json\(\)$/.test(source)) return true;
    const { text } = this.#tools.context;
    const isRaw =
      /\bexpress\.(?:raw|text)\(|\bbodyParser\.(?:raw|text)\(|\brawBody\b|\bverify\s*:/.test(text);
    return /\bbody$/.test(source) && !isRaw && /\b(?:express|bodyParser)\.json\(\)/.test(text);
  }

  #foreignIn(around: Node, fields: readonly string[]): CodeFact[] {
    return this.#readIn(around, fields).map((key) =>
      this.#fact("foreign-webhook", key, String(key.name)),
    );
  }

  /** The keys of the fields of a body that code reads, of those given. */
  #readIn({ range: [start, end] }: Node, fields: readonly string[]): Node[] {
    return this.#tools.context.nodes.flatMap((node) => {
      if (node.range[0] < start || node.range[1] > end) return [];
      const key = this.#fieldRead(node);
      return key && fields.includes(String(key.name)) ? [key] : [];
    });
  }

  /** The key of a field that a member or a pattern reads of a body. */
  #fieldRead(node: Node): Node | undefined {
    const { bindings } = this.#tools.context;
    const above = bindings.parentOf(node);
    if (above?.type === "ObjectPattern") {
      const from = bindings.parentOf(above)?.init as Node | null | undefined;
      return from && this.#received.isBody(from) ? (node.key as Node) : undefined;
    }
    if (node.type !== "MemberExpression" || node.computed === true) return undefined;
    return this.#received.isBody(node.object as Node) ? (node.property as Node) : undefined;
  }

  /** A decision by what a webhook says, in a function that neither verifies it nor looks the payment up. */
  #believed(node: Node): CodeFact[] {
    const test = testIn(node);
    if (!test || this.#tools.context.isSample) return [];
    const api = this.#apis.find(
      ({ hook }) =>
        test.values.some((value) => isSaid(hook, value)) && this.#isField(test.of, hook.says),
    );
    const handler = api && this.#checks.handlerAround(node);
    if (!api || !handler || this.#noted.has(handler)) return [];
    const { hook, version } = api;
    const isHook = hook.isTold || this.#readIn(handler, hook.ids).length > 0;
    if (!isHook || this.#checks.isChecked(handler, hook)) return [];
    this.#noted.add(handler);
    return [this.#fact("believed-webhook", test.of, version)];
  }

  /** Whether an expression is a field of what was sent. */
  #isField(expression: Node, field: string): boolean {
    const { bindings } = this.#tools.context;
    const node = unwrapped(expression);
    if (node.type === "MemberExpression") {
      return memberName(node) === field && this.#received.isBody(node.object as Node);
    }
    if (node.type !== "Identifier") return false;
    const taken = bindings.takenFrom(node);
    if (taken) return taken.key === field && this.#received.isBody(taken.from);
    const value = bindings.valueOf(node);
    return value !== undefined && unwrapped(value).type === "MemberExpression"
      ? this.#isField(value, field)
      : false;
  }
}

/** What a comparison or a switch decides by, and the values that it compares with. */
function testIn(node: Node): { readonly of: Node; readonly values: readonly string[] } | undefined {
  if (comparisons.has(node.operator as string)) {
    const [left, right] = [node.left as Node, node.right as Node];
    return typeof right.value === "string"
      ? { of: left, values: [right.value] }
      : { of: right, values: [String(left.value)] };
  }
  if (node.type !== "SwitchStatement") return undefined;
  const values = (node.cases as Node[]).map(({ test }) => String((test as Node | null)?.value));
  return { of: node.discriminant as Node, values };
}

const isWithin = (packages: readonly string[], module: string): boolean =>
  packages.some((own) => module === own || module.startsWith(`${own}/`));
