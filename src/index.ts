/**
 * What all payload kinds share: the lists of kinds, rules and gateways, a loader for one validator, the move from PortOne V1
 * to V2, and the types of options and results. The kinds of a gateway are in an entry of their own, such as
 * `paylint/ksnet/v1`.
 * @module
 */

export { gateways } from "./generated/gateways.js";
export { rules } from "./generated/rules.js";
export { kinds, loadValidator } from "./loadValidator.js";
export {
  type Decision,
  type Migrated,
  type MigratedPayload,
  type MigrateOptions,
  migratePayload,
} from "./migrate/index.js";
export type { Check } from "./validator/check.js";
export { PaylintError } from "./validator/error.js";
export { type Form, readForm } from "./validator/form.js";
export type { Issuer } from "./validator/issuer.js";
export type { Predicate } from "./validator/predicate.js";
export type {
  BareDiagnostic,
  CheckOptions,
  CheckResult,
  Diagnostic,
  Edit,
  Environment,
  Fix,
  Gateway,
  Locale,
  Rule,
  Severity,
  Source,
  StoreContext,
  Text,
} from "./validator/types.js";
export type { Validator } from "./validator/validator.js";
