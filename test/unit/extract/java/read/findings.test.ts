import { describe, expect, it } from "vitest";
import { applyFixes } from "../../../../../dist/lint/index.js";
import { found, linesOf, linted } from "../../shared.js";

const cancel = "https://api.iamport.kr/payments/cancel";

/** A class whose method does something. */
const method = (statements: string, members = "") =>
  `class A {\n${members}\nvoid pay(String id, Map<String, Object> given, boolean flag) throws Exception {\n${statements}\n}\n}\n`;

/** The rules and paths of what is found in a method. */
const rules = async (statements: string, members = ""): Promise<string[]> =>
  (await found("A.java", method(statements, members))).map((line) => line.replace(/^\S+ /, ""));

const unknownKey = (key: string) => `shape/unknown-property /${key}`;

/** Sends a map `m` that names a payment. */
const send = `rest.postForObject("${cancel}", m, String.class);`;
const map = `Map<String, Object> m = new HashMap<>(); m.put("imp_uid", id);`;

describe("A body is read that Java makes", () => {
  it.each([
    ["by putting keys", `${map} m.put("x", 1); ${send}`],
    [
      "with Map.of",
      `rest.postForObject("${cancel}", Map.of("imp_uid", id, "x", 1), String.class);`,
    ],
    [
      "with Map.ofEntries",
      `rest.postForObject("${cancel}", Map.ofEntries(Map.entry("imp_uid", id), Map.entry("x", 1)), String.class);`,
    ],
    [
      "in a block of a map without a name",
      `rest.postForObject("${cancel}", new HashMap<String, Object>() {{ put("imp_uid", id); put("x", 1); }}, String.class);`,
    ],
    [
      "as a form",
      `MultiValueMap<String, String> m = new LinkedMultiValueMap<>(); m.add("imp_uid", id); m.add("x", "1");
       rest.exchange("${cancel}", HttpMethod.POST, new HttpEntity<>(m, new HttpHeaders()), String.class);`,
    ],
    [
      "with a JSONObject in a chain",
      `rest.postForObject("${cancel}", new JSONObject().put("imp_uid", id).put("x", 1).toString(), String.class);`,
    ],
    [
      "with Gson's objects",
      `JsonObject o = new JsonObject(); o.addProperty("imp_uid", id); o.addProperty("x", 1);
       rest.postForObject("${cancel}", new Gson().toJson(o), String.class);`,
    ],
    [
      "with Jackson's nodes",
      `ObjectNode o = mapper.createObjectNode(); o.put("imp_uid", id).put("x", 1);
       rest.postForObject("${cancel}", mapper.writeValueAsString(o), String.class);`,
    ],
    [
      "as a text block",
      `rest.postForObject("${cancel}", """\n    {\n      "imp_uid": "a",\n      "x": 1\n    }\n    """, String.class);`,
    ],
    [
      "as a text block with directives",
      `rest.postForObject("${cancel}", """\n  {"imp_uid": "%s", "x": %d}\n  """.formatted(id, 1), String.class);`,
    ],
    [
      "as a text that is put together",
      `rest.postForObject("${cancel}", "{\\"imp_uid\\":\\"" + id + "\\"," + "\\"x\\":1}", String.class);`,
    ],
    [
      "with String.format",
      `rest.postForObject("${cancel}", String.format("{\\"imp_uid\\":\\"%s\\",\\"x\\":%d}", id, 1), String.class);`,
    ],
    [
      "with a StringBuilder",
      `StringBuilder b = new StringBuilder("imp_uid="); b.append(id).append("&x=1");
       rest.postForObject("${cancel}", b.toString(), String.class);`,
    ],
    ["in another method", `rest.postForObject("${cancel}", body(id), String.class);`],
    [
      "in every case of a switch",
      `${map} switch (id) { case "a": m.put("x", 1); break; default: m.put("x", 2); } ${send}`,
    ],
    [
      "in every case with an arrow",
      `${map} switch (id) { case "a" -> m.put("x", 1); default -> m.put("x", 2); } ${send}`,
    ],
    [
      "in a try",
      `try { ${map} m.put("x", 1); ${send} } catch (Exception e) { log.error("no", e); }`,
    ],
    ["and logs", `${map} m.put("x", 1); log.info("{}", m); System.out.println(m); ${send}`],
  ])("A body that Java makes is read: %s", async (_name, statements) => {
    const helper = `Map<String, Object> body(String id) { Map<String, Object> m = new HashMap<>(); m.put("imp_uid", id); m.put("x", 1); return m; }`;
    expect(await rules(statements, helper)).toEqual([unknownKey("x")]);
  });
});

