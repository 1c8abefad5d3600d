import { clients } from "../../generated/clients.js";
import { isSeen, markOpen } from "../../validator/unknown.js";
import { type Call, type CallKind, tellingWords } from "../calls.js";
import { elidesSomething } from "../javascript/placeholders.js";
import type { Located } from "../located.js";
import { type Extraction, nothing, type ReadOptions, type Syntax } from "../reader.js";
import { Requests } from "./calls.js";
import { Clients } from "./clients.js";
import { Interpreter, type NameRules } from "./interpreter.js";
import type { CallSite, Library, Run } from "./library.js";
import type { Program } from "./model.js";
import { spansOf } from "./values.js";

/** A language whose server code is read. */
export interface ServerLanguage {
  readonly name: string;
  readonly syntax: Syntax;
  readonly rules: NameRules;
  /** What its libraries of maps, JSON and HTTP do. */
  readonly library: Library;
  /** A text without its comments and literal texts. */
  codeOf(text: string): string;
  /** Lowers a text, or a sample, which may be less than a file; whatever is wrong with the text, the rest is lowered. */
  programOf(text: string, isSample: boolean): Program;
}

const clientWords = new RegExp(
  clients
    .flatMap(({ classes }) => Object.values(classes))
    .flatMap(({ methods = {} }) => Object.keys(methods))
    .concat(clients.flatMap(({ classes }) => Object.keys(classes)))
    .join("|"),
);

/** The payment calls of a program. */
export function readProgram(
  text: string,
  language: ServerLanguage,
  { kinds, sdks, isSample = false }: ReadOptions,
): Extraction {
  const secretKeys = new Set(kinds.flatMap(({ service }) => service?.secrets ?? []));
  const holdsSecret =
    [...secretKeys].some((key) => text.includes(key)) ||
    schemesOf(kinds).some((one) => text.includes(`${one} `));
  const isTold = tellingWords({ kinds, sdks }).test(text) || clientWords.test(text) || holdsSecret;
  if (!isTold) return nothing;
  try {
    const program = language.programOf(text, isSample);
    const known = new Clients(clients, kinds, language.name, program.imports);
    const requests = new Requests({
      text,
      code: language.codeOf(text),
      kinds,
      syntax: language.syntax,
    });
    const library = withClients(language.library, known);
    const interpreter = new Interpreter(text, library, requests, {
      ...language.rules,
      isSample,
      isSecret: secretText(kinds),
      isSecretKey: (key) => secretKeys.has(key),
    });
    interpreter.run(program);
    const secrets = interpreter.hidden.flatMap(({ origins }) => spansOf(origins));
    const { calls, unparsable } = requests.extraction();
    const isWhole = !isSample || !elidesSomething(text);
    return { ...nothing, calls: isWhole ? calls : calls.map(elided), unparsable, secrets };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { ...nothing, unparsable: [{ span: [0, 1], reason: "nested too deeply" }] };
  }
}

/** Words before a secret in `Authorization` headers. */
const schemesOf = (kinds: readonly CallKind[]): string[] => [
  ...new Set(kinds.flatMap(({ service }) => service?.scheme ?? [])),
];

/** Whether a text is the value of an `Authorization` header with the scheme of a service. */
function secretText(kinds: readonly CallKind[]): (text: string) => boolean {
  const pattern = new RegExp(`^(?:${schemesOf(kinds).join("|") || "(?!)"}) *[^ ]`);
  return (text) => pattern.test(text);
}

/** A call in a sample that leaves something out: its payload may hold more. */
const elided = (call: Call): Call =>
  call.payload ? { ...call, payload: opened(call.payload) } : call;

function opened(located: Located): Located {
  if (!isSeen(located.value)) return located;
  const children = new Map([...located.children].map(([key, child]) => [key, opened(child)]));
  const value = Array.isArray(located.value)
    ? [...children.values()].map((child) => child.value)
    : Object.fromEntries([...children].map(([key, child]) => [key, child.value]));
  return { ...located, children, value: markOpen(value) };
}

/** A language's library with the clients of PortOne that a program imports. */
const withClients = (library: Library, clients: Clients): Library => ({
  call(site: CallSite, run: Run) {
    const known = clients.call(site, run) ?? library.call(site, run);
    if (!known) clients.handOver(site, run);
    return known;
  },
  member: (of, name, span, run) =>
    clients.member(of, name, run) ?? library.member?.(of, name, span, run),
  leavesArguments: (site) => library.leavesArguments(site),
});
