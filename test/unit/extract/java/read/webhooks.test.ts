import { describe, expect, it } from "vitest";
import { controller, handler, map, paid, pay, webhooks } from "./controllers.js";

describe("A webhook that is believed is found in Java", () => {
  it.each([
    ["by a map", `${paid}${pay}`, map],
    [
      "by a map whose field has a name",
      `String s = (String) body.get("status"); if (s.equals("paid")) ${pay}`,
      map,
    ],
    ["by a text of a field", `if (body.get("status").toString().equals("paid")) ${pay}`, map],
    ["by String.valueOf", `if (String.valueOf(body.get("status")).equals("paid")) ${pay}`, map],
    ["by Objects.equals", `if (Objects.equals(body.get("status"), "paid")) ${pay}`, map],
    [
      "with another status first",
      `if (!"paid".equals(body.getOrDefault("status", ""))) return null; ${pay}`,
      map,
    ],
    [
      "with a switch",
      `switch ((String) body.get("status")) { case "ready": break; case "paid": ${pay} }`,
      map,
    ],
    [
      "with a switch of arrows",
      `switch (body.get("status").toString()) { case "paid" -> { ${pay} } default -> {} }`,
      map,
    ],
    [
      "by an object of a class",
      `if (hook.getStatus().equals("paid")) orderRepository.pay(hook.getMerchantUid());`,
      "@RequestBody PaymentHook hook",
    ],
    [
      "by a record",
      `if ("paid".equals(hook.status())) orderRepository.pay(hook.merchant_uid());`,
      "@Valid @RequestBody PaymentHook hook",
    ],
    [
      "by parameters",
      `if (status.equals("paid")) orderRepository.pay(uid);`,
      `@RequestParam("merchant_uid") String uid, @RequestParam String status`,
    ],
    [
      "by parameters that have other annotations with texts",
      `if (status.equals("paid")) orderRepository.pay(uid);`,
      `@SuppressWarnings("unused") @RequestParam("merchant_uid") String uid, @SuppressWarnings("unused") @RequestParam String status`,
    ],
    [
      "by a map of parameters",
      `if (form.get("status").equals("paid")) orderRepository.pay(form.get("imp_uid"));`,
      "@RequestParam Map<String, String> form",
    ],
    [
      "by a form",
      `if (form.getFirst("status").equals("paid")) orderRepository.pay(form.getFirst("imp_uid"));`,
      "@RequestParam MultiValueMap<String, String> form",
    ],
    [
      "by a request of a servlet",
      `if ("paid".equals(request.getParameter("status"))) orderRepository.pay(request.getParameter("imp_uid"));`,
      "HttpServletRequest request",
    ],
    [
      "by an entity",
      `Map<String, String> b = e.getBody(); if ("paid".equals(b.get("status"))) orderRepository.pay(b.get("imp_uid"));`,
      "HttpEntity<Map<String, String>> e",
    ],
    [
      "by a text that Jackson reads",
      `JsonNode n = objectMapper.readTree(raw); if (n.get("status").asText().equals("paid")) orderRepository.pay(n.get("imp_uid").asText());`,
      "@RequestBody String raw",
    ],
    [
      "by an object that Jackson makes",
      `Hook n = objectMapper.readValue(raw, Hook.class); if (n.getStatus().equals("paid")) orderRepository.pay(n.getImpUid());`,
      "@RequestBody String raw",
    ],
    [
      "by org.json",
      `JSONObject n = new JSONObject(raw); if (n.getString("status").equals("paid")) orderRepository.pay(n.getString("imp_uid"));`,
      "@RequestBody String raw",
    ],
    [
      "by V2's type",
      `if (objectMapper.readTree(raw).path("type").asText().equals("Transaction.Paid")) orderRepository.pay("x");`,
      "@RequestBody String raw",
    ],
    [
      "by a stream",
      `JsonNode n = objectMapper.readTree(request.getInputStream()); if (n.get("type").asText().equals("Transaction.Paid")) orderRepository.pay(n.at("/data/paymentId"));`,
      "HttpServletRequest request",
    ],
  ])("A webhook that is believed is found in Java: %s", async (_name, body, parameters) => {
    expect(await webhooks(handler(body, `@PostMapping("/webhook")`, parameters))).toEqual([
      expect.stringMatching(/^5:\d+ webhook\/unverified$/),
    ]);
  });

  it("A webhook that is believed is told at what the decision is about, once a handler", async () => {
    expect(await webhooks(handler(`\n${paid}${pay}\n${paid}${pay}`))).toEqual([
      "6:19 webhook/unverified",
    ]);
  });

  it.each([
    [
      "with an entity of the shop",
      `Order order = orderRepository.findByUid(body.get("imp_uid")).orElseThrow(); ${paid}{ order.pay(body.get("imp_uid")); orderRepository.save(order); }`,
    ],
    [
      "with a record that is named otherwise",
      `Sale s = orderRepository.findByUid(body.get("imp_uid")); ${paid}s.complete(body.get("imp_uid"));`,
    ],
    [
      "with a function for a record",
      `orderRepository.findByUid(body.get("imp_uid")).ifPresent(o -> { ${paid}o.pay(body.get("imp_uid")); });`,
    ],
    [
      "with a builder",
      `${paid}orderRepository.save(Payment.builder().impUid((String) body.get("imp_uid")).build());`,
    ],
    [
      "with an object that is filled",
      `Map<String, Object> m = new HashMap<>(); m.put("uid", body.get("imp_uid")); ${paid}orderRepository.save(m);`,
    ],
    ["with a log", `log.info("{} {}", body, body.get("imp_uid")); ${paid}${pay}`],
    [
      "with SQL",
      `${paid}jdbcTemplate.update("UPDATE orders SET paid = 1 WHERE uid = ?", body.get("merchant_uid"));`,
    ],
  ])("A webhook that is believed is found in Java %s", async (_name, body) => {
    expect(await webhooks(handler(body))).toHaveLength(1);
  });

  it("A webhook that is believed is found with a method of the class, which is read", async () => {
    const text = controller(
      `@PostMapping("/hook") void hook(${map}) { ${paid}done((String) body.get("imp_uid")); } private void done(String uid) { orderRepository.pay(uid); }`,
    );
    expect(await webhooks(text)).toHaveLength(1);
  });

  it("A webhook that is believed is found in a servlet", async () => {
    const text = `class Hook extends HttpServlet { protected void doPost(HttpServletRequest req, HttpServletResponse res) { if ("paid".equals(req.getParameter("status"))) orderDao.pay(req.getParameter("imp_uid")); } }`;
    expect(await webhooks(text)).toEqual(["1:125 webhook/unverified"]);
  });

  it("A webhook that is believed is found unless a comment suppresses it", async () => {
    expect(
      await webhooks(handler(`\n// paylint-disable-next-line webhook/unverified\n${paid}${pay}`)),
    ).toEqual([]);
  });
});

