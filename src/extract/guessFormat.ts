/** The ending that says what a text without a name is. */
export function guessEnding(text: string): string {
  const start = text.trimStart();
  if (start.startsWith("<?")) return ".php";
  if (start.startsWith("<%")) return ".jsp";
  if (start.startsWith("<")) return ".html";
  if (/^(?:```|~~~)/m.test(text)) return ".md";
  // JSON begins with a bracket, a text or a comment; only code has a call behind that.
  const isJson = /^[[{]\s*(?:["[{\]}\d-]|\/[/*]|$)/.test(start);
  if (!isJson && /\.\w+\(|=>|\bfunction\b|^(?:await|const|export|import|let|var)\s/m.test(text))
    return ".js";
  if (/^(?:#!|[ \t$]*curl\s)/m.test(text)) return ".sh";
  if (/^(?:DELETE|GET|PATCH|POST|PUT) \S+/.test(start)) return ".http";
  if (!/^[[{/]/.test(start)) return ".yaml";
  const [first = "", ...others] = start.split(/\r?\n/).filter((line) => line.trim() !== "");
  if (others.length === 0) return ".json";
  try {
    JSON.parse(first);
    return ".ndjson";
  } catch {
    return ".json";
  }
}

/** A command as one has it in a shell, with or without a prompt, and not a sentence about `curl`. */
const command = /^[ \t]*(?:[$%>#][ \t]+)?curl(?:\.exe)?[ \t]+(?:-|["']?(?:https?:|\$)|[\\^`])/m;

/** The first line of an HTTP request, the whole of it. */
export const requestLine =
  /^[ \t]*(?:GET|POST|PUT|PATCH|DELETE)[ \t]+(?:https?:\/\/|\/|\{\{)\S+(?:[ \t]+HTTP\/[\d.]+)?[ \t]*\r?$/m;

/** The language of a block in a document that does not name its own; undefined where it may be prose. */
export function guessSample(code: string): "sh" | "http" | "json" | undefined {
  if (command.test(code)) return "sh";
  if (requestLine.test(code)) return "http";
  return /^\s*[{[]\s*(?:["{[\]}]|\/[/*])/.test(code) ? "json" : undefined;
}
