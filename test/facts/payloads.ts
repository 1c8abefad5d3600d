import { type CheckOptions, loadValidator } from "paylint";
import { exampleCatalogs } from "../../dist/generated/exampleCatalogs.js";
import type { ExampleCatalog, ValueDomain } from "../../src/examples/catalog.js";
import { withoutValue, withValue } from "../../src/examples/edit.js";
import { parsePointer, valueAt } from "../../src/validator/pointer.js";

/** When a figure holds, and how grave a breach is. */
export interface Figure {
  /** A condition a path: one of these values, or what an object says. */
  readonly when?: Readonly<Record<string, Condition>>;
  readonly environment?: "pc" | "mobile";
  readonly severity?: "error" | "warning";
}
type Condition =
  | readonly unknown[]
  | {
      readonly present?: boolean;
      readonly not?: readonly unknown[];
      readonly contains?: readonly unknown[];
    };
type Payload = Readonly<Record<string, unknown>>;

const address = { addressLine1: "1 Main St", addressLine2: "Floor 2" };
/** Values that a kind's own examples do not give, by the end of the path. */
const values: Readonly<Record<string, unknown>> = {
  products: [
    {
      ...{ id: "tote-1", name: "Canvas tote bag", code: "TOTE", amount: 64000, quantity: 1 },
      link: "https://shop.example/tote-1",
    },
  ],
  productItems: [
    { categoryType: "PRODUCT", categoryId: "GENERAL", uid: "1", name: "Bag", count: 1 },
  ],
  purchase_units: [{ shipping: { address: { country_code: "US", admin_area_2: "San Jose" } } }],
  range: { from: "2026-12-01T00:00:00+09:00", to: "2026-12-31T00:00:00+09:00" },
  offerPeriod: { interval: "1m" },
  name: { full: "김하늘" },
  refundAccount: { bank: "KOOKMIN", number: "1", holderName: "김하늘" },
  giftCertificateType: "CULTURELAND",
  availablePayMethods: ["CARD"],
  additional_data: [{ key: "sender_account_id", value: "member-41" }],
  address,
  customer: { id: "member-41" },
  card: { credential: { number: "0000000000000000", expiryYear: "30", expiryMonth: "12" } },
};
/** The method whose settings an object holds. */
const methods: Readonly<Record<string, string>> = {
  ...{ card: "CARD", transfer: "TRANSFER", virtualAccount: "VIRTUAL_ACCOUNT", mobile: "MOBILE" },
  ...{ giftCertificate: "GIFT_CERTIFICATE", easyPay: "EASY_PAY", alipayPlus: "ALIPAY_PLUS" },
  convenienceStore: "CONVENIENCE_STORE",
};
const byType: Readonly<Record<string, unknown>> = {
  ...{ string: "text", integer: 1, number: 1, boolean: true, array: [{}], object: {} },
};

/** Makes payloads of a kind in which the conditions of a figure hold. */
export class Payloads {
  static async of(kind: string): Promise<Payloads> {
    const validator = await loadValidator(kind as "portone.v2.request-payment");
    const catalog = (exampleCatalogs[kind] as () => ExampleCatalog)();
    return new Payloads(kind, catalog, validator.check);
  }

  private constructor(
    private readonly kind: string,
    private readonly catalog: ExampleCatalog,
    private readonly check: Awaited<ReturnType<typeof loadValidator>>["check"],
  ) {}

  get sample(): Payload {
    return this.catalog.sample;
  }

  readonly concrete = (path: string): string => path.replaceAll("*", "0");

  readonly found = (payload: unknown, options?: CheckOptions) =>
    this.check(payload, options).diagnostics;

  /** What is found at a path, in the environment of a figure. */
  readonly at = (path: string, payload: unknown, { environment }: Figure) =>
    this.found(payload, environment && { environment }).filter(
      (one) => one.path === this.concrete(path),
    );

  /** A value for a path, which is none of those excepted. */
  readonly value = (path: string, except: readonly unknown[] = []): unknown => {
    const [last = ""] = parsePointer(path).slice(-1);
    const isText = this.domain(path)?.type === "string";
    // The same word may name an object in one kind, and a text in another.
    if (last in values && (typeof values[last] === "string") === isText) return values[last];
    const { values: examples = [], type } = this.domain(path) ?? {};
    return (
      examples.find((one) => !except.some((other) => String(one).endsWith(String(other)))) ??
      byType[type ?? "string"]
    );
  };

  /** The sample with the conditions of a figure met, then with values given, then without some paths. */
  readonly build = (
    { when = {} }: Figure,
    given: Payload = {},
    without: readonly string[] = [],
  ): Payload => {
    const paths = [...Object.keys(given), ...without, ...Object.keys(when)];
    let payload = this.withMethod(this.sample, paths, when);
    for (const [path, condition] of Object.entries(when))
      payload = this.meet(payload, path, condition);
    for (const [path, one] of Object.entries(given)) payload = this.set(payload, path, one);
    for (const path of without) {
      payload = this.withLists(payload, path);
      payload = withoutValue(payload, this.concrete(path));
    }
    return payload;
  };

  private meet(payload: Payload, path: string, condition: Condition): Payload {
    if (!("length" in condition)) {
      const { present, not, contains } = condition;
      if (present === false) return withoutValue(payload, this.concrete(path));
      if (contains) return this.set(payload, path, [contains[0]]);
      const isMet = valueAt(payload, this.concrete(path)) !== undefined && !not;
      return isMet ? payload : this.set(payload, path, this.value(path, not));
    }
    return this.set(payload, path, condition[0]);
  }

  private set(payload: Payload, path: string, one: unknown): Payload {
    return withValue(this.withLists(payload, path), this.concrete(path), one);
  }

  /** A list that a path leads through has an item. */
  private withLists(payload: Payload, path: string): Payload {
    const [list] = path.split("/*");
    if (list === undefined || list === path || valueAt(payload, list) !== undefined) return payload;
    return withValue(payload, list, this.value(list));
  }

  private withMethod(
    payload: Payload,
    paths: readonly string[],
    when: Figure["when"] = {},
  ): Payload {
    if (!this.kind.endsWith(".request-payment") || "/payMethod" in when) return payload;
    const method = paths.map((path) => methods[path.split("/")[1] as string]).find(Boolean);
    return method === undefined ? payload : { ...payload, payMethod: method };
  }

  private domain(path: string): ValueDomain | undefined {
    let at: ValueDomain | undefined = this.catalog.domain;
    for (const key of parsePointer(path)) at = key === "*" ? at?.items : at?.properties[key];
    return at;
  }
}
