import { type CheckOptions, loadValidator } from "paylint";
import { describe, expect, it } from "vitest";

type Payload = Readonly<Record<string, unknown>>;

/** A name, what is changed in the plain payload (undefined takes a key out), what is found as `severity rule path`. */
type Row = [name: string, change: Payload, expected: readonly string[], options?: CheckOptions];

/** Exact findings in payloads of a kind, written from the prose of the gateway's page. */
export function cases(kind: string, plain: Payload, rows: readonly Row[]): void {
  describe(kind, async () => {
    const validator = await loadValidator(kind as "portone.v1.request-pay");
    it.each<Row>([["in order", {}, []], ...rows])(
      "A payload has exactly the findings expected of it: %s",
      (_name, change, expected, options) => {
        const payload = Object.fromEntries(
          Object.entries({ ...plain, ...change }).filter(([, value]) => value !== undefined),
        );
        const found = validator
          .check(payload, options)
          .diagnostics.map(({ severity, rule, path }) => `${severity} ${rule} ${path}`);
        expect(found.sort()).toEqual([...expected].sort());
      },
    );
  });
}

/** What nearly every gateway's window asks for. */
export const order = {
  channelKey: "channel-key-1d0c9a02-0000-4000-8000-000000000000",
  pay_method: "card",
  merchant_uid: "T1001",
  name: "머그컵",
  amount: 80000,
  m_redirect_url: "https://store.example/done",
};

export const pc: CheckOptions = { environment: "pc" };
export const mobile: CheckOptions = { environment: "mobile" };
export const digitalGoods: CheckOptions = { store: { productType: "digital" } };
export const realGoods: CheckOptions = { store: { productType: "real" } };
export const mixedTaxation: CheckOptions = { store: { taxation: "mixed" } };
