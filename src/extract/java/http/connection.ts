import type { LibraryCall, Run } from "../../program/library.js";
import type { ObjectCell } from "../../program/objects.js";
import type { Value } from "../../program/values.js";
import { isAuthorization } from "./headers.js";
import { sendBuilt } from "./sending.js";

/** `HttpURLConnection`: what is written to its stream is the body. */
export function callOfConnection(site: LibraryCall, run: Run): Value | undefined {
  const { receiver, name, span, isNew, arguments: args } = site;
  if (name === "openConnection" && receiver) {
    const made = run.make("connection", span);
    run.objects.put(made.object, "address", receiver);
    return made;
  }
  const first = args[0]?.value;
  const isWriter = isNew && /(?:Writer|OutputStream)$/.test(name);
  if (isWriter && first?.object?.type === "connection") return first;
  const { object } = receiver ?? {};
  return object?.type === "connection" ? methodOf(object, site, run) : undefined;
}

function methodOf(object: ObjectCell, site: LibraryCall, run: Run): Value | undefined {
  const { receiver, name, span, arguments: args } = site;
  const { objects } = run;
  const first = args[0]?.value;
  switch (name) {
    case "setRequestMethod":
      if (first) objects.put(object, "method", first);
      return run.unknown(span);
    case "setRequestProperty":
    case "addRequestProperty":
      if (isAuthorization(args[0], run) && args[1])
        objects.put(object, "authorization", args[1].value);
      return run.unknown(span);
    case "getInputStream":
    case "getResponseCode":
      if (!objects.get(object, "body") && objects.get(object, "method")) {
        sendBuilt(object, site, run);
      }
      return run.unknown(span);
    case "getOutputStream":
      return receiver;
    case "write":
    case "writeBytes":
    case "writeUTF":
    case "print":
    case "println":
    case "append":
      if (first) objects.put(object, "body", first);
      if (!objects.get(object, "method")) objects.put(object, "method", { span, known: "POST" });
      sendBuilt(object, site, run);
      return receiver;
  }
  return /^(?:set|add|get|is|flush|close|connect|disconnect|newLine)/.test(name)
    ? run.unknown(span)
    : undefined;
}
