import { isOpen, isSeen, textOf } from "../../../validator/unknown.js";
import { type Located, locatedAt } from "../../located.js";
import type { ConstantFolder } from "../folding/constantFolding.js";
import { argumentsOf, memberName, type Node, unwrapped, valueOfKey } from "../syntax/ast.js";

/** What the call of an HTTP client asks for. */
export interface HttpRequest {
  readonly method: string;
  readonly address: Located;
  /** Options of the request, which may give a base of its address. */
  readonly options?: Located | undefined;
  /** The expression of the body, where one is written. */
  readonly written?: Node | undefined;
  body(): RequestBody | undefined;
}

export interface RequestBody {
  readonly payload: Located;
  /** True of a body that is sent as a form, where numbers are texts. */
  readonly isForm: boolean;
}

/** A call that may be one of an HTTP client. */
interface ClientCall {
  readonly evaluator: ConstantFolder;
  /** `post` of `axios.post(...)`. */
  readonly name: string | undefined;
  readonly first: Node;
  /** What the first argument is. */
  readonly target: Located;
  readonly second: Node | undefined;
  readonly third: Node | undefined;
  /** Whether the code around says that a form is sent. */
  sendsForm(): boolean;
}

/** One way in which clients are called; undefined of a call that is made in another way. */
type Convention = (call: ClientCall) => HttpRequest | undefined;

/** Functions that read where their options say no method. */
const getting = /^(?:axios|fetch|get|got|ky)$/;

const httpMethods = new Set(["delete", "patch", "post", "put"]);

/** Methods whose second argument is the body; of others it is the options. */
const withBody = new Set(["patch", "post", "put"]);

/** `axios.post(address, body)`: options would have nothing but their own keys. */
const positionalBody: Convention = ({ evaluator, name, target, second, third, sendsForm }) => {
  if (!isText(target) || name === undefined || !withBody.has(name) || !second) return undefined;
  const first = evaluator.evaluate(second);
  if (areOptions(first)) return undefined;
  const body = () => bodyFrom(evaluator, second, sendsForm());
  return {
    ...{ method: name, address: target, written: second, body },
    options: third ? evaluator.evaluate(third) : first,
  };
};

/** `fetch(address, { method, body })`, `got.post(address, { json })`, `axios.post(address)`. */
const addressThenOptions: Convention = ({ evaluator, name, target, second, sendsForm }) => {
  if (!isText(target)) return undefined;
  const options = second && evaluator.evaluate(second);
  const method = methodOf(name, options);
  if (method === undefined) return undefined;
  const body = () => bodyIn(evaluator, options, second, sendsForm());
  return { method, address: target, options, written: valueOfKey(second, "body"), body };
};

/** `axios({ url, method, data })`, `$.ajax({ url, type, data })`, `request.post({ uri, json })`. */
const optionsOnly: Convention = ({ evaluator, name, first, target, sendsForm }) => {
  const address = below(target, "url") ?? below(target, "uri");
  const method = methodOf(name, target);
  if (!address || method === undefined) return undefined;
  const body = () => bodyIn(evaluator, target, first, sendsForm());
  return { method, address, options: target, body };
};

const conventions: readonly Convention[] = [positionalBody, addressThenOptions, optionsOnly];

/** Names of functions that make requests. */
const requesting = /^(?:ajax|axios|delete|fetch|got|ky|patch|post|put|request)$/;

/** Whether a call is one of a well-known HTTP client, by its name. */
export function isClient(call: Node): boolean {
  const callee = unwrapped(call.callee as Node);
  const isMember = callee.type === "MemberExpression";
  const name = isMember ? memberName(callee) : callee.name;
  return typeof name === "string" && requesting.test(name);
}

/** The request that a call makes, if it is one of an HTTP client. */
export function httpRequest(call: Node, evaluator: ConstantFolder): HttpRequest | undefined {
  const callee = unwrapped(call.callee as Node);
  const [first, second, third] = argumentsOf(call);
  if (!first) return undefined;
  const clientCall: ClientCall = {
    evaluator,
    name: callee.type === "MemberExpression" ? memberName(callee) : (callee.name as string),
    first,
    target: evaluator.evaluate(first),
    second,
    third,
    sendsForm: () =>
      /urlencoded/i.test(evaluator.sourceOf(call)) ||
      /^(?:\$|jQuery)\./.test(evaluator.sourceOf(callee)),
  };
  for (const convention of conventions) {
    const request = convention(clientCall);
    if (request) return request;
  }
  return undefined;
}

const isText = ({ value }: Located): boolean => textOf(value) !== undefined;

function methodOf(name: string | undefined, options: Located | undefined): string | undefined {
  if (name !== undefined && httpMethods.has(name)) return name;
  const said = options && (below(options, "method") ?? below(options, "type"));
  if (said) return typeof said.value === "string" ? said.value : undefined;
  const isWhole = !options || (isSeen(options.value) && !isOpen(options.value));
  const isAsked = name === "get" || isWhole;
  return name !== undefined && isAsked && getting.test(name) ? "get" : undefined;
}

/** Keys that only the options of a request have, not a body. */
const optionKeys = new Set(["json", "form", "body", "data", "headers", "method", "url", "uri"]);

/** Options without one of these would say no more than the address does; a body of V2 has only keys with capitals, too. */
const tellingKeys = /^(?:json|form|body|data|headers|url|uri)$/;

function areOptions({ children }: Located): boolean {
  const keys = [...children.keys()];
  return (
    keys.some((key) => tellingKeys.test(key)) &&
    keys.every((key) => optionKeys.has(key) || /^[a-z]+[A-Z]/.test(key))
  );
}

/** The body among the options of a request; `node` is the expression of the options. */
function bodyIn(
  evaluator: ConstantFolder,
  options: Located | undefined,
  node: Node | undefined,
  sendsForm: boolean,
): RequestBody | undefined {
  if (!options) return undefined;
  for (const key of ["json", "form", "data", "body"]) {
    const located = below(options, key);
    if (!located || (key === "json" && located.value === true)) continue;
    const isForm = key === "form" || (key !== "json" && sendsForm);
    const written = valueOfKey(node, key);
    return written ? bodyFrom(evaluator, written, isForm) : { payload: located, isForm };
  }
  return undefined;
}

const formMakers = /^(?:URLSearchParams|(?:qs|querystring|Qs|\$)\.(?:stringify|param)|stringify)$/;

/** What is sent: `JSON.stringify({...})`, `new URLSearchParams({...})`, or the object itself. */
function bodyFrom(evaluator: ConstantFolder, node: Node, isForm: boolean): RequestBody {
  const expression = unwrapped(node);
  const isMade = expression.type === "CallExpression" || expression.type === "NewExpression";
  const [argument] = isMade ? (expression.arguments as Node[]) : [];
  if (argument && argument.type !== "SpreadElement") {
    const maker = evaluator.sourceOf(expression.callee as Node);
    if (maker === "JSON.stringify") {
      return { payload: evaluator.evaluate(argument), isForm: false };
    }
    if (formMakers.test(maker)) return { payload: evaluator.evaluate(argument), isForm: true };
  }
  return { payload: evaluator.evaluate(expression), isForm };
}

/** What a key of an object stands for. */
export const below = (located: Located, key: string): Located | undefined =>
  locatedAt(located, `/${key}`);
