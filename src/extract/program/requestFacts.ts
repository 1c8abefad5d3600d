import { hole, textOf } from "../../validator/unknown.js";
import { type Api, apiAt } from "../apis.js";
import type { CodeFact } from "../reader.js";
import { hasOtherToken, hostFacts, isAsked, pathFacts } from "../restFacts.js";
import type { RequestSite } from "./calls.js";
import type { Value } from "./values.js";

/** The text that a request is in. */
interface Around {
  readonly text: string;
  readonly isSample: boolean;
}

/** The facts about a request of server code: its path, its method and its `Authorization` header. */
export function requestFacts(
  apis: readonly Api[],
  { method: verb, address, authorization, span }: Extract<RequestSite, { is: "request" }>,
  to: string,
  { text, isSample }: Around,
): CodeFact[] {
  const at = apiAt(apis, to);
  const method = verb.toUpperCase();
  if (!at) return hostFacts(apis, { method, address: to, span: address.span, isSample });
  const { api, path } = at;
  const source = text.slice(...(address.origin ?? address.span));
  const wrong = pathFacts(apis, { api, method, path, source, span: address.span, isSample });
  if (wrong.length > 0 || authorization === undefined || !isAsked(api, method, path)) return wrong;
  if (!authorization && hasOtherToken(api, [], to)) return wrong;
  const value = `${api.version} ${authorization ? writtenAs(authorization, text) : "absent"}`;
  return [{ what: "rest-authorization", value, span: authorization?.span ?? span, isSample }];
}

const name = String.raw`[\w.]+(?:\(\))?`;
const ofEnvironment = /^[\w.]+(?:\[|\()\s*["'](\w+)["']\s*[\])]$/;

/** A name as rules about code read it: `SECRET` of `os.environ["SECRET"]`. */
function nameOf(source: string): string | undefined {
  const [, variable] = ofEnvironment.exec(source) ?? [];
  if (variable !== undefined) return variable;
  return new RegExp(`^${name}$`).test(source) ? source.replace("()", "") : undefined;
}

/** A text as `text:` and what is known of it, any other expression as `code:` and its source. */
function writtenAs({ known, span, origin }: Value, text: string): string {
  if (typeof known === "string") return `text:${known}`;
  const source = text.slice(...(origin ?? span)).trim();
  const plain = nameOf(source);
  if (plain !== undefined) return `code:${plain}`;
  const [, ofBearer] = /\bsetBearerAuth\(([^()]*(?:\(\))?)\)$/.exec(source) ?? [];
  const [, head = "", tail = ofBearer ?? ""] = /^"([^"]*)"\s*\+([\s\S]+)/.exec(source) ?? [];
  const joined = nameOf(tail.trim());
  if (joined !== undefined) return `text:${ofBearer === undefined ? head : "Bearer "}\${${joined}}`;
  const [, inBraces] = /^[fF](["'])((?:(?!\1).)*)\1$/.exec(source) ? [0, source.slice(2, -1)] : [];
  if (inBraces !== undefined) {
    return `text:${inBraces.replace(/\{([^{}]*)\}/g, (_, one: string) => `\${${nameOf(one) ?? ""}}`)}`;
  }
  return `text:${(textOf(known) ?? hole).replaceAll(hole, "${}")}`;
}
