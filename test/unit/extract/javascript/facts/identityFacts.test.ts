import { describe, expect, it } from "vitest";
import { apis } from "../../../../../dist/generated/apis.js";
import { read } from "../reading.js";

/** What is told of identity verification, each with its path and its value. */
const told = (code: string, ...names: string[]) =>
  read(code, { apis })
    .facts.filter(({ what }) => names.includes(what))
    .map(({ what, path, value }) => [what, path, ...(value ? [value] : [])].join(" "));

const judged = ["identity-key", "identity-type", "identity-missing", "identity-redirect"];
const v1 = (rest: string) =>
  told(`IMP.certification({ ${rest} }, done); use("merchant_uid");`, ...judged);
const v2 = (rest: string) =>
  told(`PortOne.requestIdentityVerification({ ${rest} }); use("paymentId");`, ...judged);

const enough1 = `merchant_uid: "a", popup: true`;
const enough2 = `storeId: "a", identityVerificationId: "b"`;

describe("What identity verification is given is judged by its keys", () => {
  it.each([
    [v1, enough1, []],
    [v2, enough2, []],
    // Keys near the right ones.
    [v1, `${enough1}, merchant_uids: 1`, ["identity-key /merchant_uids"]],
    [v1, `${enough1}, compny: "a"`, ["identity-key /compny"]],
    [v2, `${enough2}, storeid: "a"`, ["identity-key /storeid"]],
    [v2, `${enough2}, bypass: { danall: {} }`, ["identity-key /bypass/danall"]],
    [v2, `${enough2}, other: "a"`, []],
    [v2, `${enough2}, bypass: { other: {} }`, []],
    [v2, `${enough2}, bypass: { danal: {} }`, []],
    [v2, `${enough2}, bypass: x`, []],
    // Types.
    [v1, `${enough1}, name: 5`, ["identity-type /name string"]],
    [v1, `merchant_uid: "a", popup: "true"`, ["identity-type /popup boolean"]],
    [v1, `${enough1}, name: Number(x)`, ["identity-type /name string"]],
    [v1, `${enough1}, name: ["a"]`, ["identity-type /name string"]],
    [v1, `${enough1}, name: {}`, ["identity-type /name string"]],
    [v1, `${enough1}, name: null`, []],
    [v1, `${enough1}, name: undefined`, []],
    [v1, `${enough1}, name: x`, []],
    [v1, `${enough1}, name: x ? "a" : 5`, []],
    [v1, `${enough1}, min_age: "20"`, []],
    [v1, `${enough1}, min_age: 20`, []],
    // What is missing.
    [v1, "popup: true", ["identity-missing /merchant_uid merchant_uid"]],
    [v1, `merchant_uid: "", popup: true`, ["identity-missing /merchant_uid merchant_uid"]],
    [v1, `merchant_uid: " ", popup: true`, ["identity-missing /merchant_uid merchant_uid"]],
    [v1, "merchant_uid: id, popup: true", []],
    [v2, `storeId: "a"`, ["identity-missing /identityVerificationId identityVerificationId"]],
    [
      v2,
      "",
      [
        "identity-missing /storeId storeId",
        "identity-missing /identityVerificationId identityVerificationId",
      ],
    ],
    [v2, "...x", []],
    // A redirection, unless there is a popup.
    [v1, `merchant_uid: "a"`, ["identity-redirect /m_redirect_url absent"]],
    [v1, `merchant_uid: "a", popup: false`, ["identity-redirect /m_redirect_url false"]],
    [v1, `merchant_uid: "a", m_redirect_url: ""`, ["identity-redirect /m_redirect_url absent"]],
    [v1, `merchant_uid: "a", popup: isPopup`, []],
    [v1, `merchant_uid: "a", m_redirect_url: "a"`, []],
    [v1, `merchant_uid: "a", popup: false, m_redirect_url: "a"`, []],
    [
      v1,
      "",
      ["identity-missing /merchant_uid merchant_uid", "identity-redirect /m_redirect_url absent"],
    ],
  ])("What identity verification is given is judged: %# %s", (judge, rest, expected) => {
    expect(judge(rest)).toEqual(expected);
  });
  it.each([
    "IMP.certification(order);",
    "IMP.certification([]);",
    "IMP.certification();",
    "IMP.certify({ popup: true });",
    "other.certification({ popup: true });",
  ])("and nothing is told of %s", (code) => {
    expect(told(`${code} use("merchant_uid");`, ...judged)).toEqual([]);
  });
  it.each([
    "window.IMP.certification({ popup: true });",
    "(IMP) => IMP.certification({ popup: true });",
  ])("It is found by whatever name: %s", (code) => {
    expect(told(`${code} use("merchant_uid");`, ...judged)).toHaveLength(1);
  });

  it("The key that is meant is told with the keys around it", () => {
    const near = (code: string) =>
      read(code, { apis }).facts.find(({ terms }) => terms?.near)?.terms?.near;
    expect(near(`PortOne.requestIdentityVerification({ storeid: "a" }); use("paymentId");`)).toBe(
      "storeId",
    );
    expect(
      near(`PortOne.requestIdentityVerification({ bypass: { danall: {} } }); use("paymentId");`),
    ).toBe("bypass.danal");
  });
  it("The texts in it are told, as far as they are known", () => {
    const texts = (rest: string) =>
      told(`IMP.certification({ ${rest} }); use("merchant_uid");`, "payload");
    expect(texts(`name: "Lee", min_age: 5, phone: x, custom_data: { a: "b" }`)).toEqual([
      "payload /name Lee",
      "payload /custom_data/a b",
    ]);
    expect(texts("name: `a${x}b`")).toEqual(["payload /name a…b"]);
  });
});
