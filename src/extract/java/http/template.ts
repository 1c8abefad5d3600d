import type { LibraryCall, Run } from "../../program/library.js";
import type { Value } from "../../program/values.js";
import { methodIn, send, sendBuilt } from "./sending.js";

const templateMethods: ReadonlyMap<string, string> = new Map([
  ["postForEntity", "POST"],
  ["postForObject", "POST"],
  ["postForLocation", "POST"],
  ["patchForObject", "PATCH"],
  ["getForEntity", "GET"],
  ["getForObject", "GET"],
  ["put", "PUT"],
]);

/** `RestTemplate`, and clients that are given a whole request. */
export function interpretTemplateCall(site: LibraryCall, run: Run): Value | undefined {
  const { receiver, receiverSource, name, span, arguments: args } = site;
  if (receiver?.object && receiver.object.type !== "client") return undefined;
  const base = receiver?.object && run.objects.get(receiver.object, "base");
  const [first, second, third] = args.map(({ value }) => value);
  const sent = args.map(({ value }) => value.object).find((one) => one?.type === "request");
  if (sent && /^(?:execute|exchange|executeAsync)$/.test(name)) {
    sendBuilt(sent, site, run);
    return run.unknown(span);
  }
  const method = templateMethods.get(name);
  const isTemplate = name !== "put" || /rest|template/i.test(`${receiver?.type} ${receiverSource}`);
  if (method !== undefined && isTemplate && first) {
    const entity = method === "GET" ? undefined : second;
    send({ method: { span, known: method }, address: first, entity, base }, site, run);
    return run.unknown(span);
  }
  if (name === "exchange" && first && second) {
    const entity = third?.object && third;
    send({ method: methodIn(args[1], site, run), address: first, entity, base }, site, run);
    return run.unknown(span);
  }
  return undefined;
}
