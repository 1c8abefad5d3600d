import { describe, expect, it } from "vitest";
import { callIn } from "../reading.js";

/** The fields that a callback reads, with a mark at those that are guarded. */
const reads = (callback: string) =>
  callIn(`IMP.request_pay(order, ${callback});`).reads.map(
    ({ name, isGuarded }) => name + (isGuarded ? " guarded" : ""),
  );
const inCondition = (condition: string) =>
  reads(`(rsp) => { if (${condition}) done(); else fail(); }`);

describe("A field that need not arrive is guarded where one that arrives decides then", () => {
  it.each([
    "rsp.success || rsp.imp_uid",
    "rsp.success || !rsp.error_msg",
    "!rsp.error_msg || rsp.success",
    "rsp.success === true || rsp.error_msg == null",
    "rsp.success == true || rsp.error_code === undefined",
    "!rsp.success && rsp.error_msg",
    "rsp.success !== true && rsp.error_msg",
    "rsp.success == null && rsp.error_msg",
    "rsp.success === false || rsp.error_msg",
    "rsp.success === null || rsp.error_msg",
    "rsp.success ?? !rsp.error_code",
    "Boolean(rsp.success) || !rsp.error_msg",
    "(rsp.success || force) || !rsp.error_msg",
    "(rsp.success && paid) || rsp.imp_uid",
    "rsp.success ? true : !rsp.error_msg",
    "!rsp.success ? rsp.error_msg : false",
    "rsp.success || (await check(rsp.imp_uid))",
  ])("A field is guarded where one that arrives decides first: %s", (condition) => {
    const callback = `async (rsp) => { if (${condition}) done(); else fail(); }`;
    expect(reads(callback)).toContain("success guarded");
  });

  it.each([
    "rsp.success",
    "!rsp.success",
    "rsp.success === true",
    "rsp.success && rsp.imp_uid",
    "!rsp.success || rsp.error_msg",
    "rsp.success !== false || rsp.error_msg",
    "rsp.success !== null || rsp.error_msg",
    "rsp.success || rsp.status",
    "rsp.success || force",
    "(rsp.success || force) && rsp.imp_uid",
    "rsp.success ? a : rsp.imp_uid",
    "rsp.success === expected || rsp.imp_uid",
    "check(rsp.success) || rsp.imp_uid",
    "rsp.imp_uid ?? rsp.success",
  ])("A field is not guarded in %s", (condition) => {
    expect(inCondition(condition)).toContain("success");
  });

  it.each([
    [
      "names taken out of the result",
      "({ success, error_msg }) => { if (success || !error_msg) done(); }",
    ],
    ["names with defaults", "({ success = false, error_msg }) => success || !error_msg"],
    [
      "names taken out below",
      "(rsp) => { const { success, error_msg } = rsp; return success || !error_msg; }",
    ],
    [
      "a name for the field",
      "(rsp) => { const ok = rsp.success; if (ok || !rsp.error_msg) done(); }",
    ],
    [
      "a name for what arrives",
      "(rsp) => { const failed = rsp.error_msg; if (rsp.success || !failed) done(); }",
    ],
    [
      "what the server says",
      "async (rsp) => { const data = await verify(rsp.imp_uid); if (rsp.success || data.status === 'paid') done(); }",
    ],
  ])("A field is guarded also by %s", (_name, callback) => {
    expect(reads(callback)).toContain("success guarded");
  });

  it.each([
    ["else", "(rsp) => { if (rsp.success) done(); else fail(rsp.error_msg); }"],
    ["an early return", "(rsp) => { if (rsp.error_msg) return; if (rsp.success) done(); }"],
    [
      "a condition of its own below",
      "(rsp) => { if (rsp.success) { done(); return; } if (rsp.imp_uid) done(); }",
    ],
    [
      "only one of two uses of a name",
      "({ success, error_msg }) => { if (success || !error_msg) done(); if (success) log(); }",
    ],
    ["a name that is never used", "({ success, error_msg }) => { show(error_msg); }"],
    [
      "a name that is changed",
      "(rsp) => { let ok = rsp.success; ok = x; if (ok || !rsp.error_msg) done(); }",
    ],
  ])("A field is not guarded by %s", (_name, callback) => {
    expect(reads(callback)).toContain("success");
  });
});

describe("The fields are found that a callback reads of its first parameter", () => {
  it.each([
    ["(rsp) => use(rsp.success, rsp.imp_uid)", ["success", "imp_uid"]],
    ["(rsp) => use(rsp['success'])", ["success"]],
    ["(rsp) => use(rsp.imp_uid, rsp.imp_uid)", ["imp_uid", "imp_uid"]],
    ["function (rsp) { use(rsp.success); }", ["success"]],
    ["(rsp = {}) => use(rsp.success)", ["success"]],
    ["({ success, imp_uid: id }) => use(success, id)", ["success", "imp_uid"]],
    ["({ 'success': ok = false }) => use(ok)", ["success"]],
    ["({ success } = {}) => use(success)", ["success"]],
    ["(rsp) => { const { success } = rsp; }", ["success"]],
    ["done", ["success"]],
    ["done as Callback", ["success"]],
    ["done.bind(this)", ["success"]],
    ["done.bind()", ["success"]],
    ["later.bind(this, order)", ["imp_uid"]],
    ["(later).bind(this, order)", ["imp_uid"]],
    // What is none of a field.
    ["(rsp) => { rsp.success = true; }", []],
    ["(rsp) => use(rsp[name])", []],
    ["(rsp) => use(other.success)", []],
    ["(rsp) => { const { ...all } = rsp; }", []],
    ["(rsp) => { const { [name]: a } = rsp; }", []],
    ["(rsp) => { const [success] = rsp; }", []],
    ["(rsp) => { const same = rsp; use(same.success); }", []],
    ["([success]) => use(success)", []],
    ["(first, rsp) => use(rsp.success)", []],
    ["() => use(rsp.success)", []],
    ["make()", []],
    ["done.call(this)", []],
    ["later.bind", []],
    ["other", []],
  ])("The fields are found that a callback reads: %s", (callback, fields) => {
    const before =
      "function done(rsp) { use(rsp.success); } const later = (order, rsp) => use(order.a, rsp.imp_uid);";
    const { reads: found } = callIn(`${before} IMP.request_pay(order, ${callback});`);
    expect(found.map(({ name }) => name)).toEqual(fields);
  });
});
