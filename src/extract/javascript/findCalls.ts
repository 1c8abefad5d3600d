import type { Span } from "../../text/positions.js";
import {
  type Call,
  type CallKind,
  type CallTables,
  kindsCalled,
  nameOfPath,
  noTables,
} from "../calls.js";
import type { Located } from "../located.js";
import type { CodeFact, Extraction, SourceModule } from "../reader.js";
import { CallbackReads } from "./calls/callbackReads.js";
import { CallSites } from "./calls/callSites.js";
import { httpRequest, isClient } from "./calls/httpConventions.js";
import { payloadAt } from "./calls/payloadAt.js";
import { type SdkCall, SdkCalls } from "./calls/sdkCalls.js";
import { wholeAddress } from "./calls/wholeAddress.js";
import { CodeFacts } from "./facts/codeFacts.js";
import { ConstantFolder } from "./folding/constantFolding.js";
import { FoldingTools, type ImportedFunction } from "./folding/foldingTools.js";
import {
  type GivenCall,
  type Imports,
  type LoadModule,
  Modules,
  noImports,
} from "./folding/modules.js";
import { inOwnText } from "./folding/ownText.js";
import { Bindings } from "./scope/bindings.js";
import { NameResolver } from "./scope/names.js";
import type { ScopeManager } from "./scope/variables.js";
import { type Node, parentsIn } from "./syntax/ast.js";

/** A program as a parser and eslint-scope (or ESLint itself) give it. */
export interface ScopedProgram {
  readonly text: string;
  /** An ESTree whose nodes have a `range`. */
  readonly root: Node;
  readonly scopes: ScopeManager;
  /** Ranges where the template language of a page decides which part of the script is present. */
  readonly controls: readonly Span[];
  /** True of a sample in a document, with placeholders and comments that stand for keys. */
  readonly isSample?: boolean;
  /** True of the script of a page, in which the page's own language may write, too. */
  readonly isTemplate?: boolean;
  /** Whether other code reads a name that the program declares at its top. */
  isReadElsewhere?(name: string): boolean;
}

/** What reads the modules that a program imports. */
export interface Project {
  readonly moduleOf?: LoadModule | undefined;
  /** Parses a module whose offsets begin at `base`. */
  parseAt(module: SourceModule, base: number): ScopedProgram | undefined;
}

/** The payment calls in a program, in the order of the text, and the addresses among its texts. */
export function readProgram(
  program: ScopedProgram,
  tables: CallTables,
  project?: Project,
): Pick<Extraction, "calls" | "facts" | "addresses"> {
  const finder = new Finder(program, tables, importsOf(program, tables, project));
  return { calls: finder.calls(), facts: finder.facts(), addresses: finder.addresses() };
}

/** The value of a program that is one expression. */
export function valueOfProgram(program: ScopedProgram): Located | undefined {
  const body = program.root.body as Node[];
  const [statement] = body;
  if (body.length !== 1 || statement?.type !== "ExpressionStatement") return undefined;
  return new Finder(program, noTables).evaluate(statement.expression as Node);
}

class Finder {
  readonly tools: FoldingTools;
  readonly #modules: Modules | undefined;
  readonly #text: string;
  readonly #kinds: readonly CallKind[];
  readonly #tables: CallTables;
  readonly #nodes: readonly Node[];
  readonly #bindings: Bindings;
  readonly #sdkCalls: SdkCalls;
  readonly #callSites: CallSites;
  readonly #callbackReads: CallbackReads;
  /** For what the SDK is given. */
  readonly #evaluator: ConstantFolder;
  /** For what is sent as JSON or as a form. */
  readonly #sent: ConstantFolder;
  /** For what most likely is no request, and is not worth the time. */
  readonly #plain: ConstantFolder;

  constructor(
    {
      text,
      root,
      scopes,
      controls,
      isSample = false,
      isTemplate = false,
      isReadElsewhere,
    }: ScopedProgram,
    tables: CallTables,
    { imports, modules }: { imports: Imports; modules?: Modules } = { imports: noImports },
  ) {
    const { kinds, sdks } = tables;
    const parents = parentsIn(root);
    const bindings = new Bindings(scopes, parents, isReadElsewhere);
    const names = new NameResolver(bindings);
    const sdkCalls = new SdkCalls(bindings, names, kinds, sdks);
    this.#text = text;
    this.#kinds = kinds;
    this.#tables = tables;
    this.#nodes = [...parents.keys()];
    this.#bindings = bindings;
    this.#sdkCalls = sdkCalls;
    const tools = new FoldingTools({
      text,
      bindings,
      names,
      nodes: this.#nodes,
      templateRegions: controls,
      isSample,
      isTemplate,
      isSdkCall: (node) => sdkCalls.callBy(node) !== undefined,
      imports,
    });
    this.#modules = modules;
    this.tools = tools;
    this.#callSites = new CallSites(tools);
    this.#callbackReads = new CallbackReads(bindings, tools.functions);
    this.#evaluator = new ConstantFolder(tools, { isSerialized: false });
    this.#sent = new ConstantFolder(tools, { isSerialized: true });
    this.#plain = new ConstantFolder(tools, { isSerialized: true, inlines: false });
  }

  evaluate(node: Node): Located {
    return this.#evaluator.evaluate(node);
  }

