import type { FaultAnywhere } from "../../validator/compiled.js";
import type { Text } from "../../validator/types.js";

/** What is said of what only the text of a file shows; made from the tables. */
export interface TextFaults {
  readonly duplicateKey: FaultAnywhere & { readonly fix: Text };
  readonly unparsable: FaultAnywhere;
  /** Blanks behind the mark that continues a command's line. */
  readonly continuation: FaultAnywhere & { readonly fix: Text };
  readonly unusedSuppression: FaultAnywhere;
  /** A `paylint-…` comment that paylint does not have. */
  readonly unknownDirective: FaultAnywhere;
  /** Scripts that do not belong where a gateway is paid with: addresses that pass `pattern`. */
  readonly scripts: readonly (FaultAnywhere & {
    readonly gateway: string;
    readonly pattern: string;
  })[];
}
