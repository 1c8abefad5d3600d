import { beforeAll, describe, expect, it } from "vitest";
import { beyond } from "../../../../src/compiler/documents/beyond.js";
import { conditionWords } from "../../../../src/compiler/documents/conditionWords.js";
import { faultWords } from "../../../../src/compiler/documents/faultWords.js";
import { methodMatrix } from "../../../../src/compiler/documents/gatewayMatrices.js";
import { issuerMatrix } from "../../../../src/compiler/documents/issuerMatrix.js";
import { drawMatrix } from "../../../../src/compiler/documents/matrixPicture.js";
import { topicOf } from "../../../../src/compiler/documents/requirementTopics.js";
import type { KindPlan } from "../../../../src/compiler/plan/fault.js";
import { columnsRead, tellsIssuersApart } from "../../../../src/compiler/plan/issuerColumns.js";
import { planKind } from "../../../../src/compiler/plan/kind.js";
import { withCodes } from "../../../../src/compiler/plan/test.js";
import { readTables } from "../../../../src/compiler/tables/readTables.js";
import type { KindTables, Tables } from "../../../../src/compiler/tables/types.js";

let tables: Tables;
const plans = new Map<string, KindPlan>();
const planOf = (id: string): KindPlan => {
  const kind = tables.kinds.find(({ row }) => row.kind === id) as KindTables;
  const plan = plans.get(id) ?? planKind(kind, tables);
  plans.set(id, plan);
  return plan;
};
beforeAll(() => {
  tables = readTables("schemas");
});

describe("What a gateway's kind has beyond PortOne's own", () => {
  it("A kind has nothing beyond itself", () => {
    const plan = planOf("portone.v1.request-pay");
    expect(beyond(plan, plan)).toEqual({ added: [], lifted: [], milder: [] });
  });

  it("A gateway's kind has what the gateway adds, and neither what it inherits nor the types of its own keys", () => {
    const base = planOf("portone.v1.request-pay");
    const { added } = beyond(planOf("ksnet.v1.request-pay"), base);
    const places = added.map(({ fault }) => `${fault.rule} ${fault.path}`);
    expect(places).toContain("issuer/site-url /bypass/ksnet/url");
    expect(places).not.toContain("shape/type /bypass/ksnet/url");
    const inherited = base.faults.filter(({ fault }) => fault.rule === "pci/card-number");
    for (const { fault } of inherited) expect(places).not.toContain(`${fault.rule} ${fault.path}`);
  });

  it("A gateway's kind has what the gateway does not ask for, and what it asks for more mildly", () => {
    const base = planOf("portone.v1.request-pay");
    const place = ({ fault }: KindPlan["faults"][number]) => `${fault.rule}#${fault.path}`;
    const isAlone = (one: KindPlan["faults"][number]) =>
      base.faults.filter((other) => place(other) === place(one)).length === 1;
    const [first, second, ...faults] = base.faults.filter(
      (one) => one.fault.severity === "error" && isAlone(one),
    );
    if (!first || !second) throw new Error("PortOne's own kind has no errors");
    const fault = { ...second.fault, severity: "info" as const };
    const found = beyond(
      { ...base, faults: [{ ...second, fault }, ...faults] },
      { ...base, faults: [first, second, ...faults] },
    );
    expect(found).toEqual({ added: [], lifted: [first], milder: [second] });
  });
});

describe("A condition", () => {
  const said = (when: object, locale: "en" | "ko" = "en", context = {}, each?: string) =>
    conditionWords(
      { when, ...(each && { each }) } as never,
      context,
      planOf("ksnet.v1.request-pay").tables,
      locale,
    );

  it.each([
    [{ "/pay_method": { const: "vbank" } }, "`pay_method`: `vbank`", "`pay_method`: `vbank`"],
    [
      { "/pay_method": { enum: ["card", "phone"] } },
      "`pay_method`: `card` · `phone`",
      "`pay_method`: `card` · `phone`",
    ],
    [
      { "/pay_method": { not: { const: "card" } } },
      "`pay_method` not `card`",
      "`pay_method`: `card` 제외",
    ],
    [{ "/customer_uid": { present: true } }, "`customer_uid` given", "`customer_uid` 있음"],
    [
      { "/customer_uid": { not: { present: true } } },
      "without `customer_uid`",
      "`customer_uid` 없음",
    ],
    [{ "/amount": { minimum: 9 } }, "some values of `amount`", "`amount`의 일부 값"],
  ])("The condition %j is said in a few words", (when, en, ko) => {
    expect(said(when)).toBe(en);
    expect(said(when, "ko")).toBe(ko);
  });

  it("A condition names card companies, by their code and by their cells", () => {
    expect(said({ "/card/direct/code": { const: "367" } }, "ko")).toBe(
      "`card.direct.code`: 현대카드",
    );
    const { issuers } = planOf("ksnet.v1.request-pay").tables;
    const test = withCodes({ issuer: { mobile_carrier: "required" } }, issuers);
    const asked = said({ "/card/direct/code": test });
    expect(asked).toContain("BC Card");
    expect(asked).not.toContain("Hyundai");
  });

  it("A condition names the environment and what is known of the shop; it is empty where there is none", () => {
    expect(said({}, "en", { environment: "mobile", store: { taxation: "mixed" } })).toBe(
      "on a phone, shop: `taxation: mixed`",
    );
    expect(said({})).toBe("");
  });
});

