import type { CodeFact } from "../../reader.js";
import { type Client, isOfPackage, plainName } from "../clients/model.js";
import type { CallExpression, Expression, Import } from "../model.js";
import { visitFunction } from "../walk.js";
import type { DeclaredFunction } from "./declaredFunctions.js";
import { type LocalNames, madeIn } from "./localNames.js";
import type { SentField, SentValues } from "./sentValues.js";
import type { Servers } from "./servers.js";
import type { WebhookContext } from "./webhookFacts.js";

/** Finds webhooks that are verified wrongly, or read by the names of the other version. */
export class VerifiedWebhooks {
  readonly #servers: Servers;
  /** Clients with a function that verifies, which the program imports. */
  readonly #clients: readonly Client[];
  readonly #language: string;
  readonly #isSample: boolean;

  constructor(
    servers: Servers,
    imports: readonly Import[],
    { clients, language, isSample }: WebhookContext,
  ) {
    this.#servers = servers;
    this.#language = language;
    this.#isSample = isSample;
    this.#clients = clients.filter(
      (client) =>
        client.language === language && imports.some(({ module }) => isOfPackage(client, module)),
    );
  }

  of({ fn }: DeclaredFunction, names: LocalNames, received: SentValues): CodeFact[] {
    if (this.#clients.length === 0) return [];
    const fields: SentField[] = [];
    const bodies: Expression[] = [];
    let notInBody: readonly string[] | undefined;
    visitFunction(fn, {
      expression: (one) => {
        const field = received.field(one);
        if (field) fields.push(field);
        const webhook = one.is === "call" && this.#verifiedBy(one, names);
        if (one.is !== "call" || !webhook) return;
        notInBody = webhook.notInBody;
        const body = one.arguments.filter(({ name }) => !name)[webhook.body]?.value;
        if (body) bodies.push(body);
      },
    });
    const isForeign = ({ name }: SentField) =>
      notInBody?.some((one) => plainName(one) === plainName(name));
    const foreign = new Map(fields.filter(isForeign).map((one) => [one.span[0], one]));
    return [
      ...bodies
        .filter((one) => this.#isParsed(one, received))
        .map(({ span }) => this.#fact("parsed-webhook", span, this.#language)),
      ...[...foreign.values()].map(({ name, span }) => this.#fact("foreign-webhook", span, name)),
    ];
  }

  #fact = (what: string, span: CodeFact["span"], value: string): CodeFact => ({
    ...{ what, value, span, terms: { name: value } },
    isSample: this.#isSample,
  });

  /** The function of a client that a call verifies a webhook with. */
  #verifiedBy({ callee }: CallExpression, names: LocalNames): Client["webhook"] {
    for (const client of this.#clients) {
      const { webhook } = client;
      if (webhook?.class === undefined) {
        const path = this.#servers.pathOf(callee) ?? "";
        if (webhook && isOfPackage(client, path) && path.endsWith(`.${webhook.name}`))
          return webhook;
      } else if (callee.is === "member" && callee.name === webhook.name) {
        const { of } = callee;
        const isNamed = of.is === "name" || (of.is === "member" && of.of.is === "self");
        const type = isNamed ? names.typeOf(of.name) : madeIn(of);
        if (type === webhook.class) return webhook;
      }
    }
    return undefined;
  }

  /** Whether a text is not the one that was received: parsed, or made again of what was parsed. */
  #isParsed(body: Expression, received: SentValues): boolean {
    const sent = received.sent(body)?.is;
    if (sent !== undefined) return sent === "body" || sent === "written";
    const isWritten = body.is === "call" && this.#servers.calls("writes", body);
    return isWritten && !this.#servers.calls("converts", body);
  }
}
