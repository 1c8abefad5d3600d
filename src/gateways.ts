import { kinds } from "./generated/kinds.js";

/** Names of the gateways that the tables know, as `pg` gives them. */
export const gateways: readonly string[] = [
  ...new Set(Object.keys(kinds).map((kind) => kind.split(".")[0] as string)),
];
