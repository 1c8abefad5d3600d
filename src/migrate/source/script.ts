import { type Call, tellingWords } from "../../extract/calls.js";
import { readScript } from "../../extract/javascript/script.js";
import {
  memberName,
  type Node,
  parentsIn,
  unwrapped,
} from "../../extract/javascript/syntax/ast.js";
import { isOpen, isSeen } from "../../validator/unknown.js";
import { gatewayNamedIn, migrating } from "../gateway.js";
import type { Mapping } from "../mapping.js";
import { type Plan, plansOf } from "../plan.js";
import { type ObjectText, objectText, spanOf } from "./objectText.js";
import { removeRemnants } from "./remnants.js";
import { addressAt, addressed, addressesIn, callAt, hostOf, restEdits, targetOf } from "./rest.js";
import { Rewriting, type SourceMigration, type SourceOptions } from "./rewriting.js";
import { WindowCalls } from "./windowCalls.js";

/** Rewrites the payment calls of V1 in a script. What cannot be rewritten safely stays, with a comment. */
export function migrateScript(
  text: string,
  ending: string,
  options: SourceOptions,
): SourceMigration {
  return new ScriptMigration(text, ending, options).migrate();
}

class ScriptMigration {
  readonly #rewriting: Rewriting;
  readonly #windows: WindowCalls;

  constructor(
    readonly text: string,
    readonly ending: string,
    readonly options: SourceOptions,
  ) {
    this.#rewriting = new Rewriting(text, options);
    this.#windows = new WindowCalls(this.#rewriting);
  }

  migrate(): SourceMigration {
    const { kinds, sdks, apis, secrets, parser, tables } = this.options;
    const telling = tellingWords({ kinds, sdks });
    const [object = ""] = tables.code.gone.split(".");
    const isTold =
      telling.test(this.text) ||
      new RegExp(`\\b${object}\\b`).test(this.text) ||
      this.text.includes(hostOf(apis, "v1"));
    if (!isTold) return this.#rewriting.result;
    const parsed = parser(this.text, this.ending);
    if ("reason" in parsed) {
      if (telling.test(this.text)) this.#rewriting.tell("untouched", parsed.at ?? 0, "syntax");
      return this.#rewriting.result;
    }
    for (const [node, parent] of parentsIn(parsed.root)) this.#rewriting.parents.set(node, parent);
    const { calls } = readScript(this.text, {
      kinds,
      sdks,
      apis,
      secrets,
      ending: this.ending,
      parser,
    });
    for (const call of calls) this.#call(call);
    this.#otherAddresses(calls);
    removeRemnants(this.#rewriting);
    const { result } = this.#rewriting;
    for (const notes of [result.done, result.decide, result.untouched]) {
      notes.sort((left, right) => left.at - right.at);
    }
    return result;
  }

  #call(call: Call): void {
    const node = this.#rewriting.nodeAt(call);
    const name = call.kinds[0]?.kind.split(".")[2] ?? "";
    const mapped = this.options.tables.mappings.find(({ v1 }) => v1 === name);
    if (!mapped || mapped.arrives) return;
    if (!node) this.#rewriting.leave(call, "component");
    else if (call.kinds[0]?.function === undefined) this.#rest(call, node);
    else this.#window(call, node, mapped);
  }

  /** The one plan of a payload that is written out; undefined, and said so, where there is none. */
  #planOf(call: Call, names: Readonly<Record<string, string>>): Plan | undefined {
    const { tables } = this.options;
    const { payload } = call;
    const isWritten =
      payload &&
      isSeen(payload.value) &&
      !isOpen(payload.value) &&
      !payload.isShared &&
      this.text.slice(...spanOf(payload)).startsWith("{");
    if (!isWritten) {
      this.#rewriting.leave(call, "spread");
      return undefined;
    }
    const name = call.kinds[0]?.kind.split(".")[2] ?? "";
    const gateway = migrating(this.#gatewayOf(call), tables);
    const [plan, ...others] = plansOf(name, payload.value, tables, { gateway });
    if (others.length > 0) this.#rewriting.leave(call, "several", names);
    return others.length > 0 ? undefined : plan;
  }

