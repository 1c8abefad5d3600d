import { gatewaysOf } from "./choices.js";
import { kinds } from "./generated/kinds.js";

/** Names of the gateways that the tables know. */
export const gateways = gatewaysOf(Object.keys(kinds));
