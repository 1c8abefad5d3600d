import type { Span } from "../../../text/positions.js";
import type { Bindings } from "../scope/bindings.js";
import { Mutations } from "../scope/mutations.js";
import type { NameResolver } from "../scope/names.js";
import { OriginFinder } from "../scope/origins.js";
import { OwnFunctions } from "../scope/ownFunctions.js";
import type { Node } from "../syntax/ast.js";
import { KnownValues } from "./knownValues.js";
import type { ImportedProgram, ImportedValue, Imports } from "./modules.js";
import { StaticTypes } from "./staticTypes.js";

/** Functions that only read the object they are given; clients of HTTP among them. */
const readers =
  /^(?:JSON\.stringify|console\.\w+|Object\.(?:keys|values|entries)|structuredClone|axios|fetch|got|ky|request|[\s\S]*\.(?:ajax|fetch|post|put|request))$/;

/** What folding needs of a program. */
interface FoldingContext {
  readonly text: string;
  readonly bindings: Bindings;
  readonly names: NameResolver;
  readonly nodes: readonly Node[];
  readonly templateRegions: readonly Span[];
  readonly isSample: boolean;
  /** True of the script of a page, or of a text that another language fills in. */
  readonly isTemplate: boolean;
  /** Whether a call or a component hands a payload to an SDK, which changes nothing of it. */
  isSdkCall(node: Node): boolean;
  /** What the program imports by relative paths. */
  readonly imports: Imports;
}

/** A function that a program imports. */
export interface ImportedFunction {
  readonly fn: Node;
  readonly program: ImportedProgram;
}

/** What is worked out once of a program, however often its expressions are folded. */
export class FoldingTools {
  readonly context: FoldingContext;
  readonly functions: OwnFunctions;
  readonly mutations: Mutations;
  readonly origins: OriginFinder;
  readonly types: StaticTypes;
  readonly known: KnownValues;
  /** Exports that another module is evaluating, so that a circle of modules ends. */
  readonly imported = new Set<Node>();
  /** Whether functions of the program change nothing of what a parameter is given. */
  readonly #unchanged = new Map<Node, boolean>();

  constructor(context: FoldingContext) {
    const { bindings, names, nodes } = context;
    this.context = context;
    this.functions = new OwnFunctions(bindings);
    this.mutations = new Mutations(bindings, (node) => this.#changesNothing(node));
    this.origins = new OriginFinder(bindings, nodes);
    this.types = new StaticTypes(bindings, nodes);
    this.known = new KnownValues(bindings, names, this.types);
  }

  sourceOf({ range }: Node): string {
    return this.context.text.slice(range[0], range[1]);
  }

  /** What an expression names that the program imports by a relative path. */
  importedAs(expression: Node): ImportedValue | undefined {
    const { module, path } = this.context.names.of(expression);
    const [name, ...members] = path;
    return module !== undefined && name !== undefined && members.length === 0
      ? this.context.imports.valueOf({ module, name })
      : undefined;
  }

  /** The imported function that a call calls, with the program that it is of. */
  importedFunction(call: Node): ImportedFunction | undefined {
    const value = this.importedAs(call.callee as Node);
    const fn = value?.program.tools.functions.named(value.node);
    return value && fn && { fn, program: value.program };
  }

  /** Whether a call, or an element, changes nothing of what it is given. */
  #changesNothing(node: Node): boolean {
    const { bindings, isSdkCall } = this.context;
    if (isSdkCall(node)) return true;
    if (node.type !== "CallExpression") return false;
    if (bindings.returnsItsArgument(node) || bindings.isOfOurLibrary(node)) return true;
    if (readers.test(this.sourceOf(node.callee as Node))) return true;
    const all = node.arguments as Node[];
    // Behind a spread an argument can be that of any parameter.
    const isWhole = all.every(({ type }) => type !== "SpreadElement");
    const given = isWhole ? all.length : Number.POSITIVE_INFINITY;
    const fn = this.functions.calledBy(node);
    if (fn) return this.isHarmless(fn, given);
    const imported = this.importedFunction(node);
    return imported?.program.tools.isHarmless(imported.fn, given) ?? false;
  }

  /** Whether a function of the program changes nothing of its first arguments. */
  isHarmless(fn: Node, given: number): boolean {
    return (fn.params as Node[]).slice(0, given).every((param) => this.#isUnchanged(param));
  }

  #isUnchanged(param: Node): boolean {
    const known = this.#unchanged.get(param);
    if (known !== undefined) return known;
    // While it is being worked out it is not so, so that a circle ends.
    this.#unchanged.set(param, false);
    const target = param.type === "AssignmentPattern" ? (param.left as Node) : param;
    const isUnchanged = target.type === "Identifier" && this.mutations.of(target).length === 0;
    this.#unchanged.set(param, isUnchanged);
    return isUnchanged;
  }
}