describe("A request is read that is sent", () => {
  const body = `Map.of("imp_uid", id, "x", 1)`;
  it.each([
    [
      "with RestTemplate.exchange",
      `rest.exchange("${cancel}", HttpMethod.POST, new HttpEntity<>(${body}, headers), String.class);`,
    ],
    ["with RestTemplate.postForEntity", `rest.postForEntity("${cancel}", ${body}, String.class);`],
    [
      "with RestTemplate and a URI",
      `rest.postForEntity(URI.create("${cancel}"), ${body}, String.class);`,
    ],
    [
      "with a RequestEntity",
      `rest.exchange(RequestEntity.post(URI.create("${cancel}")).contentType(MediaType.APPLICATION_JSON).body(${body}), String.class);`,
    ],
    [
      "with a UriComponentsBuilder",
      `rest.postForEntity(UriComponentsBuilder.fromHttpUrl("https://api.iamport.kr").path("/payments/cancel").build().toUri(), ${body}, String.class);`,
    ],
    [
      "with WebClient",
      `WebClient.create("https://api.iamport.kr").post().uri("/payments/cancel").header("a", "b").bodyValue(${body}).retrieve();`,
    ],
    [
      "with WebClient and a function for the address",
      `WebClient.builder().baseUrl("https://api.iamport.kr").build().post().uri(u -> u.path("/payments/cancel").build()).body(BodyInserters.fromValue(${body})).exchangeToMono(r -> r.bodyToMono(String.class));`,
    ],
    [
      "with RestClient",
      `RestClient.create().post().uri("${cancel}").contentType(MediaType.APPLICATION_JSON).body(${body}).retrieve().body(String.class);`,
    ],
    [
      "with the method of a WebClient",
      `WebClient.create().method(HttpMethod.POST).uri("${cancel}").bodyValue(${body}).retrieve();`,
    ],
    [
      "with a form of a WebClient",
      `WebClient.create().post().uri("${cancel}").body(BodyInserters.fromFormData("imp_uid", id).with("x", "1")).retrieve();`,
    ],
    [
      "with Java's HttpClient",
      `HttpRequest r = HttpRequest.newBuilder().uri(URI.create("${cancel}")).header("a", "b").POST(HttpRequest.BodyPublishers.ofString(mapper.writeValueAsString(${body}))).build();`,
    ],
    [
      "with a client that is made elsewhere, in code about the service",
      `class PortOneCalls { void f() { client.post().uri("/payments/cancel").bodyValue(${body}).retrieve(); } }`,
    ],
    [
      "with a method by name of Java's HttpClient",
      `HttpRequest r = HttpRequest.newBuilder(URI.create("${cancel}")).method("POST", HttpRequest.BodyPublishers.ofString("{\\"imp_uid\\":\\"1\\",\\"x\\":1}")).build();`,
    ],
    [
      "with OkHttp",
      `Request r = new Request.Builder().url("${cancel}").post(RequestBody.create(MediaType.parse("application/json"), new JSONObject(${body}).toString())).build();`,
    ],
    [
      "with a form of OkHttp",
      `RequestBody f = new FormBody.Builder().add("imp_uid", id).add("x", "1").build(); Request r = new Request.Builder().url("${cancel}").post(f).build();`,
    ],
    [
      "with Apache's client",
      `HttpPost p = new HttpPost("${cancel}"); p.setHeader("a", "b"); p.setEntity(new StringEntity(new Gson().toJson(${body}), "UTF-8")); client.execute(p);`,
    ],
    [
      "with pairs of Apache's client",
      `List<NameValuePair> l = new ArrayList<>(); l.add(new BasicNameValuePair("imp_uid", id)); l.add(new BasicNameValuePair("x", "1"));
       HttpPost p = new HttpPost("${cancel}"); p.setEntity(new UrlEncodedFormEntity(l)); client.execute(p);`,
    ],
    [
      "with a connection",
      `HttpURLConnection c = (HttpURLConnection) new URL("${cancel}").openConnection(); c.setRequestMethod("POST");
       try (OutputStream o = c.getOutputStream()) { o.write(new JSONObject(${body}).toString().getBytes("UTF-8")); }`,
    ],
    [
      "in a function that runs later",
      `token().flatMap(t -> { Map<String, Object> m = new HashMap<>(${body}); return WebClient.create().post().uri("${cancel}").bodyValue(m).retrieve().bodyToMono(String.class); });`,
    ],
    ["in a wrapper of the file", `send("/payments/cancel", ${body});`],
    [
      "to a host that is a constant",
      `rest.postForObject(HOST + "/payments/cancel", ${body}, String.class);`,
    ],
    [
      "to a host that is a property with this value by default",
      `rest.postForObject(base + "/payments/cancel", ${body}, String.class);`,
    ],
  ])("A request that Java sends is read: %s", async (_name, statements) => {
    const members = `static final String HOST = "https://api.iamport.kr"; @Value("\${api.base:https://api.iamport.kr}") String base;
      String send(String path, Map<String, Object> body) { return rest.postForObject(HOST + path, new HttpEntity<>(body), String.class); }`;
    expect(await rules(statements, members)).toEqual([unknownKey("x")]);
  });

  it.each([
    [
      "of another host",
      `rest.postForObject("https://shop.example/payments/cancel", ${body}, String.class);`,
    ],
    [
      "of another method",
      `rest.exchange("${cancel}", HttpMethod.GET, new HttpEntity<>(${body}), String.class);`,
    ],
    [
      "to a path of the shop's own",
      `client.post().uri("/payments/cancel").bodyValue(${body}).retrieve();`,
    ],
    [
      "to a path of a gateway that is another, whatever comments say",
      `// as 포트원, or portone\nclient.post().uri("/payments/cancel").bodyValue(${body}).retrieve();`,
    ],
    ["that is a comment", `// rest.postForObject("${cancel}", ${body}, String.class);`],
  ])("No request is read %s", async (_name, statements) => {
    expect((await linted("A.java", method(statements))).calls).toBe(0);
  });
});

