import { describe, expect, it } from "vitest";
import { linted } from "../../shared.js";
import { cancel, requestsIn } from "./requestsIn.js";

/** What is sent as the body of a request by each client. */
const webClient = (body: string) =>
  requestsIn(`WebClient.create().post().uri("${cancel}").body(${body}).retrieve();`);
const apache = (body: string, before = "") =>
  requestsIn(
    `${before} HttpPost p = new HttpPost("${cancel}"); p.setEntity(${body}); client.execute(p);`,
  );
const okHttp = (body: string) =>
  requestsIn(`new Request.Builder().url("${cancel}").post(${body}).build();`);

describe("A form is known as far as its names are", () => {
  it.each([
    ["a name that is not known", `BodyInserters.fromFormData("x", "1").with(id, "2")`],
    ["a name without a value", `BodyInserters.fromFormData("x", "1").with("y")`],
    ["nothing", `BodyInserters.fromFormData("x", "1").with()`],
  ])("A form is known as far as its names are: not behind %s", (_name, body) => {
    expect(webClient(body)).toEqual(["POST /payments/cancel { x: ?, … } as a form"]);
  });
  it.each([
    ["a name that is not known", `BodyInserters.fromFormData(id, "1")`],
    ["a map that is not known", `BodyInserters.fromFormData(given)`],
    ["a name without a value", `BodyInserters.fromFormData("x")`],
  ])("A form is known as far as its names are: not of %s", (_name, body) => {
    expect(webClient(body)).toEqual(["POST /payments/cancel { … } as a form"]);
  });
  it("A form of nothing is empty", () => {
    expect(webClient("BodyInserters.fromFormData()")).toEqual([
      "POST /payments/cancel {  } as a form",
    ]);
  });
  it.each(["withAll", "endwith", "addEncodedAll", "notaddEncoded"])(
    "A form is not known behind %s, whose name only holds that of a method which puts something",
    (name) => {
      expect(webClient(`BodyInserters.fromFormData("x", "1").${name}("x", "2")`)).toEqual([
        "POST /payments/cancel ?",
      ]);
    },
  );
  it("A node of Jackson is no form, whatever its method with does", () => {
    expect(
      requestsIn(
        `ObjectNode m = mapper.createObjectNode(); m.put("x", 1); m.with("x", 2); rest.postForObject("${cancel}", m, String.class);`,
      ),
    ).toEqual(["POST /payments/cancel { x: ?, … }"]);
  });
});

describe("A form of pairs is known as far as the pairs are", () => {
  const pairs = (...items: string[]) =>
    apache(
      "new UrlEncodedFormEntity(l)",
      `List<NameValuePair> l = new ArrayList<>(); ${items.join(" ")}`,
    );
  const one = `l.add(new BasicNameValuePair("x", "1"));`;
  it.each([
    ["with something that is no pair", [one, "l.add(made());"], "{ x: ?, … }"],
    ["with a map", [one, `l.add(Map.of("value", "1"));`], "{ x: ?, … }"],
    [
      "with a pair whose name is not known",
      [one, `l.add(new BasicNameValuePair(id, "1"));`],
      "{ x: ?, … }",
    ],
    ["with a pair that has no value", [one, `l.add(new BasicNameValuePair("y"));`], "{ x: ?, … }"],
    ["with a pair of nothing", [one, "l.add(new BasicNameValuePair());"], "{ x: ?, … }"],
    [
      "to which one may be added",
      [one, `if (made()) l.add(new BasicNameValuePair("y", "2"));`],
      "{ x: ?, … }",
    ],
  ])("A form of pairs is known as far as the pairs are: %s", (_name, items, payload) => {
    expect(pairs(...items)).toEqual([`POST /payments/cancel ${payload} as a form`]);
  });
  it("A form of pairs is open where the list is not known", () => {
    expect(apache("new UrlEncodedFormEntity(made())")).toEqual([
      "POST /payments/cancel { … } as a form",
    ]);
  });
  it.each(["UrlEncodedFormEntity", "StringEntity"])(
    "A body is not known of an empty %s",
    (name) => {
      expect(apache(`new ${name}()`)).toEqual(["POST /payments/cancel ?"]);
    },
  );
});

describe("The body of an entity is no header", () => {
  it.each([
    ["headers alone", "new HttpEntity<>(h)"],
    ["nothing", "new HttpEntity<>()"],
  ])("The body of an entity is no header: there is none of %s", (_name, entity) => {
    expect(
      requestsIn(
        `HttpHeaders h = new HttpHeaders(); rest.postForObject("${cancel}", ${entity}, String.class);`,
      ),
    ).toEqual(["POST /payments/cancel nothing"]);
  });
});

describe("The body of OkHttp is what is written, wherever its media type is", () => {
  it.each([
    ["behind it", `RequestBody.create(new Gson().toJson(Map.of("x", 1)), JSON)`],
    ["before it", `RequestBody.create(JSON, new Gson().toJson(Map.of("x", 1)))`],
    ["before its letters", `RequestBody.create(JSON, "{\\"x\\": 1}".getBytes())`],
  ])("The body of OkHttp is what is written, and its media type is %s", (_name, body) => {
    expect(okHttp(body)).toEqual(["POST /payments/cancel { x: 1 }"]);
  });
  it("A form of OkHttp is known by the full name of its class", () => {
    expect(okHttp(`new okhttp3.FormBody.Builder().add("x", "1").build()`)).toEqual([
      'POST /payments/cancel { x: "1"! } as a form',
    ]);
  });
});

it.each([
  ["with", `BodyInserters.fromFormData("imp_uid", "a").with(KEY, "1")`],
  ["fromFormData", `BodyInserters.fromFormData(KEY, "1").with("imp_uid", "a")`],
  [
    "a pair",
    `new UrlEncodedFormEntity(List.of(new BasicNameValuePair("imp_uid", "a"), new BasicNameValuePair(KEY, "1")))`,
  ],
])("What is found of a name in a form is found at the name: by %s", async (_name, body) => {
  const text = `class A { void f() { WebClient.create().post().uri("${cancel}").body(${body.replace("KEY", '"no_such"')}).retrieve(); } }`;
  const { diagnostics } = await linted("A.java", text);
  expect(diagnostics.map(({ rule, range }) => [rule, range.column])).toEqual([
    ["shape/unknown-property", text.indexOf('"no_such"') + 1],
  ]);
});
