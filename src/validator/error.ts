import type { Diagnostic } from "./types.js";

/**
 * The error that `parse` of a validator throws, and that a guarded call is rejected with. It has the diagnostics that `check`
 * returns. It does not hold the payload.
 * @example
 * ```ts
 * import { PaylintError } from "paylint";
 * import { prepare } from "paylint/ksnet/v1";
 *
 * try {
 *   prepare.parse({ merchant_uid: "A-1" });
 * } catch (error) {
 *   if (error instanceof PaylintError) console.log(error.kind, error.message);
 * }
 * ```
 *
 * ```text
 * ksnet.v1.prepare amount is missing or blank, and every KSNET request of this kind needs it. Add amount. [shape/required]
 * ```
 */
export class PaylintError extends Error {
  override readonly name = "PaylintError";
  /** Id of the payload kind. */
  readonly kind: string;
  /** Every fault of the payload, warnings and infos too. */
  readonly diagnostics: readonly Diagnostic[];

  /**
   * @param kind Id of the payload kind.
   * @param diagnostics Every fault of the payload. The message lists the errors among them.
   */
  constructor(kind: string, diagnostics: readonly Diagnostic[]) {
    const errors = diagnostics.filter(({ severity }) => severity === "error");
    super(errors.map(({ rule, message }) => `${message} [${rule}]`).join("\n"));
    this.kind = kind;
    this.diagnostics = diagnostics;
  }
}
