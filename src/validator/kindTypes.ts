// What the declarations of kinds import. There are hundreds of them, so each has one import in place of one for each module.
export type { Check } from "./check.js";
export type { Issuer } from "./issuer.js";
export type { ExpectedPayment, ExpectedV2Payment, PaymentOutcome } from "./outcome.js";
export type { Predicate } from "./predicate.js";
export type { Validator } from "./validator.js";

/**
 * The payload for a code of a card company, by that code. Without a code it is `none`; for a code that no card company has,
 * `Direct` says where the code is and which there are.
 */
export type PayloadByCode<Payloads extends { none: object }, Code, Codes, Direct> = [
  Code,
  // Undefined first: without strictNullChecks it is assignable to every code.
] extends [undefined]
  ? Payloads["none"]
  : [Code] extends [Codes & keyof Payloads]
    ? Payloads[Code]
    : Omit<Payloads["none"], keyof Direct> & Direct;