  /** The payload's text in V2. */
  #written({ payload, span }: Call, plan: Plan, isWindow: boolean): ObjectText | undefined {
    if (!payload) return undefined;
    const [start, end] = spanOf(payload);
    const isInCall = span[0] <= start && end <= span[1];
    // The payload of a window moves into the line of its call.
    return objectText(
      payload,
      plan,
      this.text,
      this.options,
      isWindow && isInCall ? span[0] : start,
    );
  }

  #replace(call: Call, { text, decisions }: ObjectText, from: string, to: string): void {
    if (!call.payload) return;
    const [start, end] = spanOf(call.payload);
    this.#rewriting.result.edits.push({ start, end, text });
    for (const { from: was, path, why } of decisions) {
      const where = [was, path].filter((one) => one !== undefined).join(" → ");
      this.#rewriting.result.decide.push({
        at: start,
        message: `${where}: ${why[this.options.locale]}`,
      });
    }
    this.#rewriting.result.done.push({
      at: call.span[0],
      message: this.#rewriting.words("moved", { from, to }),
    });
  }

  /** A call of the payment window, or of buttons. */
  #window(call: Call, node: Node, { calls: [mapped] }: Mapping): void {
    const callee = unwrapped(node.callee as Node);
    const called = callee.type === "MemberExpression" ? memberName(callee) : undefined;
    if (called === undefined || called !== mapped?.v1.split(".")[1]) {
      this.#rewriting.leave(call, "alias");
      return;
    }
    const [first] = node.arguments as Node[];
    if (mapped.first !== undefined && first?.value !== mapped.first) {
      this.#rewriting.leave(call, "other-buttons");
      return;
    }
    const plan = this.#planOf(call, {});
    const written = plan && this.#written(call, plan, true);
    if (!plan || !written) return;
    const { v1 = "", v2 = "" } = plan.mapping.calls[0] ?? {};
    this.#replace(call, written, v1, v2);
    this.#windows.rewrite(node, call, v2);
  }

  /** A call of the REST API, as far as its address and body are written out. */
  #rest(call: Call, node: Node): void {
    const { target } = targetOf(call, this.options.tables);
    const names = { from: target?.v1 ?? call.name, to: target?.v2 ?? "" };
    if (addressesIn(node, this.#rewriting).length !== 1 || call.isForm) {
      this.#rewriting.leave(call, call.isForm ? "form" : "client", names);
      return;
    }
    const plan = this.#planOf(call, names);
    if (!plan || !target) return;
    const written = this.#written(call, addressed(plan), false);
    const isMoved = plan.steps.some(({ is }) => is === "move");
    const rest = written && restEdits(node, target, written.parameters, this.#rewriting);
    if (!isMoved || !written || !rest) {
      this.#rewriting.leave(call, isMoved ? "no-id" : "no-counterpart", names);
      return;
    }
    this.#replace(call, written, target.v1, target.v2);
    this.#rewriting.result.edits.push(...rest.edits);
    const said = ["answer", rest.hasHeader ? "secret" : "no-header"] as const;
    this.#rewriting.comment(
      node,
      said.map((word) => this.#rewriting.words(word)),
    );
    for (const word of said) this.#rewriting.tell("decide", call.span[0], word);
  }

  /** The gateway that a call names itself, or that was told: by its default currency amounts change. */
  #gatewayOf({ payload, span: [start] }: Call): string | undefined {
    const { gateway, gatewayAt, tables } = this.options;
    return gatewayNamedIn(payload?.value, tables) ?? gatewayAt(start) ?? gateway;
  }

  /** Addresses of V1's REST API in calls that no kind is for, such as that of the token. */
  #otherAddresses(calls: readonly Call[]): void {
    const isKnown = ({ range: [start, end] }: Node) =>
      calls.some(({ span }) => span[0] <= start && end <= span[1]);
    for (const node of this.#rewriting.parents.keys()) {
      const address = addressAt(node, this.#rewriting);
      if (!address || isKnown(node)) continue;
      const from = address.path === "" ? hostOf(this.options.apis, "v1") : address.path;
      const known = callAt(from, this.options.tables);
      const isToken = from.startsWith(this.options.tables.code.token.split(" ")[1] ?? "");
      const word = isToken ? "token" : known ? "rest" : "address";
      const names = { from: known?.v1 ?? from, to: known?.v2 ?? "" };
      this.#rewriting.tell("untouched", node.range[0], word, names);
      this.#rewriting.comment(node, [this.#rewriting.words(word, names)]);
    }
  }
}
