import { isData } from "../../program/dataClasses.js";
import type { ArgumentValue, LibraryCall, Run } from "../../program/library.js";
import type { ObjectCell } from "../../program/objects.js";
import type { Value } from "../../program/values.js";
import { isMap } from "../collectionMethods.js";
import { authorizationIn, saysForm } from "./headers.js";

interface Sent {
  readonly method: Value;
  readonly address: Value;
  readonly entity: Value | undefined;
  readonly base?: Value | undefined;
  readonly isForm?: boolean;
  readonly authorization?: Value | undefined;
}

/** Records a request with what it carries. */
export function send(
  { method, address, entity, base, isForm, authorization }: Sent,
  site: LibraryCall,
  run: Run,
): void {
  const { objects } = run;
  const text = address.object?.type === "address" ? objects.get(address.object, "text") : address;
  if (typeof method.known !== "string" || !text) return;
  const isEntity = entity?.object?.type === "entity";
  const body = isEntity && entity.object ? objects.get(entity.object, "body") : entity;
  const headers = isEntity && entity.object ? objects.get(entity.object, "headers") : undefined;
  const isUrlEncoded = (isForm ?? false) || saysForm(headers, run);
  const type = body?.object?.type;
  const isMapBody = isMap(body) || isData(body) || type?.startsWith("client:");
  run.record({
    is: "request",
    node: site.expression,
    span: site.span,
    method: method.known,
    address: text,
    base,
    body,
    isForm: isMapBody ? type === "form" || isUrlEncoded : undefined,
    authorization: authorization ?? authorizationIn(headers, run),
  });
}

/** Records a request, or a connection, that was put together. */
export function sendBuilt(object: ObjectCell, site: LibraryCall, run: Run): void {
  const { objects } = run;
  const address = objects.get(object, "address");
  if (!address) return;
  const method = objects.get(object, "method") ?? { span: site.span, known: "GET" };
  const isForm = objects.get(object, "form")?.known === true;
  const base = objects.get(object, "base");
  const entity = objects.get(object, "body");
  const authorization = objects.get(object, "authorization");
  send({ method, address, entity, base, isForm, authorization }, site, run);
}

/** `HttpMethod.POST`, or a text. */
export function methodIn(
  argument: ArgumentValue | undefined,
  { span }: LibraryCall,
  run: Run,
): Value {
  if (!argument) return run.unknown(span);
  if (typeof argument.value.known === "string") return argument.value;
  const source = run.sourceOf(argument.span);
  const known = (/\bHttpMethod\s*\.\s*([A-Z]+)$/.exec(source) ?? /^([A-Z]+)$/.exec(source))?.[1];
  return { span, known };
}
