/** What holds of all payload kinds. `loadValidator` loads one kind; a gateway's kinds are in its own entry, such as `paylint/ksnet/v1`. */
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
  StoreContext,
  Text,
} from "./validator/types.js";
export type { Validator } from "./validator/validator.js";
