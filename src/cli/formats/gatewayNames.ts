import { gateways } from "../../generated/gateways.js";
import type { Locale } from "../../validator/types.js";
import type { LocatedReport } from "../report.js";

const ofPortOne = { en: "PortOne's own", ko: "포트원 공통 규칙" };

/** The name of a gateway by its code. */
const gatewayName = (code: string, locale: Locale): string =>
  gateways.find((row) => row.code === code)?.name[locale] ?? code;

/** As what payloads were checked, by the codes of the gateways; without one as PortOne's own. */
export const judgedAs = (codes: readonly string[], locale: Locale): string =>
  codes.length === 0
    ? ofPortOne[locale]
    : codes.map((code) => gatewayName(code, locale)).join(" + ");

/** What a payload is: the call that it is in and as whose it was checked, or its kind. */
export function titleOf(
  { call, kind, gateway, gateways: several }: LocatedReport,
  locale: Locale,
): string {
  if (call === undefined) return kind ?? "";
  return `${call} (${judgedAs(several ?? (gateway === null ? [] : [gateway]), locale)})`;
}
