import { readFileSync } from "node:fs";
import { type CheckOptions, loadValidator } from "paylint";
import { describe, expect, it } from "vitest";
import { exampleCatalogs } from "../../dist/generated/exampleCatalogs.js";
import { withoutValue, withValue } from "../../src/examples/edit.js";
import { itWhere } from "../support/itWhere.js";

/**
 * Holds what paylint says of payloads for V1 gateways against figures read from the gateways' pages: lists, needed keys,
 * types and bounds. `v1-gateway-figures.json` has a member a gateway code.
 */
interface KeyFigures {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly values?: readonly unknown[];
  /** The methods with which the key counts. */
  readonly methods?: readonly string[];
}
interface Window {
  readonly allowed?: boolean;
  readonly payMethods?: readonly string[];
  readonly required?: readonly string[];
  readonly notNeeded?: readonly string[];
  readonly ignored?: readonly string[];
}
interface Figures {
  readonly payMethods?: { readonly values?: readonly string[]; readonly ignored?: boolean };
  readonly currencies?: readonly string[];
  readonly languages?: readonly string[];
  readonly required: readonly string[];
  readonly requiredByMethod?: Readonly<Record<string, readonly string[]>>;
  readonly billingWindow?: Window;
  readonly keys?: Readonly<Record<string, KeyFigures>>;
  readonly escrowMethods?: readonly string[];
  readonly lengths?: Readonly<Record<string, number>>;
  readonly minLengths?: Readonly<Record<string, number>>;
  readonly ignored?: readonly string[];
  readonly vbankDue?: readonly string[];
}

const read = (path: string) => JSON.parse(readFileSync(path, "utf8"));
const figures: Record<string, Figures> = read("test/facts/v1-gateway-figures.json").gateways;

/** Where the prose of the same pages says more than the figures; each row has a case of its own in test/facts/gateways/v1. */
const proseCounts: Record<string, readonly string[]> = {
  // A means of payment of the sister code is told at /pg.
  danal_tpay: ["method phone"],
  // Overridden by what the buyer picks, which is no fault.
  kakaopay: ["ignored /pay_method"],
  // A key of the rule for interest-free installments.
  smartro_v2: ["ignored /card/detail/*/max_month"],
  // The list is what PayPal's page has for both windows.
  paypal_v2: ["billing /amount", "billing /currency", "billing /tax_free"],
};

const all = (pick: (one: Figures) => readonly string[] | undefined) => [
  ...new Set(Object.values(figures).flatMap((one) => pick(one) ?? [])),
];
const methods = all(({ payMethods }) => payMethods?.values);
const currencies = all((one) => one.currencies);

