import { describe, expect, it } from "vitest";
import { controller, handler, map, paid, pay, webhooks } from "./controllers.js";

describe("Nothing is said in Java", () => {
  it.each([
    [
      "of a payment that RestTemplate gets",
      `Map p = restTemplate.exchange("https://api.iamport.kr/payments/" + body.get("imp_uid"), HttpMethod.GET, entity, Map.class).getBody(); ${paid}${pay}`,
    ],
    [
      "of a payment that RestTemplate gets from an address of another name",
      `Map p = restTemplate.getForObject(base + body.get("imp_uid"), Map.class); ${paid}${pay}`,
    ],
    [
      "of a payment that WebClient gets",
      `Map p = webClient.get().uri("/payments/{id}", body.get("imp_uid")).retrieve().bodyToMono(Map.class).block(); ${paid}${pay}`,
    ],
    [
      "of a payment that RestClient gets",
      `Map p = restClient.get().uri("/payments/{id}", body.get("imp_uid")).retrieve().body(Map.class); ${paid}${pay}`,
    ],
    [
      "of a payment that OkHttp gets",
      `Request r = new Request.Builder().url(url + body.get("imp_uid")).build(); Response s = okHttpClient.newCall(r).execute(); ${paid}${pay}`,
    ],
    [
      "of a payment that HttpClient gets",
      `HttpRequest r = HttpRequest.newBuilder(URI.create(url + body.get("imp_uid"))).build(); var s = httpClient.send(r, ofString()); ${paid}${pay}`,
    ],
    [
      "of a payment that PortOne's client gets",
      `Payment p = iamportClient.paymentByImpUid((String) body.get("imp_uid")).getResponse(); ${paid}${pay}`,
    ],
    [
      "of the client of V2",
      `paymentClient.getPayment((String) body.get("paymentId")).join(); ${paid}${pay}`,
    ],
    ["where a service is given the body", `orderService.handle(body); ${paid}${pay}`],
    ["where a service is given an id", `${paid}orderService.complete(body.get("imp_uid"));`],
    [
      "where a service stores, which may do more",
      `${paid}orderService.update(body.get("imp_uid"));`,
    ],
    [
      "where a service is given what has an id",
      `Order order = orderRepository.findByUid(body.get("imp_uid")); orderService.check(order); ${paid}${pay}`,
    ],
    [
      "where an event is published",
      `${paid}publisher.publishEvent(new PaidEvent(body.get("imp_uid")));`,
    ],
    [
      "where something else runs with an id",
      `String uid = (String) body.get("imp_uid"); executor.submit(() -> lookUp.run(uid)); ${paid}${pay}`,
    ],
    ["where a field keeps an id", `this.last = body.get("imp_uid"); sync(); ${paid}${pay}`],
    ["where a function verifies", `if (!verifyHook(body)) return null; ${paid}${pay}`],
    ["where a signature is compared", `Mac mac = Mac.getInstance("HmacSHA256"); ${paid}${pay}`],
    [
      "where the sender's address is read",
      `if (!request.getRemoteAddr().equals(allowed)) return null; ${paid}${pay}`,
    ],
    [
      "where the address of PortOne is",
      `if (!"52.78.100.19".equals(ip)) return null; ${paid}${pay}`,
    ],
    [
      "of the status of a payment that was got",
      `Payment payment = find(body.get("imp_uid")); if ("paid".equals(payment.getStatus())) ${pay}`,
    ],
    ["of a status of another name", `if ("paid".equals(body.get("state"))) ${pay}`],
    ["of another status", `if ("cancelled".equals(body.get("status"))) ${pay}`],
    ["without an id", `${paid}orderRepository.pay(body.get("order"));`],
  ])("Nothing is said in Java %s", async (_name, body) => {
    expect(await webhooks(handler(body))).toEqual([]);
  });

  it.each([
    [
      "where a method of the class looks up",
      `done((String) body.get("imp_uid"));`,
      `private void done(String uid) { var p = restTemplate.getForObject(url + uid, Map.class); }`,
    ],
    [
      "where a method of the class delegates",
      `done(body);`,
      `private void done(Map<String, Object> all) { orderService.complete(all); }`,
    ],
    ["where a method of another class is called", `done(body);`, ""],
  ])("Nothing is said in Java %s", async (_name, call, method) => {
    const text = controller(`@PostMapping("/hook") void hook(${map}) { ${paid}${call} } ${method}`);
    expect(await webhooks(text)).toEqual([]);
  });

  it.each([
    ["where an annotation is not known", `@PostMapping("/webhook") @PortOneOnly`],
    ["where users sign in", `@PostMapping("/webhook") @PreAuthorize("hasRole('ADMIN')")`],
    ["of what is asked with GET", `@GetMapping("/webhook")`],
    [
      "of what is asked with GET by its method",
      `@RequestMapping(value = "/webhook", method = RequestMethod.GET)`,
    ],
    ["of what is put", `@PutMapping("/orders")`],
    ["of a method that no request reaches", ""],
  ])("Nothing is said in Java %s", async (_name, marks) => {
    expect(await webhooks(handler(`${paid}${pay}`, marks))).toEqual([]);
  });

  it.each([
    ["of a parameter that something else makes", "@VerifiedBody Map<String, Object> body"],
    ["of what is made of who is signed in", `${map}, @AuthenticationPrincipal User user`],
    ["of a parameter without an annotation", "Map<String, Object> body"],
  ])("Nothing is said in Java %s", async (_name, parameters) => {
    expect(
      await webhooks(handler(`${paid}${pay}`, `@PostMapping("/webhook")`, parameters)),
    ).toEqual([]);
  });

  it("Nothing is said in Java where the class has an annotation that is not known", async () => {
    const text = controller(
      `@PostMapping("/hook") void hook(${map}) { ${paid}${pay} }`,
      "@RestController @IpAllowed",
    );
    expect(await webhooks(text)).toEqual([]);
  });
});
