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
import type { NameRules, ProgramRules } from "./interpreter/nameRules.js";
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
  options: ReadOptions,
): Extraction {
  const readsHook = hookWords(options.apis).test(text);
  if (!readsHook && !hasTellingWords(text, options)) return nothing;
  try {
    return extractionOf(text, language, options, readsHook);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { ...nothing, unparsable: [{ span: [0, 1], reason: tooDeep }] };
  }
}

/** Whether a text names something of payments, beside webhooks. Most files do not, and need not be parsed. */
const hasTellingWords = (text: string, { kinds, sdks, apis, secrets }: ReadOptions): boolean =>
  [tellingWords({ kinds, sdks }), clientWords, secretNames(secrets)].some((one) =>
    one.test(text),
  ) ||
  secretKeys(kinds).some((key) => text.includes(key)) ||
  schemesOf(kinds).some((scheme) => text.includes(`${scheme} `)) ||
  apis.some(({ host }) => text.includes(host));

const hookWords = (apis: ReadOptions["apis"]) =>
  new RegExp([...hookPatterns(apis), ...verifiers].join("|"), "iu");

const secretNames = ({ names }: SecretsInCode) => new RegExp(names, "iu");

const secretKeys = (kinds: ReadOptions["kinds"]): readonly string[] =>
  kinds.flatMap(({ service }) => service?.secrets ?? []);

function extractionOf(
  text: string,
  language: ServerLanguage,
  { kinds, apis, secrets: inCode, isSample = false }: ReadOptions,
  readsHook: boolean,
): Extraction {
  const program = language.programOf(text, isSample);
  const { imports } = program;
  const requests = new Requests({
    ...{ text, kinds, apis, isSample },
    code: language.codeOf(text),
    syntax: language.syntax,
  });
  const own = new Servers(servers, language.name, imports);
  const answers = new Answers(own);
  const library = withClients(
    language.library,
    new Clients(clients, kinds, language.name, imports),
  );
  const keys = new Set(secretKeys(kinds));
  const names = secretNames(inCode);
  const rules: ProgramRules = {
    ...language.rules,
    isSample,
    isSecret: secretText(kinds),
    isSecretKey: (key) => keys.has(key),
    isNamedSecret: (name, one) => isSecretText(one) && names.test(name),
  };
  const hidden = interpret(program, { text, library, rules, requests, answers });
  const { calls, unparsable: faults } = requests.extraction();
  const { unparsable, facts: ofBodies } = unread(faults, isSample);
  const ofAnswers = answers.facts(
    { apis, isSample, isReceived: receivedIn(program, own) },
    (site) => requests.addressOf(site),
  );
  const ofWebhooks = readsHook
    ? webhookFacts(program, { text, language: language.name, isSample, apis, clients, servers })
    : [];
  const ofSecrets = isSample ? [] : secretFacts(hidden, text, inCode);
  const isWhole = !isSample || !elidesSomething(text);
  return {
    ...nothing,
    calls: isWhole ? calls : calls.map(elided),
    facts: [...ofBodies, ...requests.facts(), ...ofAnswers, ...ofWebhooks, ...ofSecrets],
    unparsable,
    secrets: [...hidden.flatMap(({ origins }) => spansOf(origins)), ...requests.hidden()],
  };
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
    clients.member(of, name, run) ?? library.member(of, name, span, run),
  leavesArguments: (site) => library.leavesArguments(site),
});