describe("The words of a fault", () => {
  const message = {
    en: "{path} is {value}, but {gateway} takes {limit}. Add {path}.",
    ko: "{path}({label}) 값이 {value}입니다. {path} 값을 추가하세요.",
  };
  const words = (paths: string[], locale: "en" | "ko") =>
    faultWords(
      { message, terms: { limit: 50000 } },
      paths,
      planOf("ksnet.v1.request-pay").tables,
      locale,
    );

  it("The words of a fault hold the key, the gateway and the terms, and no value of a payload", () => {
    expect(words(["/amount"], "en")).toBe("`amount` is …, but KSNET takes 50,000. Add `amount`.");
    expect(words(["/amount"], "ko")).toBe("`amount` 값이 …입니다. `amount` 값을 추가하세요.");
  });

  it("The words of a fault name several keys once", () => {
    expect(words(["/a", "/b/*/c"], "en")).toBe(
      "`a`, `b[].c` are …, but KSNET takes 50,000. Add them.",
    );
    expect(words(["/a", "/b/*/c"], "ko")).toBe("`a`, `b[].c` 값이 …입니다. 이 값을 추가하세요.");
  });
});

it("A requirement is under installments, its card company or its method", () => {
  const { row } = planOf("ksnet.v1.request-pay").tables;
  const topic = (rule: string, path: string, when = {}) =>
    topicOf({ fault: { rule, path }, from: { when } } as never, row);
  expect(topic("installment/range", "/amount")).toBe("installment");
  expect(topic("try/one", "/amount", { "/card/direct/code": {} })).toBe("company");
  expect(topic("try/one", "/card/direct/code")).toBe("company");
  expect(topic("try/one", "/amount", { "/pay_method": {} })).toBe("method");
  expect(topic("try/one", "/amount")).toBe("general");
});

describe("The table of card companies", () => {
  it("The table of card companies has the columns that the kind's rules read, and no others", () => {
    const { tables: kcp } = planOf("kcp.v1.request-pay");
    expect([...columnsRead(kcp)]).toEqual(["points"]);
    expect(issuerMatrix(kcp, "en")?.head).toHaveLength(3);
  });

  it("The table of card companies is not there where no rule reads the gateway's table", () => {
    expect(issuerMatrix(planOf("kcp_billing.v1.request-pay").tables, "en")).toBeUndefined();
  });
});

it("A kind tells card companies apart by the table or by rules of the code", () => {
  const told = (id: string) => tellsIssuersApart(planOf(id));
  expect(told("kcp.v1.request-pay")).toBe(true);
  expect(told("nice_v2.v2.request-payment")).toBe(true);
  expect(told("kcp_billing.v1.request-pay")).toBe(false);
  expect(told("kcp.v1.cancel")).toBe(false);
});

describe("The table of methods", () => {
  const of = (...ids: string[]) => methodMatrix(ids.map(planOf), tables.gateways, "en");

  it("The table of methods leaves out gateways whose documents list none, and gathers rare methods in the last column", () => {
    const { head, rows } = of(
      ...["portone", "ksnet", "kcp", "kakaopay", "inicis_jp", "nice"].map(
        (code) => `${code}.v1.request-pay`,
      ),
    );
    expect(rows.map(([first]) => first?.text)).toEqual([
      "KSNET",
      "NHN KCP",
      "KG Inicis Japan",
      "NICE Payments (old module)",
    ]);
    const column = (name: string) => rows.map((cells) => cells[head.indexOf(name)]?.text);
    expect(column("card")).toEqual(["✓", "✓", "✓", "✓"]);
    expect(column("vbank")).toEqual(["✓", "✓", "–", "✓"]);
    expect(head).not.toContain("paypay");
    expect(rows[2]?.at(-1)?.text).toContain("paypay");
  });
});

it("A picture escapes what is not markup and names what it shows", () => {
  const cell = { text: "<b>", look: "bad" } as const;
  const svg = drawMatrix({ head: ["A & B"], rows: [[cell]] }, { title: "T", description: "D" });
  expect(svg).toContain("A &#38; B");
  expect(svg).toContain("&#60;b&#62;");
  expect(svg).toContain('<title id="title">T</title>');
  expect(svg).not.toContain("<b>");
});
