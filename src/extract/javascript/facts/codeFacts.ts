import { pointerTo } from "../../../validator/pointer.js";
import { isOpen, isSeen, textOf, Unknown } from "../../../validator/unknown.js";
import type { CallTables } from "../../calls.js";
import { type Located, leavesOf, locatedAt } from "../../located.js";
import type { CodeFact } from "../../reader.js";
import type { Sdk, SdkValue } from "../../sdks.js";
import { RequestFacts, requestsIn } from "../calls/requests.js";
import {
  componentPath,
  isNamed,
  propertyOf,
  type SdkCall,
  type SdkCalls,
} from "../calls/sdkCalls.js";
import type { ConstantFolder } from "../folding/constantFolding.js";
import type { FoldingTools } from "../folding/foldingTools.js";
import { argumentsOf, isFunction, type Node, unwrapped, valueOfKey } from "../syntax/ast.js";
import { IdentityFacts } from "./identityFacts.js";
import { ResultFacts } from "./resultFacts.js";
import { SecretFacts } from "./secretFacts.js";
import { WebhookFacts } from "./webhookFacts.js";

/** A text in plain quotes with what only a template text fills in. */
const plainTemplate = /^["'][\s\S]*?\$\{[\w$][\w$.()[\]]*\}/;

/** Finds what a program does around its payments. */
export class CodeFacts {
  readonly #tools: FoldingTools;
  readonly #sdkCalls: SdkCalls;
  readonly #evaluator: ConstantFolder;
  readonly #sdks: readonly Sdk[];
  readonly #packages: ReadonlySet<string>;

  readonly #sent: ConstantFolder;
  readonly #tables: CallTables;
  readonly #results: ResultFacts;
  readonly #webhooks: WebhookFacts;
  readonly #identity: IdentityFacts;

  constructor(
    tools: FoldingTools,
    sdkCalls: SdkCalls,
    { given, sent }: { readonly given: ConstantFolder; readonly sent: ConstantFolder },
    tables: CallTables,
  ) {
    const { sdks } = tables;
    this.#tools = tools;
    this.#sdkCalls = sdkCalls;
    this.#evaluator = given;
    this.#sent = sent;
    this.#sdks = sdks;
    this.#tables = tables;
    this.#results = new ResultFacts(tools, sdks, tables.apis);
    this.#identity = new IdentityFacts(tools, given, sdks);
    this.#webhooks = new WebhookFacts(tools, sdks, tables.apis);
    this.#packages = new Set(sdks.flatMap(({ packages = [] }) => packages));
  }

  all(): CodeFact[] {
    const { nodes } = this.#tools.context;
    const ofNodes = nodes.flatMap((node) => [
      ...this.#imports(node),
      ...this.#values(node),
      ...this.#aboutSdkCall(node),
      ...this.#webhooks.of(node),
      ...this.#identity.of(node),
      ...this.#results.ofLookUp(node),
      ...this.#clientArgument(node),
      ...this.#useAtOnce(node),
    ]);
    const secrets = new SecretFacts(this.#tools, this.#tables).all();
    return [...ofNodes, ...secrets, ...this.#ofRequests()].sort(
      (left, right) => left.span[0] - right.span[0],
    );
  }

  #ofRequests(): CodeFact[] {
    const { apis } = this.#tables;
    const requests = requestsIn(this.#tools, this.#sent, apis);
    if (requests.length === 0) return [];
    const about = new RequestFacts(this.#tools, apis);
    return requests.flatMap((one) => {
      const own = about.atApi(one);
      return own ? [...about.of(own), ...this.#results.ofRequest(own)] : about.ofOther(one);
    });
  }

  #fact(what: string, { range }: Node, value?: string): CodeFact {
    const { isSample } = this.#tools.context;
    return { what, span: range, isSample, ...(value !== undefined && { value }) };
  }

  #imports(node: Node): CodeFact[] {
    const isImport = /^(?:ImportDeclaration|ImportExpression)$/.test(node.type);
    const isRequire = node.type === "CallExpression" && (node.callee as Node).name === "require";
    const source = isImport
      ? (node.source as Node)
      : isRequire
        ? (node.arguments as Node[])[0]
        : undefined;
    const module = source?.value;
    return source && typeof module === "string" && this.#packages.has(module)
      ? [this.#fact("import", source, module)]
      : [];
  }

  #values(node: Node): CodeFact[] {
    if (node.type !== "CallExpression" && node.type !== "JSXOpeningElement") return [];
    return this.#sdks.flatMap((sdk) =>
      (sdk.values ?? []).flatMap((row) => {
        const located = this.#valueAt(node, row, sdk);
        const written = located && textOf(located.value);
        return located && written !== undefined && !(located.value instanceof Unknown)
          ? [{ ...this.#fact(row.value, node, written), span: located.span }]
          : [];
      }),
    );
  }

  #valueAt(node: Node, row: SdkValue, sdk: Sdk): Located | undefined {
    const { names, bindings } = this.#tools.context;
    if (node.type === "JSXOpeningElement") {
      const [root, ...members] = componentPath(node.name as Node);
      const imported = root === undefined ? undefined : bindings.importNamed(root);
      if (!imported || row.component === undefined || row.property === undefined) return undefined;
      const named = { module: imported.module, path: [imported.name, ...members] };
      const value = isNamed(named, sdk, row.component) && propertyOf(node, row.property);
      return value ? this.#evaluator.evaluate(value) : undefined;
    }
    const callee = unwrapped(node.callee as Node);
    if (row.name === undefined) return undefined;
    const own = [names.of(callee), names.asWritten(callee)];
    if (!own.some((named) => named && isNamed(named, sdk, row.name as string))) return undefined;
    const argument = argumentsOf(node)[row.argument ?? 0];
    const located = argument && this.#evaluator.evaluate(argument);
    return located && (row.below === undefined ? located : locatedAt(located, row.below));
  }

  #aboutSdkCall(node: Node): CodeFact[] {
    const call = this.#sdkCalls.callBy(node);
    if (!call) return [];
    const misplaced = this.#callbacksInRequest(call);
    if (this.#tools.context.isSample) return misplaced;
    return [
      ...misplaced,
      ...this.#resultOf(node, call),
      ...this.#orders(node, call),
      ...this.#plainTemplates(call),
      ...this.#results.ofSdkCall(node, call),
    ];
  }

  /** A callback in the first argument, of a function that reads it in the second. */
  #callbacksInRequest({ takes, argument }: SdkCall): CodeFact[] {
    if (!("callbacks" in takes) || !argument) return [];
    const { children } = this.#evaluator.evaluate(argument);
    const key = takes.callbacks?.find((one) => children.has(one));
    const callback = key === undefined ? undefined : children.get(key);
    if (!callback) return [];
    return [
      { ...this.#fact("callback-in-request", argument), span: callback.key ?? callback.span },
    ];
  }

  /** A call whose result nothing gets. */
  #resultOf(node: Node, { takes, callback, argument }: SdkCall): CodeFact[] {
    if (!("resultIn" in takes) || node.type !== "CallExpression") return [];
    const parent = this.#tools.context.bindings.parentOf(node);
    const [, second] = argumentsOf(node);
    if (takes.resultIn === "promise") {
      const isCallback = second !== undefined && isFunction(unwrapped(second));
      if (isCallback) return [this.#fact("callback-argument", second)];
      const isLost = parent?.type === "ExpressionStatement" && !this.#redirects(argument);
      return isLost ? [this.#fact("not-awaited", node.callee as Node)] : [];
    }
    const isAwaited = parent?.type === "AwaitExpression" && (node.arguments as Node[]).length === 1;
    return isAwaited && !callback ? [this.#fact("awaited", node)] : [];
  }

  /** Whether a payload may ask for a redirection, to which the result is then handed. */
  #redirects(argument: Node | undefined): boolean {
    const { value } = argument ? this.#evaluator.evaluate(argument) : { value: undefined };
    return !isSeen(value) || isOpen(value) || "forceRedirect" in value;
  }

  /** A client of a server's SDK that is given the secret itself. */
  #clientArgument(node: Node): CodeFact[] {
    if (node.type !== "CallExpression" && node.type !== "NewExpression") return [];
    const { module, path } = this.#tools.context.names.of(node.callee as Node);
    const isClient = this.#sdks.some(
      ({ packages = [], clients = [] }) =>
        module !== undefined && packages.includes(module) && clients.includes(path.at(-1) ?? ""),
    );
    const [argument] = isClient ? argumentsOf(node) : [];
    if (!argument) return [];
    const isText = textOf(this.#evaluator.evaluate(argument).value) !== undefined;
    const isOfEnvironment = /^process\.env\.\w+!?$/.test(this.#tools.sourceOf(argument));
    return isText || isOfEnvironment ? [this.#fact("client-argument", argument)] : [];
  }

  /** A use of an SDK's object by code of a page that runs where it is. */
  #useAtOnce(node: Node): CodeFact[] {
    if (node.type !== "CallExpression" || !this.#tools.context.isTemplate) return [];
    const callee = unwrapped(node.callee as Node);
    if (callee.type !== "MemberExpression" || this.#isInFunction(node)) return [];
    const { global, path } = this.#tools.context.names.of(callee);
    const sdk = this.#sdks.find(
      ({ globals = [], scripts }) => scripts !== undefined && globals.includes(global ?? ""),
    );
    return sdk && path.length === 1 ? [this.#fact("use-at-once", callee, sdk.version)] : [];
  }

  /** An order number that is the same for every payment. */
  #orders(node: Node, { argument, takes, kinds }: SdkCall): CodeFact[] {
    const key = this.#orderKey(kinds);
    const object = argument && this.#objectOf(argument);
    const written = key === undefined ? undefined : valueOfKey(object, key);
    if (!written || "inPath" in takes || key === undefined) return [];
    const located = this.#evaluator.evaluate(written);
    const { value } = located;
    if (typeof value === "string") {
      const isWritten = value.trim() !== "" && !plainTemplate.test(this.#tools.sourceOf(written));
      // Code that runs once, when a page is loaded, is a demonstration.
      return isWritten && this.#isInFunction(node)
        ? [{ ...this.#fact("order-constant", written), path: pointerTo([key]) }]
        : [];
    }
    return this.#isMadeOnce(written, node)
      ? [{ ...this.#fact("order-once", written), path: pointerTo([key]) }]
      : [];
  }

  #orderKey(kinds: SdkCall["kinds"]): string | undefined {
    for (const { version, orders = [] } of this.#sdks) {
      const row = orders.find(({ takes }) =>
        kinds.some(
          ({ kind, function: name, calls }) =>
            kind.split(".")[1] === version &&
            (name === takes || calls.some(({ method, path }) => `${method} ${path}` === takes)),
        ),
      );
      if (row) return row.key;
    }
    return undefined;
  }

  /** The object that an argument is, where it is written out. */
  #objectOf(argument: Node): Node | undefined {
    const node = unwrapped(argument);
    if (node.type !== "Identifier") return node;
    const value = this.#tools.context.bindings.valueOf(node);
    return value && unwrapped(value);
  }

  /** A number that the module makes when it is loaded, and a function uses whenever it is called. */
  #isMadeOnce(written: Node, node: Node): boolean {
    const { bindings } = this.#tools.context;
    const name = unwrapped(written);
    const made = name.type === "Identifier" ? bindings.valueOf(name) : undefined;
    const declarator = made && bindings.declarationOf(name);
    const declaration = declarator && bindings.parentOf(declarator);
    const block = declaration && bindings.parentOf(declaration);
    if (!made || !block || !/^(?:Program|ExportNamedDeclaration)$/.test(block.type)) return false;
    const known = this.#evaluator.evaluate(made).value;
    // Of a call that is not known nothing says that it makes a number.
    const isMade = known instanceof Unknown && (known.text ?? known.bounds) !== undefined;
    return isMade && this.#isInFunction(node);
  }

  #isInFunction(node: Node): boolean {
    const { bindings } = this.#tools.context;
    for (let above = bindings.parentOf(node); above; above = bindings.parentOf(above)) {
      if (isFunction(above)) return true;
    }
    return false;
  }

  /** Texts of a payload in plain quotes that have `${…}` in them. */
  #plainTemplates({ argument }: SdkCall): CodeFact[] {
    if (!argument || this.#tools.context.isTemplate) return [];
    const found: CodeFact[] = [];
    for (const { located } of leavesOf(this.#evaluator.evaluate(argument))) {
      const at = located.origin ?? located.span;
      const source = this.#tools.context.text.slice(...at);
      if (plainTemplate.test(source)) {
        found.push({ what: "plain-template", span: at, isSample: false });
      }
    }
    return found;
  }
}
