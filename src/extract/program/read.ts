import { clients } from "../../generated/clients.js";
import { servers } from "../../generated/servers.js";
import { unread } from "../body.js";
import { type Call, type CallKind, hookPatterns, tellingWords } from "../calls.js";
import { elidesSomething } from "../javascript/folding/placeholders.js";
import { opened } from "../located.js";
import { tooDeep } from "../nesting.js";
import {
  type CodeFact,
  type Extraction,
  nothing,
  type ReadOptions,
  type Syntax,
} from "../reader.js";
import { isSecretText, type SecretsInCode, secretLiteral } from "../secrets.js";
import { Answers } from "./answers.js";
import { Requests } from "./calls.js";
import { Clients } from "./clients/clients.js";
import { interpret } from "./interpreter/interpret.js";
import type { NameRules } from "./interpreter/nameRules.js";
import type { Library, LibraryCall, Run } from "./library.js";
import type { Program } from "./model.js";
import { spansOf, type Value } from "./values.js";
import { Servers } from "./webhooks/servers.js";
import { receivedIn, webhookFacts } from "./webhooks/webhookFacts.js";

/** A language whose server code is read. */
interface ServerLanguage {
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

/** Names of the functions and classes that verify a webhook. */
const verifiers = clients.flatMap(({ webhook }) =>
  webhook ? [webhook.class ?? webhook.name.replace(/\..*/, "")] : [],
);

/** The payment calls of a program. */
export function readProgram(
  text: string,
  language: ServerLanguage,
  { kinds, sdks, apis, secrets: inCode, isSample = false }: ReadOptions,
): Extraction {
  const secretKeys = new Set(kinds.flatMap(({ service }) => service?.secrets ?? []));
  const holdsSecret =
    [...secretKeys].some((key) => text.includes(key)) ||
    schemesOf(kinds).some((one) => text.includes(`${one} `));
  const isAtApi = apis.some(({ host }) => text.includes(host));
  const secretNames = new RegExp(inCode.names, "iu");
  const hookWords = new RegExp([...hookPatterns(apis), ...verifiers].join("|") || "(?!)", "iu");
  const readsHook = hookWords.test(text);
  const isTold =
    readsHook ||
    [tellingWords({ kinds, sdks }), clientWords, secretNames].some((one) => one.test(text)) ||
    holdsSecret ||
    isAtApi;
  if (!isTold) return nothing;
  try {
    const program = language.programOf(text, isSample);
    const known = new Clients(clients, kinds, language.name, program.imports);
    const requests = new Requests({
      text,
      code: language.codeOf(text),
      kinds,
      syntax: language.syntax,
      apis,
      isSample,
    });
    const library = withClients(language.library, known);
    const own = new Servers(servers, language.name, program.imports);
    const answers = new Answers(own);
    const rules = {
      ...language.rules,
      isSample,
      isSecret: secretText(kinds),
      isSecretKey: (key: string) => secretKeys.has(key),
      isNamedSecret: (name: string, one: string) => isSecretText(one) && secretNames.test(name),
    };
    const hidden = interpret(program, { text, library, rules, requests, answers });
    const secrets = [...hidden.flatMap(({ origins }) => spansOf(origins)), ...requests.hidden()];
    const { calls, unparsable: faults } = requests.extraction();
    const { unparsable, facts: ofBodies } = unread(faults, isSample);
    const facts = [
      ...ofBodies,
      ...requests.facts(),
      ...answers.facts({ apis, isSample, isReceived: receivedIn(program, own) }, (site) =>
        requests.addressOf(site),
      ),
      ...(readsHook
        ? webhookFacts(program, {
            ...{ text, language: language.name, isSample, apis, clients, servers },
          })
        : []),
      ...(isSample ? [] : secretFacts(hidden, text, inCode)),
    ];
    const isWhole = !isSample || !elidesSomething(text);
    return { ...nothing, calls: isWhole ? calls : calls.map(elided), facts, unparsable, secrets };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { ...nothing, unparsable: [{ span: [0, 1], reason: tooDeep }] };
  }
}

/** Secrets that are written out. */
function secretFacts(hidden: readonly Value[], text: string, inCode: SecretsInCode): CodeFact[] {
  const literals = new RegExp(inCode.literals, "u");
  const found = new Map<number, CodeFact>();
  for (const { known, span, origin } of hidden) {
    const at = origin ?? span;
    const isWritten = typeof known === "string" && text.slice(...at).includes(known);
    if (isWritten && (isSecretText(known) || literals.test(known))) {
      found.set(at[0], secretLiteral(known, at, inCode));
    }
  }
  return [...found.values()];
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

/** A language's library with the clients of PortOne that a program imports. */
const withClients = (library: Library, clients: Clients): Library => ({
  call(site: LibraryCall, run: Run) {
    const known = clients.call(site, run) ?? library.call(site, run);
    if (!known) clients.recordCall(site, run);
    return known;
  },
  member: (of, name, span, run) =>
    clients.member(of, name, run) ?? library.member?.(of, name, span, run),
  leavesArguments: (site) => library.leavesArguments(site),
});