  calls(): Call[] {
    return this.#nodes
      .filter(isCallOrElement)
      .flatMap((node) => this.#callsBySite(node) ?? this.#otherCalls(node))
      .sort((left, right) => left.span[0] - right.span[0]);
  }

  /**
   * The payment calls behind a call that is not an SDK's: a request of the REST API, or a function of another module that makes
   * one.
   */
  #otherCalls(node: Node): Call[] {
    const imported = node.type === "CallExpression" ? this.tools.importedFunction(node) : undefined;
    return imported ? this.#callsThrough(node, imported) : this.#restCalls(node);
  }

  /** The calls that an imported function makes with what it is given. */
  #callsThrough(node: Node, { fn, program }: ImportedFunction): Call[] {
    return program
      .callsGiven(fn)
      .flatMap((inner) =>
        this.#callSites.of(node, this.#evaluator).flatMap(({ site, evaluator }) => {
          const given = evaluator.within(fn, node, program.tools);
          return inner(given, site);
        }),
      )
      .map((call) => this.#inOwnText(call, node.range));
  }

  /** The calls that pass on the arguments of a function of this program, for a program that imports it. */
  callsGiven(fn: Node): readonly GivenCall[] {
    return this.#nodes
      .filter((node) => isCallOrElement(node) && this.#callSites.isGivenBy(fn, node))
      .map((node) => (evaluator, site) => {
        const call = this.#sdkCalls.callBy(node);
        return call ? [this.#callOf(call, evaluator, site)] : this.#restCall(node, evaluator, site);
      });
  }

  /** A call with the places of this text alone. */
  #inOwnText(call: Call, use: Span): Call {
    const payload =
      call.payload && this.#modules
        ? inOwnText(call.payload, this.#text.length, use, this.#modules)
        : call.payload;
    return { ...call, payload };
  }

  facts(): CodeFact[] {
    const evaluators = { given: this.#evaluator, sent: this.#sent };
    return new CodeFacts(this.tools, this.#sdkCalls, evaluators, this.#tables).all();
  }

  addresses(): { text: string; span: Span }[] {
    return this.#nodes.flatMap(({ value, range }) =>
      typeof value === "string" && /^(?:https?:)?\/\//.test(value)
        ? [{ text: value, span: range }]
        : [],
    );
  }

  /** The calls of an SDK's function, one for each place that decides what it is given; undefined where a call is none. */
  #callsBySite(node: Node): Call[] | undefined {
    const call = this.#sdkCalls.callBy(node);
    return (
      call &&
      this.#callSites
        .of(node, this.#evaluator)
        .map(({ site, evaluator }) =>
          this.#inOwnText(
            this.#callOf(call, evaluator, site),
            (site === node ? (call.argument ?? node) : site).range,
          ),
        )
    );
  }

  #callOf(call: SdkCall, evaluator: ConstantFolder, { range }: Node): Call {
    const { kinds, name, argument, callback, takes } = call;
    return {
      kinds,
      name,
      span: range,
      syntax: "javascript",
      payload: argument && payloadAt(evaluator.evaluate(argument), takes),
      isForm: false,
      reads: callback
        ? this.#callbackReads.of(evaluator.givenAs(callback), arrivingFields(kinds))
        : [],
    };
  }

  /** The calls of PortOne's REST API that a call makes. */
  #restCalls(node: Node): Call[] {
    if (node.type !== "CallExpression") return [];
    if (!isClient(node) && this.#restCall(node, this.#plain, node).length === 0) return [];
    const sites = this.#callSites.of(node, this.#sent);
    const found = sites.flatMap(({ site, evaluator }) => this.#restCall(node, evaluator, site));
    const all = found.length > 0 ? found : this.#restCall(node, this.#sent, node);
    return all.map((call) => this.#inOwnText(call, call.span));
  }

  #restCall(node: Node, evaluator: ConstantFolder, { range }: Node): Call[] {
    const request = httpRequest(node, evaluator);
    const program = { text: this.#text, bindings: this.#bindings, evaluator: this.#sent };
    const address = request && wholeAddress(request, node, program);
    if (!address) return [];
    const { method } = request;
    const kinds = kindsCalled(this.#kinds, method, address);
    if (kinds.length === 0) return [];
    const body = request.body();
    const call: Call = {
      kinds,
      name: `${method.toUpperCase()} ${nameOfPath(address.text)}`,
      span: range,
      syntax: "javascript",
      payload: body?.payload,
      isForm: body?.isForm ?? false,
      reads: [],
    };
    return [call];
  }
}

const isCallOrElement = ({ type }: Node) =>
  type === "CallExpression" || type === "JSXOpeningElement";

/** The modules that a program imports by relative paths. */
function importsOf(
  { text, isSample }: ScopedProgram,
  tables: CallTables,
  project: Project | undefined,
): { imports: Imports; modules?: Modules } {
  if (!project?.moduleOf || isSample) return { imports: noImports };
  const modules = new Modules(text.length, project.moduleOf, (module, base, imports) => {
    const program = project.parseAt(module, base);
    if (!program) return undefined;
    const finder = new Finder(program, tables, { imports });
    return {
      root: program.root,
      tools: finder.tools,
      callsGiven: (fn) => finder.callsGiven(fn),
    };
  });
  return { imports: modules.importsOf(undefined), modules };
}

/** The fields of a result that arrive whichever of the kinds it is of. */
function arrivingFields(kinds: readonly CallKind[]): ReadonlySet<string> {
  const [first = [], ...others] = kinds.flatMap(({ arriving }) => (arriving ? [arriving] : []));
  return new Set(first.filter((field) => others.every((fields) => fields.includes(field))));
}
