import type { Text } from "../../../dist/validator/types.js";

/** What the pages say that are made in a browser, and those that are written at build time. */
export const commonWords = {
  error: { ko: "오류", en: "error" },
  warning: { ko: "경고", en: "warning" },
  info: { ko: "정보", en: "info" },
  source: { ko: "출처", en: "Source" },
  tryIt: { ko: "검사해 보기에서 열기", en: "Open in the playground" },
} as const satisfies Record<string, Text>;
