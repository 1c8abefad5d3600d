import { hole, textOf } from "../../../validator/unknown.js";
import type { Address } from "../../calls.js";
import type { Located } from "../../located.js";
import type { ConstantFolder } from "../folding/constantFolding.js";
import type { Bindings } from "../scope/bindings.js";
import { type Node, unwrapped } from "../syntax/ast.js";
import { below, type HttpRequest } from "./httpConventions.js";

/** The program that makes a request. */
interface Requesting {
  readonly text: string;
  readonly bindings: Bindings;
  readonly evaluator: ConstantFolder;
}

/** The address of a request, with the base that its client's options give; undefined where it is no text. */
export function wholeAddress(
  { address, options }: HttpRequest,
  call: Node,
  { text: file, bindings, evaluator }: Requesting,
): Address | undefined {
  const text = textOf(address.value);
  if (text === undefined) return undefined;
  const written = file.slice(...address.span);
  const isWhole = /^(?:\w+:|\/\/)/.test(text) || text.startsWith(hole);
  const base = isWhole
    ? undefined
    : ((options && baseIn(options)) ?? baseOf(call, bindings, evaluator));
  if (!base) return { text, written, file };
  const known = (textOf(base.value) ?? hole).replace(/\/$/, "");
  return {
    text: `${known}/${text.replace(/^\//, "")}`,
    written: file.slice(...base.span),
    file,
  };
}

/** `const api = axios.create({ baseURL })`, and its equivalents in got and ky. */
function baseOf(call: Node, bindings: Bindings, evaluator: ConstantFolder): Located | undefined {
  const callee = unwrapped(call.callee as Node);
  const client = callee.type === "MemberExpression" ? unwrapped(callee.object as Node) : callee;
  const made = client.type === "Identifier" ? bindings.valueOf(client) : undefined;
  const inner = made && unwrapped(made);
  const [argument] = inner?.type === "CallExpression" ? (inner.arguments as Node[]) : [];
  if (!argument || argument.type === "SpreadElement") return undefined;
  return baseIn(evaluator.evaluate(argument));
}

/** The base of addresses, as axios, got and ky, and others call it. */
const baseIn = (options: Located): Located | undefined =>
  below(options, "baseURL") ?? below(options, "prefixUrl") ?? below(options, "baseUrl");
