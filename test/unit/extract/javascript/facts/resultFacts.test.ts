import { describe, expect, it } from "vitest";
import { apis } from "../../../../../dist/generated/apis.js";
import { factsIn, read } from "../reading.js";

const v1 = "https://api.iamport.kr/payments/";
const v2 = "https://api.portone.io/payments/";

/** A handler that looks a payment up, with what it does then; `payment` is the payment itself. */
const handler = (version: "v1" | "v2", rest: string, client = "axios.get") => {
  const address = `\`${version === "v1" ? v1 : v2}\${encodeURIComponent(id)}\``;
  const body = client === "axios.get" ? "answer.data" : "(await answer.json())";
  const payment = version === "v1" ? `${body}.response` : body;
  return `app.post("/done", async (req, res) => {
    const { id } = req.body;
    const answer = await ${client}(${address}, { headers });
    const payment = ${payment};
    ${rest}
  });`;
};

/** Where the first fact of a code says that what it reads is. */
const rightPlaceIn = (code: string) =>
  read(code, { apis }).facts.find(({ what }) => what === "beside-body")?.terms?.right;

/** What is told of a handler but of its request. */
const told = (code: string) => factsIn(code).filter((one) => !/^(?:rest-|import)/.test(one));

describe("The paid amount is told that is compared with what the browser sent", () => {
  const received = ["amount-received at req.body.amount"];
  it.each(["===", "!==", "==", "!="])("The paid amount is told by %s", (operator) => {
    expect(told(handler("v1", `check(payment.amount ${operator} req.body.amount);`))).toEqual(
      received,
    );
    expect(told(handler("v1", `check(req.body.amount ${operator} payment.amount);`))).toEqual(
      received,
    );
  });
  it.each(["<", "<=", ">", ">=", "+", "&&"])("but not by %s", (operator) => {
    expect(told(handler("v1", `check(payment.amount ${operator} req.body.amount);`))).toEqual([]);
  });
  it.each(["Number", "String", "parseInt", "parseFloat", "Number.parseInt", "Number.parseFloat"])(
    "The paid amount is told also where it is converted by %s",
    (convert) => {
      const code = handler("v1", `check(${convert}(payment.amount) === req.body.amount);`);
      expect(told(code)).toEqual(received);
    },
  );
  it.each(["hash", "Number.isFinite", "toNumber"])("but not of what %s makes of it", (convert) => {
    const code = handler("v1", `check(${convert}(payment.amount) === req.body.amount);`);
    expect(told(code)).toEqual([]);
  });

  it.each([
    ["of V1", handler("v1", "check(payment.amount === req.body.amount);")],
    ["of V2", handler("v2", "check(payment.amount.total === req.body.amount);")],
    ["of V2 that was paid", handler("v2", "check(payment.amount.paid === req.body.amount);")],
    ["by fetch", handler("v1", "check(payment.amount === req.body.amount);", "fetch")],
    [
      "under another name",
      handler("v1", "const { amount: paid } = payment; check(paid === req.body.amount);"),
    ],
    ["in parentheses", handler("v1", "check((payment.amount) === req.body.amount);")],
    ["with its type", handler("v1", "check((payment.amount as number) === req.body.amount);")],
  ])("The paid amount is told %s", (_name, code) => {
    expect(told(code)).toEqual(received);
  });
  it.each([
    ["the order's amount", handler("v1", "check(payment.amount === order.amount);")],
    ["another field", handler("v1", "check(payment.cancel_amount === req.body.amount);")],
    ["the taxfree part of V2", handler("v2", "check(payment.amount.taxFree === req.body.amount);")],
    [
      "a name that is written again",
      handler("v1", "let paid = payment.amount; paid = 1; check(paid === req.body.amount);"),
    ],
    [
      "an answer that an interceptor may unpack",
      `axios.interceptors.response.use(f); ${handler("v1", "check(payment.amount === req.body.amount);")}`,
    ],
    [
      "an answer of another client",
      handler("v1", "check(payment.amount === req.body.amount);", "got"),
    ],
    [
      "an answer that is no payment",
      `app.post("/a", async (req) => { const answer = await axios.get("https://api.iamport.kr/payments/prepare/" + id);
       check(answer.data.response.amount === req.body.amount); });`,
    ],
  ])("but nothing is told of %s", (_name, code) => {
    expect(told(code)).toEqual([]);
  });
});

