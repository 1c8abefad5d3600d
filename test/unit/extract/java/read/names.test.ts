import { describe, expect, it } from "vitest";
import { readJava } from "../../../../../dist/extract/java/read.js";
import { payloadsBy } from "../../shownPayload.js";

const payloadOf = (payload: string) =>
  payloadsBy(
    readJava,
    `class Shop { void pay(String id) { rest.postForObject("https://api.iamport.kr/payments/cancel", ${payload}, String.class); } }`,
  )[0];

describe("A class is known that is named in full", () => {
  it.each([
    ["java", `java.util.Map.of("x", 1)`],
    ["javax", `javax.a.Map.of("x", 1)`],
    ["jakarta", `jakarta.a.Map.of("x", 1)`],
    ["com", `com.google.common.collect.ImmutableMap.of("x", 1)`],
  ])("A class is known that is named in full, of a package below %s", (_name, payload) => {
    expect(payloadOf(payload)).toBe("{ x: 1 }");
  });
  it.each([
    [
      "org",
      `Map.of("x", org.springframework.web.util.UriComponentsBuilder.fromHttpUrl("a").toUriString())`,
      `"a"`,
    ],
    ["io", `Map.of("x", io.vavr.collection.List.of(1))`, "[1]"],
    ["okhttp3", `Map.of("x", okhttp3.HttpUrl.get("a"))`, `"a"`],
    ["reactor", `Map.of("x", reactor.core.publisher.Mono.just("a"))`, `"a"`],
  ])(
    "What a class gives is known that is named in full, of a package below %s",
    (_name, payload, value) => {
      expect(payloadOf(payload)).toBe(`{ x: ${value} }`);
    },
  );
  it.each(["parent", "common", "myio", "javas"])(
    "The name %s is a field of another class and of no package",
    (name) => {
      expect(payloadOf(`${name}.Map.of("x", 1)`)).toBe("?");
    },
  );
});
