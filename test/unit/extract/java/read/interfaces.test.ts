import { describe, expect, it } from "vitest";
import { readJava } from "../../../../../dist/extract/java/read.js";
import { found, linted } from "../../shared.js";
import { payloadsBy } from "../../shownPayload.js";

const host = "https://api.iamport.kr";

/** An interface with a method, and a class that calls it. */
const file = (heading: string, method: string, call: string) =>
  `${heading}\ninterface Api {\n${method}\n}\nclass A { Api api; void pay(String id) { ${call} } }\n`;

const rules = async (...parts: Parameters<typeof file>): Promise<string[]> =>
  (await found("A.java", file(...parts))).map((line) => line.replace(/^\S+ /, ""));

const unknown = ["shape/unknown-property /x"];
const map = `Map.of("imp_uid", id, "x", 1)`;

describe("A request is read that an interface declares", () => {
  it.each([
    [
      "of Feign",
      `@FeignClient(name = "pay", url = "${host}")`,
      `@PostMapping("/payments/cancel") Map<String, Object> cancel(@RequestHeader("Authorization") String t, @RequestBody Map<String, Object> body);`,
      `api.cancel("t", ${map});`,
    ],
    [
      "of Feign with a property for its address",
      `@FeignClient(name = "iamport", url = "\${pay.url}")`,
      `@PostMapping(value = "/payments/cancel", consumes = "application/json") Object cancel(@RequestBody Map<String, Object> body);`,
      `api.cancel(${map});`,
    ],
    [
      "of Feign's own annotations",
      `@FeignClient(name = "iamport", url = "${host}")`,
      `@RequestLine("POST /payments/cancel") Object cancel(Map<String, Object> body);`,
      `api.cancel(${map});`,
    ],
    [
      "with a verb in its mapping",
      `@FeignClient(name = "pay", url = "${host}", path = "/payments")`,
      `@RequestMapping(method = RequestMethod.POST, path = "/cancel") Object cancel(@RequestBody Map<String, Object> body);`,
      `api.cancel(${map});`,
    ],
    [
      "of Spring's HTTP interfaces",
      `@HttpExchange("${host}/payments")`,
      `@PostExchange("/cancel") Object cancel(@RequestBody Map<String, Object> body);`,
      `api.cancel(${map});`,
    ],
    [
      "of Retrofit",
      `// ${host}`,
      `@POST("payments/cancel") Call<Object> cancel(@Header("Authorization") String t, @Body Map<String, Object> body);`,
      `api.cancel("t", ${map}).execute();`,
    ],
    [
      "of Retrofit as a form",
      `// ${host}`,
      `@FormUrlEncoded @POST("payments/cancel") Call<Object> cancel(@Field("imp_uid") String i, @Field("x") int x);`,
      `api.cancel(id, 1).execute();`,
    ],
  ])("A request that an interface declares is read: %s", async (_name, heading, method, call) => {
    expect(await rules(heading, method, call)).toEqual(unknown);
  });
  const sent = `api.cancel(${map});`;
  const method = `@PostMapping("/payments/cancel") Object cancel(@RequestBody Map<String, Object> body);`;
  it.each([
    [
      "Spring's mapping of an interface",
      `@RequestMapping("${host}/payments")`,
      `@PostMapping("/cancel") Object cancel(@RequestBody Map<String, Object> body);`,
    ],
    [
      "the path of JAX-RS",
      `@Path("${host}/payments")`,
      `@POST @Path("/cancel") Object cancel(Map<String, Object> body);`,
    ],
    [
      "MicroProfile's client",
      `@RegisterRestClient(baseUri = "${host}")`,
      `@POST @Path("/payments/cancel") Object cancel(Map<String, Object> body);`,
    ],
    [
      "an address and a path of Feign, with slashes at their ends",
      `@FeignClient(name = "pay", path = "/payments/", url = "${host}/")`,
      `@PostMapping("cancel") Object cancel(@RequestBody Map<String, Object> body);`,
    ],
    [
      "an address without its scheme",
      `@FeignClient(name = "pay", url = "//api.iamport.kr")`,
      method,
    ],
    [
      "the value of a mapping by its name",
      `@HttpExchange(url = "${host}")`,
      `@PostExchange(value = "/payments/cancel") Object cancel(@RequestBody Map<String, Object> body);`,
    ],
    [
      "a path that is one of a list",
      `@FeignClient(name = "pay", url = "${host}")`,
      `@PostMapping({"/payments/cancel", "/cancel"}) Object cancel(@RequestBody Map<String, Object> body);`,
    ],
    [
      "a property of Spring's expressions",
      `@FeignClient(name = "iamport", url = "#{pay.url}")`,
      method,
    ],
    [
      "an address of which a property says the end",
      `@FeignClient(name = "iamport", url = "https://\${pay.host}")`,
      method,
    ],
    ["a name of the service alone", `@FeignClient("iamport")`, method],
    [
      "a body that is checked before it is sent",
      `@FeignClient(name = "pay", url = "${host}")`,
      `@RequestLine("POST /payments/cancel") Object cancel(@Valid @NotNull Map<String, Object> body);`,
    ],
    [
      "a body behind another parameter, and before one that is none",
      `@FeignClient(name = "pay", url = "${host}")`,
      `@PostMapping("/payments/cancel") Object cancel(@RequestBody Map<String, Object> body, @RequestHeader("a") String t);`,
    ],
  ])(
    "A request that an interface declares is at the address that is said by %s",
    async (_name, heading, declared) => {
      expect(
        await rules(
          heading,
          declared,
          declared.includes(" t)") ? `api.cancel(${map}, "t");` : sent,
        ),
      ).toEqual(unknown);
    },
  );
  it.each([
    ["an annotation that only ends so", `@MyFeignClient(url = "https://orders.example")`],
    ["an annotation that only begins so", `@PathPrefix("https://orders.example")`],
    ["an annotation of another name", `@Named("https://orders.example")`],
  ])(
    "A request that an interface declares is at no address that is said by %s",
    async (_name, heading) => {
      expect(await rules(`// ${host}\n${heading}`, method, sent)).toEqual(unknown);
    },
  );
  it.each([
    ["no annotation", "Object cancel(@RequestBody Map<String, Object> body);"],
    [
      "an annotation that only ends like one",
      `@MyPostMapping("/payments/cancel") Object cancel(@RequestBody Map<String, Object> body);`,
    ],
    [
      "an annotation that only begins like one",
      `@PostMappings("/payments/cancel") Object cancel(@RequestBody Map<String, Object> body);`,
    ],
    [
      "a mapping without a method",
      `@RequestMapping("/payments/cancel") Object cancel(@RequestBody Map<String, Object> body);`,
    ],
    [
      "a mapping that reads",
      `@GetMapping("/payments/cancel") Object cancel(@RequestBody Map<String, Object> body);`,
    ],
  ])("A method with %s sends nothing", async (_name, declared) => {
    expect(await rules(`@FeignClient(name = "pay", url = "${host}")`, declared, sent)).toEqual([]);
  });
  it("A request that an interface declares is read with a class of the file as its body, whatever the callers are", async () => {
    const text = `@FeignClient(name = "iamport", url = "${host}") interface Api { @PostMapping("/payments/cancel") Object cancel(@RequestBody D d); }
      record D(String imp_uid, int x) {}`;
    expect(await found("A.java", text)).toEqual([expect.stringMatching(/\/x$/)]);
  });
  it("A request that an interface declares is told where its body is made elsewhere", async () => {
    const text = file(
      `@FeignClient(name = "iamport", url = "${host}")`,
      `@PostMapping("/payments/cancel") Object cancel(@RequestBody Map<String, Object> body);`,
      "",
    );
    const { unchecked } = await linted("A.java", text);
    expect(unchecked.map(({ code }) => code)).toEqual(["payload-elsewhere"]);
  });
  it("A request that an interface declares is not read where it is another service's", async () => {
    const heading = `@FeignClient(name = "orders", url = "https://orders.example")`;
    const method = `@PostMapping("/payments/cancel") Object cancel(@RequestBody Map<String, Object> body);`;
    expect(await rules(heading, method, `api.cancel(${map});`)).toEqual([]);
  });
});

