export { everyPartialKind as kinds } from "../../../dist/generated/everyPartialKind.js";

/** What an object is that nothing else is said of. */
export const usualKind = "ksnet.v1.request-pay";