describe("A field of the other version's payment is told", () => {
  it.each([
    ["v1", "paymentId"],
    ["v1", "orderName"],
    ["v1", "totalAmount"],
    ["v1", "amount.total"],
    ["v2", "imp_uid"],
    ["v2", "merchant_uid"],
    ["v2", "paid_amount"],
  ] as const)("A field of the other version's payment is told: %s %s", (version, field) => {
    expect(told(handler(version, `use(payment.${field});`))).toEqual([
      `foreign-payment ${version} ${field} at ${field.split(".").at(-1)}`,
    ]);
  });

  const compared = (rest: string) => told(handler("v2", rest)).map((one) => one.split(" ")[0]);
  it.each(["===", "!==", "==", "!=", "<", "<=", ">", ">="])(
    "The amount of V2 is told where %s compares the object as a number",
    (operator) => {
      expect(compared(`check(payment.amount ${operator} total);`)).toEqual(["object-compared"]);
    },
  );
  it.each(["payment.amount === null", `payment.amount === "1000"`, "payment.amount + 1"])(
    "and nothing is told of %s",
    (test) => {
      expect(compared(`check(${test});`)).toEqual([]);
    },
  );
});

describe("A status is told that is written in the other case", () => {
  it.each([
    ["v1", "PAID"],
    ["v1", "Cancelled"],
    ["v2", "paid"],
    ["v2", "Failed"],
  ] as const)("A status of %s is told that is written %s", (version, status) => {
    expect(told(handler(version, `check(payment.status === "${status}");`))).toEqual([
      `status-case ${version} at "${status}"`,
    ]);
  });
  it.each([
    ["v1", `payment.status === "paid"`],
    ["v2", `payment.status === "PAID"`],
    ["v1", `payment.status === "done"`],
    ["v1", `payment.pay_method === "PAID"`],
    ["v1", `payment.status === 200`],
  ] as const)("and nothing is told of %s with %s", (version, test) => {
    expect(told(handler(version, `check(${test});`))).toEqual([]);
  });
});

describe("What PortOne answers is told where it is read beside the body of axios", () => {
  const beside = (rest: string, address = `${v1}\${encodeURIComponent(id)}`) =>
    told(`async (id) => { const answer = await axios.get(\`${address}\`, o); ${rest} };`);
  it.each(["response", "code", "imp_uid", "merchant_uid", "amount", "access_token"])(
    "What PortOne answers is told beside the body: %s",
    (field) => {
      expect(beside(`use(answer.${field});`)).toEqual([`beside-body v1 ${field} at ${field}`]);
    },
  );
  it.each([
    `use(answer.status === "paid");`,
    `use("paid" !== answer.status);`,
    `const { status } = answer; use(status == "paid");`,
  ])("and the status, which HTTP has too, where it is compared with a word: %s", (rest) => {
    expect(beside(rest)).toEqual(["beside-body v1 status at status"]);
  });
  it.each([
    "use(answer.status === 200);",
    `use(answer.status === "200");`,
    "use(answer.status);",
    "use(answer.statusText);",
    "use(answer.ok);",
    "use(answer.headers);",
    "use(answer.message);",
    "use(answer.data.response);",
  ])("and nothing is told of %s", (rest) => {
    expect(beside(rest).filter((one) => one.startsWith("beside"))).toEqual([]);
  });
  it.each([
    ["caught", ".catch((error) => error)"],
    ["caught behind then", ".then((one) => one).catch((error) => error)"],
  ])("and nothing is told of an answer that is %s", (_name, rest) => {
    const code = `async (id) => { const answer = await axios.get(\`${v1}\${id}\`, o)${rest}; use(answer.response); };`;
    expect(told(code)).toEqual([]);
  });
  it("and it is told of an answer behind then alone", () => {
    const code = `async (id) => { const answer = await axios.get(\`${v1}\${id}\`, o).finally(stop); use(answer.response); };`;
    expect(told(code)).toEqual(["beside-body v1 response at response"]);
  });
  it("The right place is told with it", () => {
    const right = (field: string) => {
      const code = `async (id) => { const answer = await axios.get(\`${v1}\${id}\`, o); use(answer.${field}); };`;
      return rightPlaceIn(code);
    };
    expect(right("response")).toBe("data.response");
    expect(right("imp_uid")).toBe("data.response.imp_uid");
    expect(right("code")).toBe("data.code");
  });
  it("A field is told that V1 has in its response and that is read beside it", () => {
    expect(beside("use(answer.data.amount);")).toEqual(["envelope v1 amount at amount"]);
    expect(beside("use(answer.data.response.amount);")).toEqual([]);
    expect(beside("use(answer.data.code);")).toEqual([]);
  });
  it("A response is told that V2 has not", () => {
    const address = `${v2}\${encodeURIComponent(id)}`;
    expect(beside("use(answer.data.response.amount);", address)).toContain(
      "envelope v2 response at amount",
    );
    expect(beside("use(answer.data.amount);", address)).toEqual([]);
  });
});