describe("What Java code does is followed, and never guessed", () => {
  it.each([
    ["a key that may be absent", `${map} if (flag) m.put("reason", 1); ${send}`],
    [
      "a value that one branch puts",
      `${map} m.put("reason", "a"); if (flag) m.put("reason", 1); ${send}`,
    ],
    ["a map that another method gets", `${map} m.put("reason", 1); other.fill(m); ${send}`],
    ["a map that is given", `given.put("reason", 1); Map<String, Object> m = given; ${send}`],
    ["a key that is no constant", `${map} m.put("reason", 1); m.put(id, "a"); ${send}`],
    ["a map that is copied into", `${map} m.put("reason", 1); m.putAll(given); ${send}`],
    ["a key that a loop puts", `${map} for (String k : keys) m.put(k, 1); ${send}`],
    ["a key that is taken out", `${map} m.put("x", 1); m.remove("x"); ${send}`],
    ["a key that is put if it is absent", `${map} m.putIfAbsent("reason", 1); ${send}`],
    ["a field that two methods set", `this.reason = "a"; ${map} m.put("reason", reason); ${send}`],
    [
      "a variable that a lambda changes",
      `${map} m.put("reason", 1); list.forEach(k -> m.put("reason", k)); ${send}`,
    ],
    [
      "what a later loop puts",
      `${map} for (int i = 0; i < 2; i++) { ${send} m.put("reason", 1); }`,
    ],
    [
      "what a caught statement puts",
      `${map} try { m.put("reason", 1); risky(); m.put("reason", "a"); } catch (Exception e) {} ${send}`,
    ],
    [
      "a switch that is a value",
      `${map} m.put("reason", switch (id) { case "a" -> "b"; default -> { yield "c"; } }); ${send}`,
    ],
    ["code that no parser understands", `${map} m.put("reason", ]1(; ${send}`],
  ])("What Java code does is followed, and never guessed: %s", async (_name, statements) => {
    const members = `Object reason; void other() { this.reason = 1; }`;
    expect((await rules(statements, members)).filter((line) => !line.includes("imp_uid"))).toEqual(
      [],
    );
  });

  it("A declared number is no text, and a declared text is none that may be null", async () => {
    const statements = `int n = count(); Integer k = count(); String t = text(); ${map} m.put("reason", n); m.put("refund_bank", k); m.put("amount", t); ${send}`;
    expect(await rules(statements)).toEqual(
      expect.arrayContaining([
        "shape/type /reason",
        "shape/type /refund_bank",
        "shape/type /amount",
      ]),
    );
  });

  it("The reading of recursion and circles ends", async () => {
    const members = `Map<String, Object> body(Map<String, Object> m) { m.put("self", m); return flag ? body(m) : m; }`;
    const statements = `${map} rest.postForObject("${cancel}", body(m), String.class);`;
    expect(await linted("A.java", method(statements, members))).toMatchObject({ calls: 1 });
  });
});

