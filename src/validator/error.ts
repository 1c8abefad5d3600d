import type { Diagnostic } from "./types.js";

/** Thrown by `parse`. Carries what `check` would have returned; holds nothing of the payload itself. */
export class PaylintError extends Error {
  override readonly name = "PaylintError";
  /** Id of the payload kind. */
  readonly kind: string;
  readonly diagnostics: readonly Diagnostic[];

  constructor(kind: string, diagnostics: readonly Diagnostic[]) {
    const errors = diagnostics.filter(({ severity }) => severity === "error");
    super(errors.map(({ rule, message }) => `${message} [${rule}]`).join("\n"));
    this.kind = kind;
    this.diagnostics = diagnostics;
  }
}