describe("A request of V1 is told whose outcome only its HTTP status tells", () => {
  const cancel = "https://api.iamport.kr/payments/cancel";
  const unread = (rest: string, call = `await fetch("${cancel}", o)`) =>
    told(`async () => { const answer = ${call}; ${rest} };`).filter((one) =>
      one.startsWith("outcome"),
    );
  const isTold = ["outcome-unread v1 code at"];
  const found = (rest: string, call?: string) =>
    unread(rest, call).map((one) => one.replace(/ \w+$/, ""));
  const post = `await fetch("${cancel}", { method: "POST" })`;
  it.each([
    "if (!answer.ok) throw 1;",
    "if (answer.status === 200) use();",
    "if (answer.status !== 201) throw 1;",
    "if (answer.status >= 200) use();",
    "if (200 == answer.status) use();",
  ])("A request of V1 is told whose outcome only its HTTP status tells: %s", (rest) => {
    expect(found(rest, post)).toEqual(isTold);
  });
  it.each([
    "use(answer.status);",
    "if (answer.status === 404) use();",
    "log(answer.statusText);",
    "if (!answer.ok) throw 1; const { code } = await answer.json();",
    "if (!answer.ok) throw 1; return answer;",
    "if (!answer.ok) throw 1; read(answer);",
    "if (!answer.ok) throw 1; kept.answer = answer;",
    "if (!answer.ok) throw 1; [kept] = [answer];",
    "if (!answer.ok) throw 1; use(answer[name]);",
    "if (!answer.ok) throw 1; return { answer };",
    "if (!answer.ok) throw 1; const f = () => answer;",
    "",
  ])("and nothing is told of %s", (rest) => {
    expect(found(rest, post)).toEqual([]);
  });
  it("and nothing is told of V2, whose HTTP status tells it", () => {
    const call = `await fetch("https://api.portone.io/payments/1/cancel", { method: "POST" })`;
    expect(found("if (!answer.ok) throw 1;", call)).toEqual([]);
  });
});

describe("A payment that the server's SDK looks up is judged as one of V2", () => {
  const looked = (call: string, rest: string) =>
    told(`import { PortOneClient, PaymentClient } from "@portone/server-sdk";
    app.post("/done", async (req, res) => { const payment = await ${call}; ${rest} });`);
  it.each(["PortOneClient(o).payment.getPayment(id)", "PaymentClient(o).getPayment(id)"])(
    "A payment that the server's SDK looks up is judged as one of V2: %s",
    (call) => {
      expect(looked(call, "use(payment.imp_uid);")).toEqual([
        "foreign-payment v2 imp_uid at imp_uid",
      ]);
      expect(looked(call, "use(payment.amount.total === req.body.amount);")).toEqual([
        "amount-received at req.body.amount",
      ]);
    },
  );
  it("but not what another function gives", () => {
    expect(looked("PaymentClient(o).listPayments(id)", "use(payment.imp_uid);")).toEqual([]);
  });
});

describe("A field of the other version's result is told", () => {
  it.each([
    ["IMP.request_pay(o, (result) => use(result.paymentId));", "v1 paymentId at paymentId"],
    ["IMP.request_pay(o, ({ txId }) => use(txId));", "v1 txId at txId"],
    ["IMP.request_pay(o, function (r) { use(r.code); });", "v1 code at code"],
    ["function done(r) { use(r.message); } IMP.request_pay(o, done);", "v1 message at message"],
    [
      "async () => { const r = await PortOne.requestPayment(o); use(r.imp_uid); };",
      "v2 imp_uid at imp_uid",
    ],
    ["PortOne.requestPayment(o).then((r) => use(r.success));", "v2 success at success"],
    [
      "async () => { const { merchant_uid: id } = await PortOne.requestIssueBillingKey(o); use(id); };",
      "v2 merchant_uid at merchant_uid",
    ],
  ])("A field of the other version's result is told: %s", (code, fact) => {
    expect(told(code)).toEqual([`foreign-result ${fact}`]);
  });
  it.each([
    "IMP.request_pay(o, (result) => use(result.imp_uid));",
    "IMP.request_pay(o, (result) => use(result.custom.paymentId));",
    "IMP.request_pay(o, () => use(other.paymentId));",
    "IMP.request_pay(o, (first, second) => use(second.paymentId));",
    "IMP.request_pay(o, done);",
    "IMP.loadUI('paypal-spb', o, (result) => use(result.paymentId));",
    "async () => { const r = await PortOne.requestPayment(o); use(r.paymentId); };",
  ])("and nothing is told of %s", (code) => {
    expect(told(code)).toEqual([]);
  });
});
