import type { LibraryCall, Run } from "../../program/library.js";
import type { Value } from "../../program/values.js";
import { declaredRequest } from "../httpInterface.js";
import { interpretAddressCall } from "./addresses.js";
import { interpretBodyCall } from "./bodies.js";
import { interpretBuilderCall } from "./builders.js";
import { interpretClientCall } from "./clients.js";
import { interpretConnectionCall } from "./connection.js";
import { send } from "./sending.js";
import { interpretTemplateCall } from "./template.js";

/**
 * What Java's clients of HTTP do. A request that is put together is an object with the entries `method`, `address`, `base`,
 * `body` and `form`, whichever client's builder it is.
 */

/** What a call of a client of HTTP gives; undefined of others. */
export function interpretHttpCall(site: LibraryCall, path: string, run: Run): Value | undefined {
  if (path === declaredRequest) return declared(site, run);
  return (
    interpretAddressCall(site, path, run) ??
    interpretBodyCall(site, path, run) ??
    interpretConnectionCall(site, run) ??
    interpretBuilderCall(site, path, run) ??
    interpretTemplateCall(site, run) ??
    interpretClientCall(site, path, run)
  );
}

/** A request that an interface declares. */
function declared(site: LibraryCall, run: Run): Value {
  const [method, address, entity, form] = site.arguments.map(({ value }) => value);
  if (method && address) {
    const body = entity?.known === null ? undefined : entity;
    send({ method, address, entity: body, isForm: form?.known === true }, site, run);
  }
  return run.unknown(site.span);
}