describe("The payload of a request is known that an interface declares", () => {
  const payloads = (method: string, call: string) =>
    payloadsBy(
      readJava,
      `interface Api { ${method} }\nclass A { Api api; void pay(String id, Map<String, Object> more) { ${call} } } // ${host}`,
    );
  const post = `@POST("${host}/payments/cancel") Object cancel`;
  it.each([
    ["a body in JSON", `${post}(@Body Map<String, Object> b);`, `Map.of("x", 1)`, "{ x: 1 }"],
    [
      "a body that is sent as a form",
      `@FormUrlEncoded ${post}(@Body Map<String, Object> b);`,
      `Map.of("x", 1)`,
      "{ x: 1 } as a form",
    ],
    [
      "a body whose mapping says that it is a form",
      `@PostMapping(path = "${host}/payments/cancel", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE) Object cancel(@RequestBody Map<String, Object> b);`,
      `Map.of("x", 1)`,
      "{ x: 1 } as a form",
    ],
    [
      "fields of a form",
      `@FormUrlEncoded ${post}(@Field("x") int x, @Field("y") String y);`,
      `1, "a"`,
      `{ x: ?:number, y: ?:string|null } as a form`,
    ],
    [
      "fields of a form of JAX-RS",
      `@FormUrlEncoded ${post}(@FormParam("x") int x);`,
      "1",
      "{ x: ?:number } as a form",
    ],
    [
      "a field and a map of more fields",
      `@FormUrlEncoded ${post}(@Field(value = "x", encoded = true) int x, @FieldMap Map<String, Object> f);`,
      `1, Map.of("y", 2)`,
      "{ x: 1!, y: 2 } as a form",
    ],
    [
      "a field whose name no text says",
      `@FormUrlEncoded ${post}(@Field(NAME) int x, @Body Map<String, Object> b);`,
      `1, Map.of("y", 2)`,
      "{ y: 2 } as a form",
    ],
    [
      "the first of two bodies",
      `${post}(Map<String, Object> a, Map<String, Object> b);`,
      `Map.of("x", 1), Map.of("y", 2)`,
      "{ x: 1 }",
    ],
    [
      "a parameter that is no body",
      `${post}(@Path("a") String a, @Body Map<String, Object> b);`,
      `"a", Map.of("y", 2)`,
      "{ y: 2 }",
    ],
    ["no parameter", `${post}();`, "", "nothing"],
    ["parameters that are no body", `${post}(@Path("a") String a);`, `"a"`, "nothing"],
  ])(
    "The payload of a request is known that an interface declares with %s",
    (_name, method, args, payload) => {
      expect(
        payloads(method, `api.cancel(${args});`).map((one) => one.replaceAll("!", "")),
      ).toEqual([payload.replaceAll("!", "")]);
    },
  );
});

