import { handlers } from "../../program/handlers.js";
import type { LibraryCall, Run } from "../../program/library.js";
import { isObject, type ObjectValue, type Value } from "../../program/values.js";
import { isAuthorization } from "./headers.js";
import { sendBuilt } from "./sending.js";

/** `HttpURLConnection`: what is written to its stream is the body. */
export function interpretConnectionCall(site: LibraryCall, run: Run): Value | undefined {
  const { receiver, name, span, isNew, arguments: args } = site;
  if (name === "openConnection" && receiver) {
    const made = run.make("connection", span);
    run.objects.put(made.object, "address", receiver);
    return made;
  }
  const first = args[0]?.value;
  const isWriter = isNew && /(?:Writer|OutputStream)$/.test(name);
  if (isWriter && first?.object?.type === "connection") return first;
  return isObject(receiver) && receiver.object.type === "connection"
    ? interpretMethod(receiver, site, run)
    : undefined;
}

type ConnectionMethod = (connection: ObjectValue, site: LibraryCall, run: Run) => Value;

const connectionMethods = handlers<ConnectionMethod>(
  [["setRequestMethod"], setMethod],
  [["setRequestProperty", "addRequestProperty"], setHeader],
  [["getInputStream", "getResponseCode"], readAnswer],
  [["getOutputStream"], (connection) => connection],
  [["write", "writeBytes", "writeUTF", "print", "println", "append"], writeBody],
);

const harmless = /^(?:set|add|get|is|flush|close|connect|disconnect|newLine)/;

function interpretMethod(connection: ObjectValue, site: LibraryCall, run: Run): Value | undefined {
  const method = connectionMethods.get(site.name);
  if (method) return method(connection, site, run);
  return harmless.test(site.name) ? run.unknown(site.span) : undefined;
}

function setMethod(
  { object }: ObjectValue,
  { span, arguments: [name] }: LibraryCall,
  run: Run,
): Value {
  if (name) run.objects.put(object, "method", name.value);
  return run.unknown(span);
}

function setHeader(
  { object }: ObjectValue,
  { span, arguments: args }: LibraryCall,
  run: Run,
): Value {
  const [name, value] = args;
  if (value && isAuthorization(name, run)) run.objects.put(object, "authorization", value.value);
  return run.unknown(span);
}

/** A request without a body is sent when its answer is read. */
function readAnswer({ object }: ObjectValue, site: LibraryCall, run: Run): Value {
  if (!run.objects.get(object, "body") && run.objects.get(object, "method")) {
    sendBuilt(object, site, run);
  }
  return run.unknown(site.span);
}

function writeBody(connection: ObjectValue, site: LibraryCall, run: Run): Value {
  const { objects } = run;
  const { object } = connection;
  const first = site.arguments[0]?.value;
  if (first) objects.put(object, "body", first);
  if (!objects.get(object, "method")) {
    objects.put(object, "method", { span: site.span, known: "POST" });
  }
  sendBuilt(object, site, run);
  return connection;
}
