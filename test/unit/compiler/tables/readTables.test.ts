import { describe, expect, it } from "vitest";
import { TableError } from "../../../../src/compiler/tables/problems.js";
import { readTables } from "../../../../src/compiler/tables/readTables.js";
import { type Edits, type Loose, tablesWith } from "../../../support/tables.js";

/** What is wrong with the tables after edits of files, as `file: row: reason`. */
function problemsAfter(edits: Edits): string[] {
  try {
    readTables(tablesWith(edits));
    return [];
  } catch (error) {
    if (!(error instanceof TableError)) throw error;
    return error.problems.map(({ file, row, reason }) => `${file}: ${row}: ${reason}`);
  }
}

const own = "gateways/ksnet/ksnet.v1/request-pay.yaml";
const rowOf = (data: Loose, rule: string) =>
  data.rules.find((one: Loose) => one.rule === rule && !one.at);

describe("reading the tables", () => {
  it("The reading of the tables finds nothing wrong with those of the repository", () => {
    expect(problemsAfter({})).toEqual([]);
  });

  it("The reading of the tables tells every wrong reference of every file in one run", () => {
    const found = problemsAfter({
      [own](data) {
        Object.assign(rowOf(data, "vbank/due"), { require: "/vbank_until", source: "blog due" });
        data.rules.push({ rule: "no/rule", forbid: "/name" });
        data.rules.push({ rule: "shape/one-of", atMostOne: ["/name", "/card/direct"] });
        data.keys["/nowhere"] = { type: "string", ko: "x", en: "x" };
      },
      "gateways/ksnet/issuers.yaml"({ rows }) {
        rows[0].card_quota = "maybe";
        delete rows[1].site_url;
        rows[2].ko = "다른 카드";
      },
      "gateways/nice/gateway.yaml"({ codes }) {
        codes.v1.nice.supersededBy = "welcome";
      },
      "portone/v1/cancel/keys.yaml"(keys) {
        keys["/nothing/below"] = { type: "string", ko: "x", en: "x", format: "odd" };
      },
      "rules/vbank/due.yaml"(words) {
        words.why = { ko: "{gateway} 가상계좌", en: "{gateway}" };
      },
    });
    expect(found.sort()).toEqual([
      'gateways/ksnet/issuers.yaml: 361: card_quota is "maybe", not allowed, forbidden, disputed',
      "gateways/ksnet/issuers.yaml: 369: no cell in column site_url",
      "gateways/ksnet/issuers.yaml: 372: ko is 다른 카드, in portone/issuers.yaml 전북카드",
      "gateways/ksnet/ksnet.v1/request-pay.yaml: /nowhere: portone.v1.request-pay does not know this key: add it there, with readBy",
      "gateways/ksnet/ksnet.v1/request-pay.yaml: no/rule: rules/no/rule.yaml is not there",
      "gateways/ksnet/ksnet.v1/request-pay.yaml: shape/one-of: /card/direct is no key of the same object",
      'gateways/ksnet/ksnet.v1/request-pay.yaml: vbank/due: unknown document "blog"',
      "gateways/ksnet/ksnet.v1/request-pay.yaml: vbank/due: unknown path /vbank_until",
      "gateways/nice/gateway.yaml: nice: supersededBy is welcome, no code of nice in v1",
      "migration/request-pay.issue-billing-key.yaml: /nowhere: no row is about this key of ksnet.v1.request-pay",
      "migration/request-pay.request-payment.yaml: /nowhere: no row is about this key of ksnet.v1.request-pay",
      "portone/v1/cancel/keys.yaml: /nothing/below: /nothing has no row",
      "rules/vbank/due.yaml: vbank/due: title and why are about every gateway",
    ]);
  });

  it("The reading of the tables tells every malformed row of every file in one run", () => {
    const found = problemsAfter({
      "rules/vbank/due.yaml"(words) {
        delete words.message.ko;
      },
      [own](data) {
        rowOf(data, "issuer/site-url").javascript = "x";
      },
      "portone/v1/cancel/kind.yaml"(kind) {
        delete kind.title;
      },
      "portone/v1/cancel/keys.yaml"(keys) {
        keys["/amount"].colour = "red";
      },
    });
    expect(found).toHaveLength(4);
    const all = found.join("\n");
    expect(all).toMatch(/rules\/vbank\/due\.yaml: message: .*ko/);
    expect(all).toMatch(/request-pay\.yaml: issuer\/site-url: .*javascript/);
    expect(all).toMatch(/cancel\/kind\.yaml: .*title/);
    expect(all).toMatch(/cancel\/keys\.yaml: \/amount: .*colour/);
  });

  it("The reading of the tables names a rule that no table uses", () => {
    const found = problemsAfter({
      "rules/vbank/idle.yaml"(words) {
        const text = { ko: "말", en: "word" };
        Object.assign(words, { severity: "error", title: text, why: text, message: text });
      },
    });
    expect(found).toEqual(["rules/vbank/idle.yaml: vbank/idle: no table uses this rule"]);
  });

  it("The reading of the tables names a row whose values no card company or key can have", () => {
    const found = problemsAfter({
      [own](data) {
        rowOf(data, "vbank/due").when = { "/pay_method": { const: "vbanc" } };
        rowOf(data, "issuer/site-url").when = {
          "/card/direct/code": { issuer: { site_url: "x" } },
        };
      },
    });
    expect(found.sort()).toEqual([
      `${own}: issuer/site-url: no cell of site_url can be "x"`,
      `${own}: vbank/due: "vbanc" is none of the values of /pay_method`,
    ]);
  });

  it("The reading of the tables holds the migration against the shapes of both versions", () => {
    const found = problemsAfter({
      "migration/cancel.cancel.yaml"(mapping) {
        delete mapping.keys["/reason"];
        mapping.keys["/nowhere"] = { why: "no-such-words" };
        mapping.keys["/checksum"] = { to: "/currentCancellableAmount" };
        mapping.keys["/tax_free"] = { to: "/taxFree", as: "minor" };
        mapping.keys["/extra/requester"] = { to: "/requester", values: "receipt-type" };
        mapping.supply = mapping.supply.filter(({ at }: Loose) => at !== "/reason");
      },
      "migration/code.yaml"(code) {
        code.gone = "IMP.leave";
        code.token = "POST /users/token";
        delete code.words.init;
      },
      "migration/conversions.yaml"({ words }) {
        delete words.fraction;
      },
      "migration/prepare.pre-register.yaml"(mapping) {
        mapping.source = "blog amounts";
        mapping.keys["/amount"].as = "guess";
      },
    });
    expect(found.sort()).toEqual([
      "migration/cancel.cancel.yaml: /checksum: V1 has any number and V2 a whole one, and nothing converts it",
      'migration/cancel.cancel.yaml: /extra/requester: "CORPORATE" is none of the values of /requester',
      'migration/cancel.cancel.yaml: /extra/requester: "PERSONAL" is none of the values of /requester',
      'migration/cancel.cancel.yaml: /extra/requester: "admin" is not in the list receipt-type',
      'migration/cancel.cancel.yaml: /extra/requester: "customer" is not in the list receipt-type',
      "migration/cancel.cancel.yaml: /nowhere: V1 has no such key",
      'migration/cancel.cancel.yaml: /nowhere: unknown words "no-such-words"',
      "migration/cancel.cancel.yaml: /reason: ksnet.v2.cancel requires it, and nothing supplies it",
      "migration/cancel.cancel.yaml: /reason: no row is about this key of ksnet.v1.cancel",
      "migration/cancel.cancel.yaml: /reason: no row is about this key of portone.v1.cancel",
      "migration/cancel.cancel.yaml: /reason: portone.v2.cancel requires it, and nothing supplies it",
      "migration/cancel.cancel.yaml: /tax_free: V2 has no key /taxFree",
      "migration/code.yaml: gone: V1's SDK has no IMP.leave",
      "migration/code.yaml: init: the migration needs these words",
      "migration/code.yaml: token: V1 has no open request POST /users/token",
      "migration/conversions.yaml: fraction: the migration needs these words",
      'migration/prepare.pre-register.yaml: /amount: unknown conversion "guess"',
      'migration/prepare.pre-register.yaml: source: unknown document "blog"',
    ]);
  });
});
