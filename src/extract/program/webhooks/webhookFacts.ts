import type { Span } from "../../../text/positions.js";
import { type Api, isSaid } from "../../apis.js";
import type { CodeFact } from "../../reader.js";
import { namesSender } from "../../webhookWords.js";
import { type Client, plainName } from "../clients/model.js";
import type { Expression, Program, Statement } from "../model.js";
import { visitFunction } from "../walk.js";
import { type DeclaredFunction, DeclaredFunctions } from "./declaredFunctions.js";
import { Handlers } from "./handlers.js";
import { LocalNames } from "./localNames.js";
import { SentValues } from "./sentValues.js";
import { type ServerLibrary, Servers } from "./servers.js";
import { VerifiedWebhooks } from "./verifiedWebhooks.js";
import { WebhookVerification } from "./webhookVerification.js";

/** What is known of webhooks, and the text that they are looked for in. */
export interface WebhookContext {
  readonly text: string;
  readonly language: string;
  readonly isSample: boolean;
  readonly apis: readonly Api[];
  readonly clients: readonly Client[];
  readonly servers: readonly ServerLibrary[];
}

/** A decision by one of several texts. */
interface Test {
  readonly of: Expression;
  readonly values: readonly string[];
}

/** Finds how server code treats webhooks, whatever its language. */
export function webhookFacts(program: Program, context: WebhookContext): CodeFact[] {
  const { text, language } = context;
  const servers = new Servers(context.servers, language, program.imports);
  const functions = new DeclaredFunctions(program.statements);
  const sourceOf = ([start, end]: Span) => text.slice(start, end);
  const handlers = new Handlers(servers, program, sourceOf);
  const checks = new WebhookVerification(servers, functions, sourceOf);
  const verified = new VerifiedWebhooks(servers, program.imports, context);
  const isFromKnownSender = namesSender(text);
  return functions.all.flatMap((own): CodeFact[] => {
    const isHandler = handlers.isHandler(own);
    const names = new LocalNames(own);
    const received = new SentValues(servers, names, isHandler);
    const mayBelieve = isHandler && !context.isSample && !isFromKnownSender;
    const believed = mayBelieve ? believedIn(own, received, servers, context.apis) : undefined;
    const isBelieved = believed && !handlers.isGuarded(own) && !checks.mayCheck(own);
    return [...verified.of(own, names, received), ...(isBelieved ? [believed] : [])];
  });
}

/** Says whether a value, by its place, is a field of what somebody sent. */
export function receivedIn(program: Program, servers: Servers): (span: Span) => boolean {
  let spans: Set<string> | undefined;
  const all = () => {
    const found = new Set<string>();
    for (const own of new DeclaredFunctions(program.statements).all) {
      const received = new SentValues(servers, new LocalNames(own), true);
      visitFunction(own.fn, {
        expression: (one) => {
          if (received.field(one)) found.add(`${one.span}`);
        },
      });
    }
    return found;
  };
  // Few programs compare anything with an answer.
  return (span) => {
    spans ??= all();
    return spans.has(`${span}`);
  };
}

/** A decision by what a webhook says, in the function that it reaches first. */
function believedIn(
  { fn }: DeclaredFunction,
  received: SentValues,
  servers: Servers,
  apis: readonly Api[],
): CodeFact | undefined {
  const tests: Test[] = [];
  const read = new Set(
    fn.parameters.flatMap((one) => received.parameterField(one)?.name ?? []).map(plainName),
  );
  visitFunction(fn, {
    expression: (one) => {
      tests.push(...testsIn(one, servers));
      const field = received.field(one);
      if (field) read.add(plainName(field.name));
    },
    statement: (one) => {
      tests.push(...decisionIn(one));
    },
  });
  for (const { of, values } of tests) {
    const said = received.field(of)?.name;
    const api = apis.find(
      ({ hook }) => said === hook.says && values.some((one) => isSaid(hook, one)),
    );
    const isHook = api?.hook.isTold || api?.hook.ids.some((id) => read.has(plainName(id)));
    if (!api || !isHook) continue;
    const { version: value } = api;
    return {
      what: "believed-webhook",
      value,
      span: of.span,
      terms: { name: value },
      isSample: false,
    };
  }
  return undefined;
}

/** A comparison with a text: `a == "b"`, `"b".equals(a)`. */
function testsIn(expression: Expression, servers: Servers): Test[] {
  if (expression.is === "equality") return testOf(expression.sides);
  if (expression.is !== "call" || !servers.calls("compares", expression)) return [];
  const { callee, arguments: args } = expression;
  const given = args.map(({ value }) => value);
  return testOf(callee.is === "member" && given.length === 1 ? [callee.of, ...given] : given);
}

function testOf([left, right]: readonly Expression[]): Test[] {
  if (!left || !right) return [];
  const [of, text] = right.is === "text" ? [left, right] : [right, left];
  return text.is === "text" ? [{ of, values: [text.text] }] : [];
}

/** What a `switch` or a `match` decides by. */
function decisionIn(statement: Statement): Test[] {
  if (statement.is !== "branch") return [];
  const [of] = statement.conditions;
  const values = (statement.cases ?? []).flatMap((one) => (one.is === "text" ? [one.text] : []));
  return of ? [{ of, values }] : [];
}