describe("A webhook that PortOne's client verifies in Java", () => {
  const verify = (body: string) => `webhookVerifier.verify(${body}, id, signature, timestamp);`;

  it.each([
    ["is read as it was received", "@RequestBody String raw", verify("raw"), []],
    [
      "is not made of an object again",
      "@RequestBody Map<String, Object> body",
      verify("objectMapper.writeValueAsString(body)"),
      ["5:120 webhook/raw-body"],
    ],
    [
      "is not a map as a text",
      "@RequestBody Map<String, Object> body",
      verify("body.toString()"),
      ["5:120 webhook/raw-body"],
    ],
    [
      "is not JSON of anything",
      "@RequestBody Hook hook",
      verify("new Gson().toJson(hook)"),
      ["5:105 webhook/raw-body"],
    ],
    [
      "has no key of V1",
      "@RequestBody String raw",
      `${verify("raw")} Map<String, String> b = objectMapper.readValue(raw, Map.class); orderRepository.pay(b.get("imp_uid"), b.get("paymentId"));`,
      [expect.stringMatching(/^5:\d+ webhook\/v1-field$/)],
    ],
    [
      "is verified by a verifier that is made there",
      "@RequestBody Map<String, Object> body",
      `new WebhookVerifier(secret).verify(body.toString(), id, signature, timestamp);`,
      [expect.stringMatching(/^5:\d+ webhook\/raw-body$/)],
    ],
    [
      "is none of another verifier",
      "@RequestBody Map<String, Object> body",
      `stripeVerifier.verify(body.toString(), id, signature, timestamp);`,
      [],
    ],
  ])(
    "A webhook that PortOne's client verifies in Java %s",
    async (_name, parameters, body, expected) => {
      expect(await webhooks(handler(body, `@PostMapping("/webhook")`, parameters))).toEqual(
        expected,
      );
    },
  );
});
