import { describe, expect, it } from "vitest";
import { readJava } from "../../../../dist/extract/java/read.js";
import { payloadsBy } from "../shownPayload.js";
import { knownOf } from "./ownFile.js";
import { handler, webhooks } from "./read/controllers.js";

describe("An annotation is known by the last part of its name", () => {
  it.each([
    "@JsonProperty",
    "@com.fasterxml.jackson.annotation.JsonProperty",
    "public @JsonProperty",
  ])("An annotation is known by the last part of its name: %s", (annotation) => {
    expect(
      knownOf("new D()", `@lombok.Data static class D { ${annotation}("k") int a = 1; }`),
    ).toBe("{ k: 1! }");
  });
});

describe("The text of an annotation is one that is written out", () => {
  const sent = (path: string) =>
    payloadsBy(
      readJava,
      `@FeignClient(name = "pay", url = "https://api.iamport.kr") interface Api { @PostMapping(${path}) Object send(@RequestBody Map<String, Object> body); }
       class A { Api api; void f() { api.send(Map.of("x", 1)); } }`,
    );
  it.each([`"/payments/cancel"`, `{"/payments/cancel"}`, `value = "/payments/cancel"`])(
    "The text of an annotation is one that is written out: %s",
    (path) => {
      expect(sent(path)).toEqual(["{ x: 1 }!"]);
    },
  );
  it.each([`BASE + "/payments/cancel"`, "PATH", `paths("/payments/cancel")`])(
    "The text of an annotation is not known of %s",
    (path) => {
      expect(sent(path)).toEqual([]);
    },
  );
});

it.each(["value = ", "name = ", ""])(
  "A parameter has the name that its annotation says: with %j",
  async (key) => {
    const parameters = `@RequestParam(${key}"merchant_uid") String a, @RequestParam(${key}"status") String b`;
    expect(
      await webhooks(
        handler(`if (b.equals("paid")) orderRepository.pay(a);`, undefined, parameters),
      ),
    ).toEqual([expect.stringMatching(/ webhook\/unverified$/)]);
  },
);
