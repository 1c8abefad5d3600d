import { saying } from "./words.js";

/** What the list of the rules says. */
export const tell = saying({
  search: { ko: "규칙 또는 오류 메시지", en: "Rule or error message" },
  searchHint: { ko: "예: PG사 코드가 잘못되었습니다", en: "For example: card_quota" },
  severity: { ko: "심각도", en: "Severity" },
  group: { ko: "분류", en: "Group" },
  all: { ko: "전체", en: "All" },
  shown: { ko: "규칙 {count}개", en: "Rules: {count}" },
  seen: {
    ko: "알려진 오류 메시지: “{text}” ({where})",
    en: "Known error message: “{text}” ({where})",
  },
});
