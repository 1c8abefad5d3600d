import { createColors } from "picocolors";
import { escapeControls } from "../../validator/mask.js";
import type { Severity } from "../../validator/types.js";
import type { Style } from "../report.js";

type Colors = ReturnType<typeof createColors>;

const colors = { error: "red", warning: "yellow", info: "cyan" } as const satisfies Record<
  Severity,
  keyof Colors
>;

/** Colours and links, where they are wanted. */
export class Ink {
  readonly #colors: Colors;
  readonly #hasLinks: boolean;

  constructor({ isColored, hasLinks }: Pick<Style, "isColored" | "hasLinks">) {
    this.#colors = createColors(isColored);
    this.#hasLinks = hasLinks;
  }

  readonly bold = (text: string): string => this.#colors.bold(text);
  readonly dim = (text: string): string => this.#colors.dim(text);
  readonly by = (severity: Severity, text: string): string => this.#colors[colors[severity]](text);

  /** A text that opens an address, which must be one of the web. */
  link(text: string, address: string | undefined): string {
    if (!this.#hasLinks || !address?.startsWith("https://")) return text;
    return `\u001b]8;;${escapeControls(address)}\u0007${text}\u001b]8;;\u0007`;
  }
}
