import type { Gateway } from "../../../dist/validator/types.js";

type Payload = Record<string, unknown>;

export const languages = ["javascript", "typescript", "json"] as const;
export type Language = (typeof languages)[number];

/** A value as JavaScript writes it: keys without quotation marks where they need none. */
export function literal(value: unknown, indent = ""): string {
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    const isFlat = value.every((item) => typeof item !== "object");
    if (isFlat) return `[${value.map((item) => literal(item)).join(", ")}]`;
    return `[\n${value.map((item) => `${inner}${literal(item, inner)},\n`).join("")}${indent}]`;
  }
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).map(([key, item]) => {
    const name = /^[A-Za-z_$][\w$]*$/.test(key) ? key : JSON.stringify(key);
    return `${inner}${name}: ${literal(item, inner)},\n`;
  });
  return entries.length === 0 ? "{}" : `{\n${entries.join("")}${indent}}`;
}

/** A request for payment as code that makes it. */
export function writtenAs(language: Language, payload: Payload, gateway: Gateway): string {
  if (language === "json") return `${JSON.stringify(payload, null, 2)}\n`;
  return gateway.version === "v1"
    ? inV1(language, payload, gateway)
    : inV2(language, payload, gateway);
}

function inV1(language: Language, payload: Payload, { code }: Gateway): string {
  const isTyped = language === "typescript";
  const types = isTyped ? `import type { RequestPay } from "paylint/${code}/v1";\n\n` : "";
  const response = isTyped ? "response: { imp_uid: string }" : "response";
  const request = `${literal(payload)}${isTyped ? " satisfies RequestPay" : ""}`;
  return `${types}IMP.request_pay(${request}, (${response}) => {\n  console.log(response.imp_uid);\n});\n`;
}

function inV2(language: Language, payload: Payload, { code }: Gateway): string {
  const isTyped = language === "typescript";
  const types = isTyped ? `import type { RequestPayment } from "paylint/${code}/v2";\n` : "";
  const request = `${literal(payload)}${isTyped ? " satisfies RequestPayment" : ""}`;
  return `import * as PortOne from "@portone/browser-sdk/v2";
${types}
const response = await PortOne.requestPayment(${request});
`;
}
