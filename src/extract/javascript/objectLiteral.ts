import { payloadsIn } from "../json.js";
import { type Extraction, nothing, type Reader, shifted } from "../reader.js";
import { evaluateExpression } from "./script.js";

const [head, tail] = ["(", "\n)"];

/** Reads a text that is one object of JavaScript: JSON5, or a payload cut out of a script. */
export const readObjectLiteral: Reader = (text, { parser }): Extraction => {
  const code = head + text.replace(/;\s*$/, (end) => " ".repeat(end.length)) + tail;
  const read = evaluateExpression(code, parser);
  if ("reason" in read) {
    const at = Math.min(Math.max((read.at ?? 0) - head.length, 0), text.length);
    const message = {
      en: "this is not an object that can be read",
      ko: "읽을 수 있는 객체가 아닙니다",
    };
    return { ...nothing, errors: [{ span: [at, Math.min(at + 1, text.length)], message }] };
  }
  return shifted({ ...nothing, payloads: payloadsIn(read, "javascript") }, -head.length);
};
