/** Every payload kind at once. To load one gateway's kinds only, import its own entry, such as `paylint/ksnet/v1`. */
export { rules } from "./generated/rules.js";
export { validators } from "./generated/validators.js";
export { PaylintError } from "./runtime/error.js";
export { type Form, readForm } from "./runtime/form.js";
export type {
  CheckOptions,
  CheckResult,
  Diagnostic,
  Edit,
  Environment,
  Fix,
  Locale,
  Rule,
  Severity,
  StoreContext,
  Text,
} from "./runtime/types.js";
export type { Validator } from "./runtime/validator.js";
