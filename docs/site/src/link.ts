import { secretNames } from "../../../dist/generated/secretNames.js";
import { redact } from "../../../dist/lint/redaction/redact.js";
import type { Environment } from "../../../dist/validator/types.js";
import type { Assumed } from "./judge.js";

/** What a link holds: all of it behind the `#`, which no browser sends. */
export interface Shared extends Assumed {
  readonly code: string;
  readonly environment: Environment;
}

/** Whether a text holds card data: a card number, or a value of a key whose values are secret. */
export const holdsCardData = (code: string): boolean =>
  redact(code, { names: secretNames, spans: [] }) !== code;

/** The fragment that holds a payload; undefined where it holds card data. */
export function fragmentOf({ code, environment, kind, gateway }: Shared): string | undefined {
  if (holdsCardData(code)) return undefined;
  const bytes = new TextEncoder().encode(JSON.stringify({ code, environment, kind, gateway }));
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return `#${btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "")}`;
}

/** What a fragment holds; undefined for what is no such fragment. */
export function readFragment(fragment: string): Shared | undefined {
  try {
    const binary = atob(fragment.slice(1).replaceAll("-", "+").replaceAll("_", "/"));
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    const { code, environment, kind, gateway } = JSON.parse(new TextDecoder().decode(bytes));
    if (typeof code !== "string") return undefined;
    return {
      code,
      environment: ["pc", "mobile"].includes(environment) ? environment : "any",
      kind: String(kind),
      gateway: typeof gateway === "string" ? gateway : "",
    };
  } catch {
    return undefined;
  }
}