describe("A secret that is written out in server code", () => {
  const secret = "aB3dE5gH7jK9mN1pQ3sT";
  it.each([
    [
      "a field of Java",
      "A.java",
      `class A { static final String PORTONE_API_SECRET = "${secret}"; } // api.portone.io`,
      ["1:52"],
    ],
    [
      "a name of Java",
      "A.java",
      `class A { void f() { String imp_secret; imp_secret = "${secret}"; } } // api.iamport.kr`,
      ["1:54"],
    ],
    ["a name of Python", "a.py", `# api.portone.io\nPORTONE_API_SECRET = "${secret}"\n`, ["2:22"]],
    [
      "another name of Java",
      "A.java",
      `class A { static final String OTHER = "${secret}"; } // api.portone.io`,
      [],
    ],
    ["another name of Python", "a.py", `# api.portone.io\nother = "${secret}"\n`, []],
    [
      "a name of a placeholder",
      "a.py",
      `# api.portone.io\nPORTONE_API_SECRET = "your-${secret}"\n`,
      [],
    ],
    [
      "a name of what the environment says",
      "a.py",
      `# api.portone.io\nPORTONE_API_SECRET = os.environ["A"]\n`,
      [],
    ],
  ])(
    "A secret that is written out in server code is found by %s",
    async (_name, filename, text, places) => {
      const result = await linted(filename, text);
      expect(linesOf(result)).toEqual(places.map((place) => `${place} source/secret `));
      if (places.length > 0) expect(result.redacted).not.toContain(secret);
    },
  );
});

describe("A place in a text that is written out in Java", () => {
  it.each([
    [
      "on one of the lines of a block",
      `"""\n    {\n      "imp_uid": "a",   \n      "x": 1\n    }"""`,
      "4:7 shape/unknown-property /x",
    ],
    [
      "behind escapes",
      String.raw`"{\"imp_uid\": \"\u0041\", \"x\": 1}"`,
      "1:110 shape/unknown-property /x",
    ],
  ])(
    "A place in a text that is written out in Java is known %s",
    async (_name, written, finding) => {
      const text = `class A { void f() { rest.postForObject("${cancel}", ${written}, String.class); } }`;
      expect(await found("A.java", text)).toEqual([finding]);
    },
  );
});

