import type { Api } from "../../extract/apis.js";
import type { Call } from "../../extract/calls.js";
import { isNode, memberName, type Node, parentsIn } from "../../extract/javascript/syntax/ast.js";
import type { TextEdit } from "../../text/textEdit.js";
import type { Mapping, Mappings } from "../mapping.js";
import type { Plan, Step } from "../plan.js";
import type { Rewriting } from "./rewriting.js";

/** An address of V1's REST API that is written out. */
interface WrittenAddress {
  readonly node: Node;
  /** The path as it is written, up to a query. */
  readonly path: string;
}

/** A plan without what it says of the parts of the address, for a call whose address is written too. */
export function addressed(plan: Plan): Plan {
  const parts = new Set(plan.steps.flatMap((step) => (step.is === "parameter" ? [step.from] : [])));
  const isSaid = (step: Step) => step.is === "decide" && parts.has(step.from ?? "");
  return { ...plan, steps: plan.steps.filter((step) => !isSaid(step)) };
}

/** The mapping of a REST call, and its row in it. */
export function targetOf(
  { kinds, name }: Call,
  { mappings }: Mappings,
): { readonly mapping?: Mapping; readonly target?: Mapping["calls"][number] } {
  const mapping = mappings.find(({ v1 }) => v1 === kinds[0]?.kind.split(".")[2]);
  if (!mapping || mapping.arrives) return {};
  const [method = ""] = name.split(" ");
  const [first] = mapping.calls;
  const target = mapping.calls.find(({ v1 }) => v1.startsWith(`${method} `)) ?? first;
  return { mapping, ...(target && { target }) };
}

/** The call of V1 that a path belongs to, with V2's. */
export function callAt(path: string, { mappings }: Mappings): Mapping["calls"][number] | undefined {
  return mappings
    .flatMap(({ calls }) => calls)
    .find(({ v1 }) => {
      const segments = (v1.split(" ")[1] ?? v1).split("/");
      const given = path.split("/");
      return (
        given.length === segments.length &&
        segments.every((one, index) => one.startsWith("{") || one === given[index])
      );
    });
}

/** The host of a version's REST API. */
export const hostOf = (apis: readonly Api[], version: string): string =>
  apis.find((api) => api.version === version)?.host ?? "";

/** The address of V1's REST API that a node is. */
export function addressAt(
  node: Node,
  { text, options: { apis } }: Rewriting,
): WrittenAddress | undefined {
  const isText =
    (node.type === "Literal" && typeof node.value === "string") || node.type === "TemplateLiteral";
  if (!isText) return undefined;
  const written = text.slice(node.range[0] + 1, node.range[1] - 1);
  const [, host, path = ""] = /^(?:https?:)?\/\/([^/:]+)(?::443)?(\/[^?#]*)?/.exec(written) ?? [];
  return host === hostOf(apis, "v1") ? { node, path } : undefined;
}

/** The addresses of V1's REST API below a node. */
export const addressesIn = (node: Node, rewriting: Rewriting): WrittenAddress[] =>
  [...parentsIn(node).keys()].flatMap((one) => addressAt(one, rewriting) ?? []);

/** A text in code that is safe in an address as it is. */
const plain = /^(["'])[\w.~-]+\1$/;

/**
 * The edits that send a call to V2: its address, with expressions for what varies, its method and its `Authorization` header.
 * Undefined where the address needs an id that the call does not give, or the method is not written out.
 */
export function restEdits(
  call: Node,
  { v1, v2 }: { readonly v1: string; readonly v2: string },
  parameters: Readonly<Record<string, string>>,
  rewriting: Rewriting,
): { readonly edits: TextEdit[]; readonly hasHeader: boolean } | undefined {
  const { text, options } = rewriting;
  const [address] = addressesIn(call, rewriting);
  const [method = "", path = ""] = v2.split(" ");
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
  if (!address || names.some((name) => parameters[name] === undefined)) return undefined;
  const sources = names.map((name) => parameters[name] ?? "");
  const isPlain = sources.every((source) => plain.test(source));
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const source = parameters[name] ?? "";
    return isPlain ? source.slice(1, -1) : `\${encodeURIComponent(${source})}`;
  });
  const quote = isPlain ? (text[address.node.range[0]] ?? '"') : "`";
  const [start, end] = address.node.range;
  const edits: TextEdit[] = [
    { start, end, text: `${quote}https://${hostOf(options.apis, "v2")}${filled}${quote}` },
  ];
  if (!v1.startsWith(`${method} `)) {
    const written = methodOf(call);
    if (!written) return undefined;
    edits.push(inItsCase(written, method, text));
  }
  const header = propertiesIn(call).find(({ name }) => name.toLowerCase() === "authorization");
  if (header) {
    const [from, to] = header.value.range;
    const { scheme, secret } = options.tables.code.authorization;
    edits.push({ start: from, end: to, text: `\`${scheme} \${process.env.${secret}}\`` });
  }
  return { edits, hasHeader: header !== undefined };
}

function propertiesIn(node: Node): { readonly name: string; readonly value: Node }[] {
  return [...parentsIn(node).keys()].flatMap((one) => {
    if (one.type !== "Property" || !isNode(one.key) || !isNode(one.value)) return [];
    const name = one.key.type === "Identifier" ? one.key.name : one.key.value;
    return typeof name === "string" ? [{ name, value: one.value }] : [];
  });
}

/** Where a call says its method: in a property, or by the name of its function. */
function methodOf(call: Node): Node | undefined {
  const own = propertiesIn(call).find(
    ({ name, value }) => name === "method" && value.type === "Literal",
  );
  if (own) return own.value;
  const callee = call.callee as Node;
  const isNamed =
    callee.type === "MemberExpression" &&
    /^(?:post|put|patch|delete)$/.test(memberName(callee) ?? "");
  return isNamed ? (callee.property as Node) : undefined;
}

function inItsCase({ range: [start, end], type }: Node, method: string, text: string): TextEdit {
  const written = text.slice(start, end);
  const name = written === written.toLowerCase() ? method.toLowerCase() : method;
  const quote = type === "Literal" ? (written[0] ?? '"') : "";
  return { start, end, text: `${quote}${name}${quote}` };
}
