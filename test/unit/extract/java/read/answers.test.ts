import { describe, expect, it } from "vitest";
import { found } from "../../shared.js";

/** What is found of answers in a method, as `line rule`. */
const answers = async (body: string): Promise<string[]> =>
  (
    await found(
      "A.java",
      `class A {\nvoid pay(String uid, String total) throws Exception {\n${body}\n}\n}\n`,
    )
  ).flatMap((line) => (/ (?:verify|response)\//.test(line) ? [line.trimEnd()] : []));

const v1 = `"https://api.iamport.kr/payments/" + uid`;
const v2 = `"https://api.portone.io/payments/" + uid`;

describe("The answer to a request is read in Java", () => {
  it.each([
    [
      "beside its envelope",
      `Map<String, Object> p = restTemplate.getForObject(${v1}, Map.class);\nif ("paid".equals(p.get("status"))) done();`,
      ["4:25 verify/envelope"],
    ],
    [
      "beside its envelope of an entity",
      `Map p = restTemplate.exchange(${v1}, HttpMethod.GET, entity, Map.class).getBody();\nObject x = p.get("amount");`,
      ["4:18 verify/envelope"],
    ],
    [
      "beside its envelope of a tree",
      `JsonNode n = objectMapper.readTree(restTemplate.getForObject(${v1}, String.class));\nint x = n.path("amount").asInt();`,
      ["4:16 verify/envelope"],
    ],
    [
      "in an envelope that V2 has not",
      `JsonNode n = webClient.get().uri(${v2}).retrieve().bodyToMono(JsonNode.class).block();\nString x = n.get("response").get("status").asText();`,
      ["4:34 verify/envelope"],
    ],
    [
      "by a field of V2",
      `Map p = restTemplate.getForObject(${v1}, Map.class);\nMap r = (Map) p.get("response");\nObject x = r.get("paymentId");`,
      ["5:18 verify/other-version"],
    ],
    [
      "with a status in the other case",
      `JsonNode n = objectMapper.readTree(restTemplate.getForObject(${v2}, String.class));\nif (n.get("status").asText().equals("paid")) done();`,
      ["4:37 verify/other-version"],
    ],
    [
      "with a status in the other case first",
      `Map p = restTemplate.getForObject(${v2}, Map.class);\nif (Objects.equals(p.get("status"), "paid")) done();`,
      ["4:37 verify/other-version"],
    ],
  ])("The answer to a request is read in Java: %s", async (_name, body, expected) => {
    expect(await answers(body)).toEqual(expected);
  });

  it("The answer to a request is read in Java with an amount that the browser sent", async () => {
    const text = `class A {\n@PostMapping("/done") void done(@RequestBody Map<String, Object> body) {\nMap p = restTemplate.getForObject(${v1}, Map.class);\nMap r = (Map) p.get("response");\nif (r.get("amount").equals(body.get("amount"))) pay();\n}\n}\n`;
    expect(await found("A.java", text)).toEqual(["5:28 verify/amount-received "]);
  });

  it.each([
    [
      "in order",
      `Map p = restTemplate.getForObject(${v1}, Map.class);\nMap r = (Map) p.get("response");\nif ("paid".equals(r.get("status"))) done(r.get("amount"));`,
    ],
    [
      "of another host",
      `Map p = restTemplate.getForObject("https://cup.example/payments/" + uid, Map.class);\nif ("PAID".equals(p.get("status"))) done(p.get("amount"));`,
    ],
    [
      "by its HTTP headers",
      `var p = restTemplate.getForEntity(${v1}, Map.class);\nObject x = p.getHeaders().get("status");`,
    ],
  ])("The answer to a request is read in Java without a finding: %s", async (_name, body) => {
    expect(await answers(body)).toEqual([]);
  });
});
