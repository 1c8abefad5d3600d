import { describe, expect, it } from "vitest";
import { factsIn } from "../reading.js";

/** What is told of the result of a payment that has the names of V1. */
const reads = (code: string) =>
  factsIn(code)
    .filter((one) => one.startsWith("foreign-result"))
    .map((one) => one.replace(/^foreign-result v2 (\w+) at .*$/, "$1"));

const call = "PortOne.requestPayment(order)";

describe("What a call gives is followed to where its fields are read", () => {
  it.each([
    `(await ${call}).imp_uid;`,
    `(await ${call})?.imp_uid;`,
    `(await ${call})!.imp_uid;`,
    `(await ${call})["imp_uid"];`,
    `const r = await ${call}; use(r.imp_uid);`,
    `const r = (await ${call}) as Result; use(r.imp_uid);`,
    `const { imp_uid } = await ${call};`,
    `const { imp_uid: id } = await ${call};`,
    `const { imp_uid = 1 } = await ${call};`,
    `const { "imp_uid": id } = await ${call};`,
    `let r; r = await ${call}; use(r.imp_uid);`,
    `const p = ${call}; const r = await p; use(r.imp_uid);`,
    `const r = await ${call}; const s = r; use(s.imp_uid);`,
    `const r = await ${call}; const { imp_uid } = r;`,
    `${call}.then((r) => use(r.imp_uid));`,
    `${call}.then(({ imp_uid }) => use(imp_uid));`,
    `${call}.then((r = {}) => use(r.imp_uid));`,
    `${call}.then(function (r) { use(r.imp_uid); });`,
    `${call}.then((r) => r).then((s) => use(s.imp_uid));`,
    `${call}.then((r) => { return r; }).then((s) => use(s.imp_uid));`,
    `${call}.catch(stop).then((r) => use(r.imp_uid));`,
    `${call}.finally(stop).then((r) => use(r.imp_uid));`,
    `${call}?.then((r) => use(r.imp_uid));`,
    `const pay = () => ${call}; const r = await pay(); use(r.imp_uid);`,
    `async function pay() { return await ${call}; } pay().then((r) => use(r.imp_uid));`,
    `const pay = async () => { const r = await ${call}; return r; }; const s = await pay(); use(s.imp_uid);`,
    `class A { pay() { return ${call}; } async run() { const r = await this.pay(); use(r.imp_uid); } }`,
  ])("What a call gives is followed: %s", (code) => {
    expect(reads(`async () => { ${code} };`)).toEqual(["imp_uid"]);
  });
  it.each([
    `const r = await ${call}; use(r[imp_uid]);`,
    `const r = await ${call}; r.imp_uid();`,
    `let r = await ${call}; r = other; use(r.imp_uid);`,
    `let r; r = await ${call}; r = other; use(r.imp_uid);`,
    `const r = await ${call}; use(r.then.imp_uid);`,
    `const [r] = await ${call}; use(r.imp_uid);`,
    `const { ...r } = await ${call}; use(r.imp_uid);`,
    `const { [a]: imp_uid } = await ${call};`,
    `o.r = await ${call}; use(o.r.imp_uid);`,
    `${call}.then(() => use(other.imp_uid));`,
    `${call}.then((r) => other).then((s) => use(s.imp_uid));`,
    `${call}.then((r) => { use(r); return r; }).then((s) => use(s.imp_uid));`,
    `${call}.then();`,
    `${call}.then(use, (error) => error.imp_uid);`,
    `${call}.catch((error) => error.imp_uid);`,
    `function* pay() { return ${call}; } use(pay().imp_uid);`,
    `use(other.imp_uid);`,
    `order.imp_uid = ${call};`,
  ])("and nothing else is: %s", (code) => {
    expect(reads(`async () => { ${code} };`)).toEqual([]);
  });
  it("Each place is told once", () => {
    expect(
      reads(`async () => { const r = await ${call}; use(r.imp_uid, r.imp_uid, r.merchant_uid); };`),
    ).toEqual(["imp_uid", "imp_uid", "merchant_uid"]);
  });
});
