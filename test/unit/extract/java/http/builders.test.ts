import { describe, expect, it } from "vitest";
import { body, cancel, cancelled, requestsIn, token, v1 } from "./requestsIn.js";

describe("A request begins with a class of a client alone", () => {
  it.each([
    [
      "a class whose name ends like Spring's",
      `rest.exchange(OrderRequestEntity.put("${token}").build());`,
    ],
    [
      "a method whose name begins like one of Spring's",
      `rest.exchange(RequestEntity.putting("${token}").build());`,
    ],
    ["a class whose name ends like Apache's", `client.execute(new MyHttpPut("${token}"));`],
    ["a class whose name begins like Apache's", `client.execute(new HttpPutter("${token}"));`],
    ["a class whose name ends like Unirest", `NoUnirest.delete("${token}").asEmpty();`],
    ["a method whose name begins like one of Unirest", `Unirest.deleted("${token}").asEmpty();`],
    ["a builder of another request", `new OrderRequest.Builder().url("${token}").build();`],
    ["an entity of Spring that is not sent", `RequestEntity.put("${token}").build();`],
    ["a method that says no verb", `things.of(HttpMethod.PUT).uri("${token}").retrieve();`],
    [
      "a method with more than a verb",
      `things.method(HttpMethod.PUT, 1).uri("${token}").retrieve();`,
    ],
    [
      "a class whose name ends like a client's",
      `NoWebClient.create("${v1}").put().uri("/users/getToken").retrieve();`,
    ],
    [
      "a method whose name begins like one of a client",
      `WebClient.created("${v1}").put().uri("/users/getToken").retrieve();`,
    ],
    ["a client that has no base", `WebClient.create().put().uri("/users/getToken").retrieve();`],
  ])("A request begins with a class of a client alone, and not with %s", (_name, code) => {
    expect(requestsIn(code)).toEqual([]);
  });
  it("A request begins with a class of a client by its full name", () => {
    expect(
      requestsIn(`new okhttp3.Request.Builder().url("${cancel}").post(${body}).build();`),
    ).toEqual(cancelled);
  });
});

describe("The address of a request is what its function gives", () => {
  it.each([
    ["another builder's address", `u -> UriComponentsBuilder.fromHttpUrl("${cancel}").build()`],
    ["nothing that is known", `u -> { u.path("/payments/cancel"); return made(); }`],
  ])("The address of a request is what its function gives: %s", (_name, fn) => {
    const base = fn.includes("made") ? v1 : "https://orders.example";
    const code = `WebClient.create("${base}").post().uri(${fn}).bodyValue(${body}).retrieve();`;
    expect(requestsIn(code)).toEqual(cancelled);
  });
});

describe("The base of a client is what is said last", () => {
  const sent = (client: string) =>
    requestsIn(`${client}.build().post().uri("/payments/cancel").bodyValue(${body}).retrieve();`);
  it("The base of a client is none of its other settings", () => {
    expect(sent(`WebClient.builder().baseUrl("${v1}").defaultHeader("a", "b")`)).toEqual(cancelled);
  });
  it.each(["mybaseUrl", "baseUrls", "nrootUri", "rootUris"])(
    "The base of a client is not said by %s, whose name only holds that of the method",
    (name) => {
      expect(sent(`WebClient.builder().${name}("${v1}")`)).toEqual([]);
      expect(sent(`client.${name}("${v1}")`)).toEqual(["POST …/payments/cancel { x: 1 }"]);
    },
  );
});

it("A request that is still being written is none", () => {
  const code = `new Request.Builder().build(); client.execute(new HttpPost()); HttpRequest.newBuilder().uri().POST().method().header().headers().build();
    WebClient.create().method().uri().retrieve(); WebClient.builder().baseUrl().build(); client.baseUrl(); HttpPut p = new HttpPut("${token}"); p.setEntity();`;
  expect(requestsIn(code)).toEqual([]);
});