describe("A request is read that is sent", () => {
  const sent = (members: string, statements: string) =>
    `class A { ${members} void pay(String id) { ${statements} } }`;
  it.each([
    [
      "by a RestTemplate with the host",
      `RestTemplate rest = new RestTemplateBuilder().rootUri("${host}").build();`,
      `rest.exchange("/payments/cancel", HttpMethod.POST, new HttpEntity<>(${map}), String.class);`,
    ],
    [
      "by Unirest",
      "",
      `Unirest.post("${host}/payments/cancel").header("Authorization", "t").body(${map}).asJson();`,
    ],
    [
      "with JSON that builders make",
      "",
      `rest.postForObject("${host}/payments/cancel", Json.createObjectBuilder().add("imp_uid", id).add("x", 1).build().toString(), String.class);`,
    ],
    [
      "with classes by their full names",
      "",
      `rest.postForObject("${host}/payments/cancel", java.util.Map.of("imp_uid", id, "x", 1), String.class);`,
    ],
    [
      "with a map whose values are replaced",
      "",
      `Map<String, Object> m = new HashMap<>(${map}); m.replace("x", 2); m.replace("reason", "no"); m.computeIfAbsent("amount", k -> 1);
       rest.postForObject("${host}/payments/cancel", m, String.class);`,
    ],
  ])("A request that is sent is read: %s", async (_name, members, statements) => {
    const lines = await found("A.java", sent(members, statements));
    expect(lines.map((line) => line.replace(/^\S+ /, ""))).toEqual(unknown);
  });
  it("A text is no form of which nothing is known", async () => {
    const text = sent(
      "",
      `rest.postForObject("${host}/payments/cancel", made(id).toString(), String.class);`,
    );
    expect(await found("A.java", text)).toEqual([]);
  });
});

describe("A switch that is an expression", () => {
  const send = (value: string) =>
    `class A { void pay(String id, Plan plan, int n) { rest.postForObject("${host}/payments/cancel", Map.of("imp_uid", id, "amount", ${value}), String.class); } }`;
  it.each([
    ["with texts", `switch (plan) { case A -> "1"; case B, C -> "2"; default -> "3"; }`, 1],
    [
      "with blocks",
      `switch (plan) { case A -> { log(); yield "1"; } default -> { yield ("2"); } }`,
      1,
    ],
    [
      "with an arm that throws",
      `switch (plan) { case A -> "1"; default -> throw new X("a;b"); }`,
      1,
    ],
    [
      "within another",
      `switch (plan) { case A -> switch (n) { case 1 -> "1"; default -> "2"; }; default -> "3"; }`,
      1,
    ],
    ["of which one arm is a number", `switch (plan) { case A -> "1"; default -> 2; }`, 0],
    ["with colons", `switch (plan) { case A: yield "1"; default: yield "2"; }`, 0],
  ])("A switch that is an expression is read %s", async (_name, value, count) => {
    expect(await found("A.java", send(value))).toHaveLength(count);
  });
  it("A switch that is an expression has its effects in one of its arms", async () => {
    const text = `class A { void pay(String id, Plan plan) { Map<String, Object> m = new HashMap<>(); m.put("imp_uid", id);
      int n = switch (plan) { case A -> { m.put("amount", "1"); yield 1; } default -> { m.put("amount", 2); yield 2; } };
      rest.postForObject("${host}/payments/cancel", m, String.class); } }`;
    expect(await found("A.java", text)).toEqual([]);
  });
});

describe("What gets a token or goes into a header is hidden", () => {
  it.each([
    [
      "A.java",
      `class A { String k = "secret-3"; void a() { rest.postForObject("${host}/users/getToken", Map.of("imp_secret", "secret-1"), String.class);
       request.header("Authorization", "PortOne secret-2").header("Authorization", "PortOne " + k); } }`,
    ],
    [
      "a.py",
      `k = "secret-3"\nrequests.post("${host}/users/getToken", data={"imp_secret": "secret-1"}, headers={"a": "PortOne secret-2", "b": f"PortOne {k}"})\n`,
    ],
  ])("What gets a token or goes into a header is hidden in %s", async (name, text) => {
    const { redacted } = await linted(name, text);
    expect(redacted).toHaveLength(text.length);
    expect(redacted).not.toMatch(/secret-\d/);
  });
});