describe("Clients of PortOne are read in Java", () => {
  const imports =
    "import com.siot.IamportRestClient.IamportClient;\nimport com.siot.IamportRestClient.request.*;\n";
  const file = (statements: string) =>
    found("A.java", imports + method(statements, "private final IamportClient client;"));
  const findings = async (statements: string) =>
    (await file(statements))
      .map((line) => line.replace(/^\S+ /, ""))
      .filter((line) => !/buyer_name|product_type|currency|tax_free/.test(line));

  it.each([
    [
      "constructors",
      `client.againPayment(new AgainPaymentData(id, "o-1", BigDecimal.valueOf(0)));`,
      ["shape/required /name", "shape/type /amount"],
    ],
    [
      "setters",
      `AgainPaymentData d = new AgainPaymentData(id, "o-1", new BigDecimal("100")); d.setName("n"); d.setBuyerName(""); d.setCardQuota(1); client.againPayment(d);`,
      ["installment/range /card_quota"],
    ],
    [
      "a flag that names the key",
      `client.cancelPaymentByImpUid(new CancelData(null, true));`,
      ["shape/required /imp_uid"],
    ],
    [
      "lists and several keys at once",
      `ScheduleEntry e = new ScheduleEntry("o-1", when, BigDecimal.TEN); e.setOptionalValues(null, "n", "b", "e@x.kr", "010", null, null, null, "no address");
       ScheduleData s = new ScheduleData(id); s.addSchedule(e); client.subscribeSchedule(s);`,
      ["shape/format /schedules/0/notice_url"],
    ],
    [
      "classes handed to a method of the shop's own",
      `gateway.pay(new AgainPaymentData(id, "o-1", BigDecimal.ONE));`,
      ["shape/required /name"],
    ],
    [
      "builders",
      `client.againPayment(AgainPaymentData.builder().customer_uid(id).merchant_uid("o-1").amount(BigDecimal.ONE).build());`,
      [],
    ],
  ])("Clients of PortOne are read in Java by %s", async (_name, statements, expected) => {
    expect(await findings(statements)).toEqual(expected);
  });

  it("A method of the shop's own class of the same name is none of a client's", async () => {
    const own = `import shop.IamportClient;\n${method("client.cancelPaymentByImpUid(new CancelData(null, true));", "private final IamportClient client;")}`;
    expect((await linted("A.java", own)).calls).toBe(0);
  });

  it("The secrets of clients are hidden, and what they are given positionally", async () => {
    const text =
      imports +
      method(
        `String key = "k-123456"; new IamportClient(key, "s-654321").onetimePayment(new OnetimePaymentData("o-1", BigDecimal.ONE, new CardInfo("9441-0000-0000-0000", "2030-12", "900101", "12")));`,
      );
    const { redacted } = await linted("A.java", text);
    for (const secret of ["k-123456", "s-654321", "9441-0000", "2030-12", "900101", '"12"']) {
      expect(redacted).not.toContain(secret);
    }
  });
});

describe("Fixes in Java", () => {
  const fixed = async (statements: string) => {
    const text = method(statements);
    const { diagnostics } = await linted("A.java", text);
    return applyFixes(text, diagnostics, { unsafe: true }).text === text
      ? undefined
      : applyFixes(text, diagnostics, { unsafe: true }).text;
  };

  it("A fix in Java writes a text as a number where the map takes any value", async () => {
    expect(await fixed(`${map} m.put("amount", "100"); ${send}`)).toContain(
      `m.put("amount", 100);`,
    );
  });

  it.each([
    [
      "not where the map takes texts only",
      `Map<String, String> m = new HashMap<>(); m.put("amount", "100"); ${send}`,
    ],
    ["not where the value has a name", `${map} String n = "100"; m.put("amount", n); ${send}`],
    ["not where two calls share the map", `${map} m.put("amount", "100"); ${send} ${send}`],
    [
      "not in a text that is put together",
      `rest.postForObject("${cancel}", "{\\"imp_uid\\":\\"1\\",\\"amount\\":\\"100\\"}", String.class);`,
    ],
    ["take no statement out", `${map} m.put("x", 1); ${send}`],
  ])("A fix in Java is right or is not made: %s", async (_name, statements) => {
    expect(await fixed(statements)).toBeUndefined();
  });
});

describe("Comments in Java", () => {
  it("Comments in Java suppress findings and name the gateway", async () => {
    const text = method(
      `// paylint: ksnet\n${map}\nm.put("x", 1); // paylint-disable-line shape/unknown-property\n// paylint-disable-next-line\nm.put("y", 1);\nm.put("z", 1);\n${send}`,
    );
    const result = await linted("A.java", text, { assume: undefined as never });
    expect(linesOf(result).map((line) => line.replace(/^\S+ /, ""))).toEqual([unknownKey("z")]);
  });
});