describe.each(Object.entries(figures))("%s agrees with the figures", async (code, figure) => {
  const kind = `${code}.v1.${code === "paypal_v2" ? "load-ui" : "request-pay"}`;
  const validator = await loadValidator(kind as "portone.v1.request-pay");
  const sample = exampleCatalogs[kind]?.().sample as object;
  const found = (payload: unknown, options?: CheckOptions) =>
    validator
      .check(payload, options)
      .diagnostics.map(({ rule, severity, path }) => ({ rule, severity, path }));
  const at = (path: string, payload: unknown, options?: CheckOptions) =>
    found(payload, options)
      .filter((one) => one.path === path)
      .map(({ rule }) => rule);
  const but = (path: string, value: unknown, from: object = sample) =>
    withValue(from, path, value) as object;
  const without = (path: string, from: object = sample) => withoutValue(from, path) as object;
  const isSettled = (what: string) => proseCounts[code]?.includes(what) ?? false;

  const { values: payMethods, ignored: ignoresMethod } = figure.payMethods ?? {};
  itWhere(!(payMethods && ignoresMethod))("The gateway takes the methods of its page", () => {
    for (const method of methods) {
      if (isSettled(`method ${method}`)) continue;
      const refused = at("/pay_method", but("/pay_method", method)).some((rule) =>
        /^(shape\/enum|billing\/pay-method)$/.test(rule),
      );
      const isRefused = payMethods !== undefined && !payMethods.includes(method);
      expect([method, refused]).toEqual([method, isRefused]);
    }
  });
  itWhere(figure.currencies !== undefined)("The gateway takes the currencies of its page", () => {
    for (const currency of currencies) {
      const refused = at("/currency", but("/currency", currency)).some((rule) =>
        /^(shape\/enum|currency\/method)$/.test(rule),
      );
      expect([currency, refused]).toEqual([currency, !figure.currencies?.includes(currency)]);
    }
  });
  itWhere(figure.languages !== undefined)("The window has the languages of its page", () => {
    for (const language of ["ko", "en", "zh", "jp"]) {
      const warned = at("/language", but("/language", language)).includes("window/locale");
      expect([language, warned]).toEqual([language, !figure.languages?.includes(language)]);
    }
  });
  it("The gateway needs the keys that its page asks for", () => {
    const ordinary = without("/customer_uid");
    for (const path of figure.required) {
      const findings = found(without(path, path === "/customer_uid" ? sample : ordinary));
      expect(findings.map((one) => `${one.severity} ${one.path}`)).toContain(`error ${path}`);
    }
  });
  itWhere(figure.requiredByMethod !== undefined)(
    "A method needs the keys that the page asks for",
    () => {
      for (const [method, paths] of Object.entries(figure.requiredByMethod ?? {})) {
        for (const path of paths) {
          const findings = found(without(path, but("/pay_method", method)));
          expect([method, findings.map((one) => `${one.severity} ${one.path}`)]).toEqual([
            method,
            expect.arrayContaining([`error ${path}`]),
          ]);
        }
      }
    },
  );
  itWhere(figure.billingWindow !== undefined)(
    "The window that issues billing keys is as on its page",
    () => {
      const window = figure.billingWindow ?? {};
      const billing = but("/customer_uid", "buyer-0001-card");
      if (window.allowed === false) {
        expect(at("/customer_uid", billing)).toContain("checkout/no-billing-key");
      }
      for (const method of window.payMethods ? methods : []) {
        if (!figure.payMethods?.values?.includes(method)) continue;
        const refused = at("/pay_method", but("/pay_method", method, billing));
        expect([method, refused.includes("billing/pay-method")]).toEqual([
          method,
          !window.payMethods?.includes(method),
        ]);
      }
      const issued = window.payMethods
        ? but("/pay_method", window.payMethods[0], billing)
        : billing;
      for (const path of (window.required ?? []).filter((one) => one !== "/customer_uid")) {
        const findings = found(without(path, issued)).map((one) => `${one.severity} ${one.path}`);
        if (!isSettled(`billing ${path}`)) expect(findings).toContain(`error ${path}`);
      }
      for (const path of window.notNeeded ?? []) {
        expect(found(without(path, issued)).filter((one) => one.path === path)).not.toContainEqual(
          expect.objectContaining({ severity: "error" }),
        );
      }
      for (const path of window.ignored ?? []) {
        expect(at(path, but(path, 1, issued))).toContain("shape/unsupported");
      }
    },
  );
  it.each(Object.entries(figure.keys ?? {}))(
    "The key %s takes the values of its page",
    (key, { type, enum: list, values, ...more }) => {
      const path = key.replaceAll("*", "0");
      const from = more.methods ? but("/pay_method", more.methods[0]) : sample;
      const shape = (payload: unknown) =>
        at(path, payload).filter((rule) =>
          /^(shape\/(type|enum|unknown.*|unsupported))$/.test(rule),
        );
      const types = typeof type === "string" ? [type] : (type ?? []);
      const right: Record<string, unknown> = { string: "1", number: 1, integer: 1, boolean: true };
      const wrong = ["string", "number", "boolean"].find(
        (one) => !types.includes(one) && !(one === "number" && types.includes("integer")),
      );
      if (wrong && types.length > 0) {
        expect(shape(but(path, right[wrong], from))).toContain("shape/type");
      }
      const one = list?.[0] ?? values?.[0] ?? right[types[0] ?? ""];
      if (one !== undefined && !list && !values) {
        expect(shape(but(path, one, from)).filter((rule) => rule !== "shape/enum")).toEqual([]);
      }
      for (const value of [...(list ?? []), ...(values ?? [])]) {
        expect([value, shape(but(path, value, from))]).toEqual([value, []]);
      }
      if (list) {
        const refused = expect.stringMatching(/^(shape\/enum|offer-period\/form)$/);
        expect(at(path, but(path, "no-such-value", from))).toContainEqual(refused);
      }
    },
  );
  itWhere(figure.escrowMethods !== undefined)("Escrow goes with the methods of its page", () => {
    for (const method of payMethods ?? []) {
      const payload = but("/escrow", true, but("/pay_method", method));
      expect([method, at("/escrow", payload).includes("escrow/method")]).toEqual([
        method,
        !figure.escrowMethods?.includes(method),
      ]);
    }
  });
  itWhere(Boolean(figure.lengths ?? figure.minLengths))(
    "Texts have the lengths of their page",
    () => {
      const tooLong = (path: string, length: number) =>
        found(but(path, "x".repeat(length))).some(
          (one) => one.path === path && one.rule === "shape/length" && one.severity === "error",
        );
      for (const [path, most] of Object.entries(figure.lengths ?? {})) {
        expect([path, tooLong(path, most), tooLong(path, most + 1)]).toEqual([path, false, true]);
      }
      for (const [path, least] of Object.entries(figure.minLengths ?? {})) {
        expect([path, tooLong(path, least), tooLong(path, least - 1)]).toEqual([path, false, true]);
      }
    },
  );
  const ignored = (figure.ignored ?? []).filter((path) => !isSettled(`ignored ${path}`));
  itWhere(ignored.length > 0)("The gateway ignores the keys that its page says it ignores", () => {
    for (const path of ignored) {
      const value = { "/display/card_quota": [0], "/vat_amount": 1, "/tax_free": 1 }[path] ?? true;
      expect(at(path, but(path, value))).toContain("shape/unsupported");
    }
  });
  itWhere(figure.vbankDue !== undefined)("The key vbank_due has the forms of its page", () => {
    const forms: Record<string, string> = {
      "YYYY-MM-DD": "2026-12-31",
      YYYYMMDD: "20261231",
      "YYYY-MM-DD HH:mm:ss": "2026-12-31 23:59:59",
      YYYYMMDDHHmmss: "20261231235959",
      YYYYMMDDHHmm: "202612312359",
    };
    for (const [form, due] of Object.entries(forms)) {
      const payload = but("/vbank_due", due, but("/pay_method", "vbank"));
      const isTold = at("/vbank_due", payload).includes("shape/format");
      expect([form, isTold]).toEqual([form, !figure.vbankDue?.includes(form)]);
    }
  });
});
