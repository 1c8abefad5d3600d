import type { CallTables } from "../../calls.js";
import type { CodeFact } from "../../reader.js";
import type { Sdk } from "../../sdks.js";
import { isSecretText, type SecretsInCode, secretLiteral } from "../../secrets.js";
import { isClientModule } from "../calls/surroundings.js";
import type { FoldingTools } from "../folding/foldingTools.js";
import { memberName, type Node, propertyName, unwrapped } from "../syntax/ast.js";

/** Finds secrets of PortOne's API in a program, and environment names that a browser does not see. */
export class SecretFacts {
  readonly #tools: FoldingTools;
  readonly #secrets: SecretsInCode;
  readonly #sdks: readonly Sdk[];
  readonly #names: RegExp;
  readonly #shops: RegExp;
  readonly #literals: RegExp;

  constructor(tools: FoldingTools, { secrets, sdks }: CallTables) {
    this.#tools = tools;
    this.#sdks = sdks;
    this.#shops = new RegExp(secrets.shopNames, "iu");
    this.#secrets = secrets;
    this.#names = new RegExp(secrets.names, "iu");
    this.#literals = new RegExp(secrets.literals, "u");
  }

  all(): CodeFact[] {
    const { nodes, isSample } = this.#tools.context;
    if (isSample) return [];
    return nodes.flatMap((node) => [...this.#literal(node), ...this.#environment(node)]);
  }

  #fact = (what: string, { range }: Node, value: string): CodeFact => ({
    ...{ what, value, span: range, isSample: false },
    terms: { name: value },
  });

  #literal(node: Node): CodeFact[] {
    const text = node.type === "Literal" ? node.value : undefined;
    if (typeof text !== "string" || text.length < 20) return [];
    const { keys } = this.#secrets;
    const parent = this.#tools.context.bindings.parentOf(node);
    const name = parent && nameGiven(parent, node);
    const isNamed =
      name !== undefined &&
      (keys.includes(name) || this.#names.test(name) || this.#isOfClient(name, parent));
    const isSecret = (isNamed && isSecretText(text)) || this.#literals.test(text);
    return isSecret ? [secretLiteral(text, node.range, this.#secrets)] : [];
  }

  /** `PortOneClient({ secret })`. */
  #isOfClient(name: string, property: Node | undefined): boolean {
    const { bindings, names } = this.#tools.context;
    const object = name === "secret" && property ? bindings.parentOf(property) : undefined;
    const call = object && bindings.parentOf(object);
    if (call?.type !== "CallExpression" && call?.type !== "NewExpression") return false;
    const { module, path } = names.of(call.callee as Node);
    return this.#sdks.some(
      ({ packages = [], clients = [] }) =>
        module !== undefined && packages.includes(module) && clients.includes(path.at(-1) ?? ""),
    );
  }

  /** `process.env.NAME` and `import.meta.env.NAME`. */
  #environment(node: Node): CodeFact[] {
    if (node.type !== "MemberExpression") return [];
    const name = memberName(node);
    const object = this.#tools.sourceOf(unwrapped(node.object as Node));
    if (name === undefined || !/^(?:process\??\.env|import\.meta\.env)$/.test(object)) return [];
    const isPublic = this.#secrets.publicPrefixes.some((prefix) => name.startsWith(prefix));
    if (isPublic) return this.#names.test(name) ? [this.#fact("secret-public", node, name)] : [];
    if (!this.#shops.test(name)) return [];
    const isHidden =
      object === "import.meta.env"
        ? this.#secrets.viteNames.every((own) => own !== name) && this.#isPageCode()
        : this.#secrets.nodeNames.every((own) => own !== name) && isClientModule(this.#tools);
    return isHidden ? [this.#fact("env-hidden", node, name)] : [];
  }

  /** Code of a server that Vite builds may read every name. */
  #isPageCode(): boolean {
    const { text } = this.#tools.context;
    return !/\bimport\.meta\.env\.SSR\b|\$env\/|astro:/.test(text);
  }
}

/** The name of the key, the variable or the field that a value is given to. */
function nameGiven(parent: Node, value: Node): string | undefined {
  if (parent.type === "Property" && parent.value === value) return propertyName(parent);
  if (parent.type === "PropertyDefinition" && parent.value === value) return propertyName(parent);
  if (parent.type === "VariableDeclarator" && parent.init === value) {
    return (parent.id as Node).name as string | undefined;
  }
  if (parent.type !== "AssignmentExpression" || parent.right !== value) return undefined;
  const target = parent.left as Node;
  return target.type === "MemberExpression"
    ? memberName(target)
    : (target.name as string | undefined);
}
