import { describe, expect, it } from "vitest";
import { readPython } from "../../../../../dist/extract/python/read.js";
import { apis } from "../../../../../dist/generated/apis.js";
import { readBy } from "../../shownPayload.js";
import { controller, flask, inJava, inPython } from "./servedFiles.js";

const verify = "portone_server_sdk.webhook.verify";

describe("A webhook is verified by the text that was received", () => {
  it.each([
    ["as it was received", "request.data"],
    ["as it was received and is named", "body", "body = request.data"],
    ["of another request", "other.text"],
    ["of something else that is turned into a text", "str(other)"],
  ])("A webhook is verified rightly in Python by its text %s", (_name, body, before = "pass") => {
    expect(inPython(flask(`${before}\n${verify}(S, ${body}, request.headers)`))).toEqual([]);
  });

  it.each([
    ["parsed", "request.get_json()"],
    ["parsed and named", "data"],
    ["written again", "json.dumps(data)"],
    ["written of anything else", "json.dumps(other)"],
  ])("A webhook is verified wrongly in Python by its text %s", (_name, body) => {
    expect(inPython(flask(`${verify}(S, ${body}, request.headers)`))).toEqual([
      `parsed-webhook python: ${body}`,
    ]);
  });

  it.each([
    ["of another name", "portone_server_sdk.webhook.parse(S, data, h)"],
    ["of another package", "stripe.webhook.verify(S, data, h)"],
    ["without the text", `${verify}(S)`],
    ["with the text at another place", `${verify}(data, S)`],
    ["with the secret by its name, and the text at another place", `${verify}(data, h, secret=S)`],
  ])("A call is none that verifies a webhook in Python %s", (_name, call) => {
    expect(inPython(flask(call))).toEqual([]);
  });

  it.each([
    ["from portone_server_sdk import webhook", "webhook.verify", 1],
    ["from portone_server_sdk.webhook import verify", "verify", 1],
    ["from portone_server_sdk import webhook as w", "w.verify", 1],
    ["import stripe", "portone_server_sdk.webhook.verify", 0],
    ["from stripe import webhook", "webhook.verify", 0],
  ])("What verifies is known by what Python imports: %s", (imported, name, count) => {
    const text = flask(`${name}(S, data, h)`).replace(", portone_server_sdk", `\n${imported}`);
    expect(inPython(text)).toHaveLength(count);
  });

  it.each([
    ["a field", "verifier.verify", 1],
    ["a field of the object itself", "this.verifier.verify", 1],
    ["a local name", "local.verify", 1],
    ["a verifier that is made there", "new WebhookVerifier(s).verify", 1],
    ["a field of another object", "other.verifier.verify", 0],
    ["a field of a field", "this.other.verifier.verify", 0],
    ["what a method gives", "verifierOf(s).verify", 0],
    ["a field of another class", "stripe.verify", 0],
    ["another method", "verifier.parse", 0],
    ["no object", "verify", 0],
  ])("What verifies is known by the class that Java declares it of: %s", (_name, callee, count) => {
    const members = "private final WebhookVerifier verifier; private final Stripe stripe;";
    const body = `WebhookVerifier local = verifierOf(s); ${callee}(body.toString(), id, t, u);`;
    expect(inJava(controller(body, members))).toEqual(
      Array.from({ length: count }, () => "parsed-webhook java: body.toString()"),
    );
    expect(inJava(controller(body, members, "com.stripe.WebhookVerifier"))).toEqual([]);
  });
});

describe("A webhook that is verified has the names of its own version", () => {
  const names = `lookup(data["imp_uid"], data["paymentId"], data["impUid"], data.get("status"))`;

  it("A field of the other version is told where it is read", () => {
    expect(inPython(flask(`${verify}(S, request.data, h)\n${names}`))).toEqual([
      `foreign-webhook imp_uid: "imp_uid"`,
      `foreign-webhook impUid: "impUid"`,
      `foreign-webhook status: "status"`,
    ]);
  });

  it("A field is of no other version where nothing verifies", () => {
    expect(inPython(flask(names))).toEqual([]);
  });

  it("A fact says what a message names, and whether it is of a sample", () => {
    const text = flask(`${verify}(S, data, h)`);
    for (const isSample of [false, true]) {
      const { facts } = readBy(readPython, text, { apis, isSample });
      const start = text.indexOf("data, h");
      expect(facts.filter(({ what }) => what === "parsed-webhook")).toEqual([
        {
          ...{ what: "parsed-webhook", value: "python", terms: { name: "python" }, isSample },
          span: [start, start + 4],
        },
      ]);
    }
  });
});
