import type { Io } from "./io.js";
import type { Style } from "./report.js";

/** How output is to look where it goes to standard output. */
export const styleOf = ({ env, stdout }: Pick<Io, "env" | "stdout">) =>
  ({
    isColored: isColored(env, stdout.isTerminal),
    hasLinks: hasLinks(env, stdout.isTerminal),
    width: stdout.isTerminal ? Math.max(stdout.columns || 80, 40) : undefined,
  }) satisfies Partial<Style>;

/** As https://no-color.org and https://force-color.org have it; and CI services show colours. */
function isColored({ NO_COLOR, FORCE_COLOR, TERM, CI }: Io["env"], isTerminal: boolean): boolean {
  if (NO_COLOR) return false;
  if (FORCE_COLOR) return FORCE_COLOR !== "0" && FORCE_COLOR !== "false";
  return (isTerminal && TERM !== "dumb") || Boolean(CI);
}

/** Values of `TERM_PROGRAM` and `TERM` of the terminals that are known to open links. */
const openers = /^(?:iTerm\.app|WezTerm|vscode|ghostty|Hyper|Tabby|zed|rio)$/;
const kinds = /^(?:xterm-kitty|xterm-ghostty|alacritty|foot|wezterm)/;

/** The first version of VTE, on which many terminals of Linux are built, that opens links. */
const vteWithLinks = 5000;

function hasLinks(env: Io["env"], isTerminal: boolean): boolean {
  const { FORCE_HYPERLINK, TERM_PROGRAM = "", TERM = "", WT_SESSION, VTE_VERSION, CI } = env;
  if (FORCE_HYPERLINK) return FORCE_HYPERLINK !== "0";
  if (!isTerminal || CI || TERM === "dumb") return false;
  return (
    openers.test(TERM_PROGRAM) ||
    kinds.test(TERM) ||
    Boolean(WT_SESSION) ||
    Number(VTE_VERSION ?? 0) >= vteWithLinks
  );
}
