import { describe, expect, it } from "vitest";
import { readJava } from "../../../../../dist/extract/java/read.js";
import { apis } from "../../../../../dist/generated/apis.js";
import { linted } from "../../shared.js";
import { readBy } from "../../shownPayload.js";
import { body, cancel, cancelled, form, requestsIn, token, v1 } from "./requestsIn.js";

describe("The method of a request is known in Java", () => {
  it.each([
    ["put", `rest.put("${token}", ${body});`, "PUT"],
    ["put of a template that is named so", `template.put("${token}", ${body});`, "PUT"],
    ["patchForObject", `rest.patchForObject("${token}", ${body}, String.class);`, "PATCH"],
    ["getForEntity", `rest.getForEntity("${token}", String.class);`, "GET"],
    ["getForObject", `rest.getForObject("${token}", String.class);`, "GET"],
    ...["PUT", "PATCH", "DELETE", "GET"].flatMap((verb) => {
      const small = verb.toLowerCase();
      const large = verb.slice(0, 1) + small.slice(1);
      return [
        [
          `exchange ${verb}`,
          `rest.exchange("${token}", HttpMethod.${verb}, entity, String.class);`,
          verb,
        ],
        [
          `RequestEntity.${small}`,
          `rest.exchange(RequestEntity.${small}("${token}").build());`,
          verb,
        ],
        [`Http${large}`, `client.execute(new Http${large}("${token}"));`, verb],
        [`Http${large}, later`, `client.executeAsync(new Http${large}("${token}"));`, verb],
        [`Unirest.${small}`, `Unirest.${small}("${token}").asEmpty();`, verb],
        [`${small} of a client`, `WebClient.create().${small}().uri("${token}").retrieve();`, verb],
        [`${small} of any client`, `http.${small}().uri("${token}").retrieve();`, verb],
        [
          `method ${verb} of any client`,
          `http.method(HttpMethod.${verb}).uri("${token}").retrieve();`,
          verb,
        ],
        [`${small} of OkHttp`, `new Request.Builder().url("${token}").${small}(b).build();`, verb],
        [
          `${verb} of a builder`,
          `HttpRequest.newBuilder().uri(URI.create("${token}")).${verb}(p).build();`,
          verb,
        ],
      ];
    }),
    [
      "a builder of which no method is said",
      `new Request.Builder().url("${token}").build();`,
      "GET",
    ],
    [
      "a connection",
      `HttpURLConnection c = (HttpURLConnection) new URL("${token}").openConnection(); c.setRequestMethod("PUT"); c.getInputStream();`,
      "PUT",
    ],
    [
      "a connection of which the answer is asked for",
      `HttpURLConnection c = (HttpURLConnection) new URL("${token}").openConnection(); c.setRequestMethod("DELETE"); c.getResponseCode();`,
      "DELETE",
    ],
  ])("The method of a request is known in Java by %s", (_name, code, verb) => {
    expect(requestsIn(code as string)).toEqual([`${verb} /users/getToken`]);
  });

  it.each([
    ["postForObject", `rest.postForObject("${cancel}", ${body}, String.class);`],
    ["postForEntity", `rest.postForEntity("${cancel}", ${body}, String.class);`],
    ["postForLocation", `rest.postForLocation("${cancel}", ${body});`],
    [
      "exchange",
      `rest.exchange("${cancel}", HttpMethod.POST, new HttpEntity<>(${body}), A.class);`,
    ],
    [
      "exchange with an imported name of the method",
      `rest.exchange("${cancel}", POST, new HttpEntity<>(${body}), A.class);`,
    ],
    [
      "RequestEntity.post",
      `rest.exchange(RequestEntity.post("${cancel}").body(${body}), A.class);`,
    ],
    ["Unirest.post", `Unirest.post("${cancel}").body(${body}).asJson();`],
    [
      "post of OkHttp",
      `new Request.Builder().url("${cancel}").post(new JSONObject(${body}).toString()).build();`,
    ],
    ["POST of a builder", `HttpRequest.newBuilder(URI.create("${cancel}")).POST(${body}).build();`],
    [
      "method of a builder",
      `HttpRequest.newBuilder(URI.create("${cancel}")).method("POST", ${body}).build();`,
    ],
  ])("The method of a request is known in Java by %s, as POST", (_name, code) => {
    expect(requestsIn(code)).toEqual(cancelled);
  });

  it.each([
    ["put of a map", `cache.put("${token}", ${body});`],
    ["put of what no name tells", `things.put("${token}", ${body});`],
    ["a method that is not known", `rest.exchange("${token}", method, entity, String.class);`],
    ["a request that is not sent", `WebClient.create().put().uri("${token}");`],
    ["a request of Apache's that is not sent", `HttpPut p = new HttpPut("${token}");`],
    [
      "a connection without a method",
      `HttpURLConnection c = (HttpURLConnection) new URL("${token}").openConnection(); c.getInputStream();`,
    ],
    ["a method of any object with an argument", `things.put(1).uri("${token}").retrieve();`],
    ["a method by name of what is no client", `things.method("PUT").uri("${token}").retrieve();`],
  ])("but not by %s", (_name, code) => {
    expect(requestsIn(code)).toEqual([]);
  });
});

describe("The address of a request is known in Java", () => {
  it.each([
    ["URI.create", `URI.create("${cancel}")`],
    ["new URI", `new URI("${cancel}")`],
    ["new URL", `new URL("${cancel}")`],
    ["HttpUrl.parse", `HttpUrl.parse("${cancel}")`],
    ["HttpUrl.get", `HttpUrl.get("${cancel}")`],
    ["URIBuilder", `new URIBuilder("${cancel}").build()`],
    [
      "setPath",
      `new URIBuilder("${v1}").setPath("/payments/cancel").addParameter("a", "b").build()`,
    ],
    ["toURL", `URI.create("${cancel}").toURL()`],
    ["toURI", `new URL("${cancel}").toURI()`],
    ["toUri", `URI.create("${cancel}").toUri()`],
    [
      "fromHttpUrl",
      `UriComponentsBuilder.fromHttpUrl("${v1}").path("/payments/cancel").toUriString()`,
    ],
    [
      "fromUriString",
      `UriComponentsBuilder.fromUriString("${v1}").path("/payments/cancel").build().toUri()`,
    ],
    ["newInstance", `UriComponentsBuilder.newInstance().path("${cancel}").toUriString()`],
    [
      "a builder of a servlet's address",
      `ServletUriComponentsBuilder.fromHttpUrl("${v1}").path("/payments/cancel").build().toString()`,
    ],
    [
      "replacePath",
      `UriComponentsBuilder.fromHttpUrl("${v1}").replacePath("/payments/cancel").build().toURI()`,
    ],
    [
      "replacePath, of an address that has another",
      `UriComponentsBuilder.fromHttpUrl("${v1}/v1/orders").replacePath("/payments/cancel").build().toURI()`,
    ],
    [
      "setPath, of an address that has another",
      `new URIBuilder("${v1}/orders?a=1").setPath("/payments/cancel").build()`,
    ],
    [
      "path twice, of which one adds to the other",
      `UriComponentsBuilder.fromHttpUrl("${v1}").path("/payments").path("/cancel").toUriString()`,
    ],
    [
      "pathSegment",
      `UriComponentsBuilder.fromHttpUrl("${v1}").pathSegment("payments", "cancel").toUriString()`,
    ],
    [
      "a text of an address",
      `UriComponentsBuilder.fromHttpUrl("${v1}").path("/payments/cancel").toString()`,
    ],
  ])("The address of a request is known in Java by %s", (_name, address) => {
    expect(requestsIn(`rest.postForObject(${address}, ${body}, String.class);`)).toEqual(cancelled);
  });

  it.each([
    ["uri", `HttpRequest.newBuilder().uri(URI.create("${cancel}")).POST(${body}).build();`],
    ["url", `new Request.Builder().url("${cancel}").post(${body}).build();`],
    [
      "setURI",
      `HttpPost p = new HttpPost(); p.setURI(new URI("${cancel}")); p.setEntity(${body}); client.execute(p);`,
    ],
    [
      "a function that adds to an address",
      `WebClient.create("${v1}").post().uri(u -> u.path("/payments/cancel").build()).bodyValue(${body}).retrieve();`,
    ],
    [
      "a function that gives another address",
      `WebClient.create().post().uri(u -> URI.create("${cancel}")).bodyValue(${body}).retrieve();`,
    ],
    [
      "the base of a client",
      `WebClient.create("${v1}").post().uri("/payments/cancel").bodyValue(${body}).retrieve();`,
    ],
    [
      "the base of a client that is built",
      `RestClient.builder().baseUrl("${v1}").build().post().uri("/payments/cancel").body(${body}).retrieve();`,
    ],
    [
      "the root of a client that is built",
      `WebClient.builder().rootUri("${v1}").build().post().uri("/payments/cancel").body(${body}).retrieve();`,
    ],
    [
      "the base of a builder that is given",
      `webClientBuilder.baseUrl("${v1}").build().post().uri("/payments/cancel").bodyValue(${body}).retrieve();`,
    ],
    [
      "the base of a client that is given",
      `client.baseUrl("${v1}").build().post().uri("/payments/cancel").bodyValue(${body}).retrieve();`,
    ],
    [
      "the base of a builder of any name",
      `builder.baseUrl("${v1}").build().post().uri("/payments/cancel").bodyValue(${body}).retrieve();`,
    ],
    [
      "the root of a template that is built",
      `restTemplate.rootUri("${v1}").build().postForObject("/payments/cancel", ${body}, String.class);`,
    ],
  ])("The address of a request is known in Java by %s", (_name, code) => {
    expect(requestsIn(code)).toEqual(cancelled);
  });

  it.each([
    [
      "client",
      `class PortOneCalls { void f() { client.post().uri("/payments/cancel").bodyValue(${body}).retrieve(); } }`,
      1,
    ],
    [
      "client of a test",
      `class PortOneCalls { void f() { webTestClient.post().uri("/payments/cancel").bodyValue(${body}).retrieve(); } }`,
      0,
    ],
    [
      "client that is a mock",
      `class PortOneCalls { void f() { mockClient.post().uri("/payments/cancel").bodyValue(${body}).retrieve(); } }`,
      0,
    ],
  ])(
    "The address of a request is known in Java where the file tells of the service: of a %s",
    (_name, code, count) => {
      expect(requestsIn(code)).toHaveLength(count);
    },
  );

  it("but not the base of something that is no client", () => {
    const code = `things.baseUrl("${v1}").build().post().uri("/payments/cancel").bodyValue(${body}).retrieve();`;
    expect(requestsIn(code)).toEqual(["POST …/payments/cancel { x: 1 }"]);
  });
});

describe("The body of a request is known in Java", () => {
  it.each([
    ["HttpEntity", `rest.postForObject("${cancel}", new HttpEntity<>(${body}), String.class);`],
    [
      "RequestEntity",
      `rest.postForObject("${cancel}", new RequestEntity<>(${body}), String.class);`,
    ],
    ...["body", "bodyValue", "syncBody", "setEntity"].map((name) => [
      name,
      `WebClient.create().post().uri("${cancel}").${name}(${body}).retrieve();`,
    ]),
    ...["StringEntity", "ByteArrayEntity", "JsonEntity", "JsonHttpEntity"].map((name) => [
      name,
      `HttpPost p = new HttpPost("${cancel}"); p.setEntity(new ${name}(new Gson().toJson(${body}))); client.execute(p);`,
    ]),
    ...["ofString", "ofByteArray"].map((name) => [
      name,
      `HttpRequest.newBuilder(URI.create("${cancel}")).POST(HttpRequest.BodyPublishers.${name}(new Gson().toJson(${body}))).build();`,
    ]),
    ...["fromValue", "fromObject", "fromPublisher"].map((name) => [
      name,
      `WebClient.create().post().uri("${cancel}").body(BodyInserters.${name}(${body})).retrieve();`,
    ]),
    [
      "RequestBody.create",
      `new Request.Builder().url("${cancel}").post(RequestBody.create(new Gson().toJson(${body}), JSON)).build();`,
    ],
    [
      "RequestBody.create of a text",
      `new Request.Builder().url("${cancel}").post(RequestBody.create(MediaType.parse("a/b"), "{\\"x\\": 1}")).build();`,
    ],
    ...[
      "retrieve",
      "exchange",
      "exchangeToMono",
      "exchangeToFlux",
      "asJson",
      "asString",
      "asObject",
      "asEmpty",
    ].map((name) => [
      name,
      `WebClient.create().post().uri("${cancel}").bodyValue(${body}).${name}();`,
    ]),
    ...["execute", "exchange", "executeAsync"].map((name) => [
      `${name} of Apache's client`,
      `HttpPost p = new HttpPost("${cancel}"); p.setEntity(${body}); client.${name}(p);`,
    ]),
  ])("The body of a request is known in Java by %s", (_name, code) => {
    expect(requestsIn(code as string).map((line) => line.replace("!", ""))).toEqual(cancelled);
  });

  const connection = `HttpURLConnection c = (HttpURLConnection) new URL("${cancel}").openConnection();`;
  const json = `new JSONObject(${body}).toString()`;
  it.each([
    ...["write", "writeBytes", "writeUTF", "print", "println", "append"].map((name) => [
      name,
      `${connection} OutputStream o = c.getOutputStream(); o.${name}(${json});`,
    ]),
    ...["OutputStreamWriter", "BufferedWriter", "PrintWriter", "DataOutputStream"].map((name) => [
      name,
      `${connection} ${name} o = new ${name}(c.getOutputStream()); o.write(${json});`,
    ]),
    ...[
      "setDoOutput(true)",
      'addRequestProperty("a", "b")',
      "getContentType()",
      "isOpen()",
      "flush()",
      "connect()",
      "disconnect()",
      "close()",
      "newLine()",
    ].map((call) => [
      `a connection behind ${call}`,
      `${connection} c.${call}; c.getOutputStream().write(${json});`,
    ]),
  ])("The body of a request is known in Java by %s of a connection", (_name, code) => {
    expect(requestsIn(code as string)).toEqual(cancelled);
  });

  it.each([
    [
      "BodyInserters.fromFormData",
      `WebClient.create().post().uri("${cancel}").body(BodyInserters.fromFormData("x", "1")).retrieve();`,
    ],
    [
      "fromFormData of a map",
      `WebClient.create().post().uri("${cancel}").body(BodyInserters.fromFormData(Map.of("x", "1"))).retrieve();`,
    ],
    [
      "with",
      `WebClient.create().post().uri("${cancel}").body(BodyInserters.fromFormData("x", "0").with("x", "1")).retrieve();`,
    ],
    [
      "addEncoded",
      `new Request.Builder().url("${cancel}").post(new FormBody.Builder().addEncoded("x", "1").build()).build();`,
    ],
    [
      "add",
      `new Request.Builder().url("${cancel}").post(new FormBody.Builder().add("x", "1").build()).build();`,
    ],
    ...["BasicNameValuePair", "NameValuePair"].map((name) => [
      name,
      `List<NameValuePair> l = new ArrayList<>(); l.add(new ${name}("x", "1")); HttpPost p = new HttpPost("${cancel}"); p.setEntity(new UrlEncodedFormEntity(l)); client.execute(p);`,
    ]),
  ])("The body of a request is known in Java as a form by %s", (_name, code) => {
    expect(requestsIn(code as string).map((line) => line.replace(/"1"!?/, "1"))).toEqual(form);
  });

  it.each([
    [
      "contentType",
      `WebClient.create().post().uri("${cancel}").contentType(MediaType.APPLICATION_FORM_URLENCODED).bodyValue(${body}).retrieve();`,
    ],
    ...["header", "addHeader", "setHeader"].map((name) => [
      name,
      `WebClient.create().post().uri("${cancel}").${name}("content-type", "application/x-www-form-urlencoded").bodyValue(${body}).retrieve();`,
    ]),
    [
      "headers in another case of letters",
      `HttpHeaders h = new HttpHeaders(); h.set("content-TYPE", "application/x-www-form-URLENCODED"); rest.postForEntity("${cancel}", new HttpEntity<>(${body}, h), A.class);`,
    ],
  ])("The body of a request is known in Java as a form by what %s says", (_name, code) => {
    expect(requestsIn(code as string)).toEqual(form);
  });
});

describe("The token of a request is known in Java", () => {
  const said = (code: string) => requestsIn(code).filter((line) => line.startsWith("v1 "));
  const entity = (headers: string) =>
    `HttpHeaders h = new HttpHeaders(); ${headers} rest.postForEntity("${cancel}", new HttpEntity<>(${body}, h), A.class);`;
  const chain = (headers: string) =>
    `WebClient.create().post().uri("${cancel}").${headers}.bodyValue(${body}).retrieve();`;
  it.each([
    ["set", entity(`h.set("Authorization", "t-1");`), "text:t-1"],
    ["add", entity(`h.add("authorization", "t-1");`), "text:t-1"],
    ["add of the name's constant", entity(`h.add(HttpHeaders.AUTHORIZATION, "t-1");`), "text:t-1"],
    ["setBearerAuth", entity("h.setBearerAuth(token);"), "text:Bearer ${token}"],
    ["setBearerAuth of a text", entity(`h.setBearerAuth("t-1");`), "text:Bearer t-1"],
    ["a name alone", entity('h.set("Authorization", token);'), "code:token"],
    ...["header", "addHeader", "setHeader"].map((name) => [
      name,
      chain(`${name}("Authorization", "t-1")`),
      "text:t-1",
    ]),
    ["headers", chain("headers(h -> h.setBearerAuth(token))"), "text:Bearer ${token}"],
    ["headers by any name", chain(`headers(h -> h.set("Authorization", "t-1"))`), "text:t-1"],
    [
      "setRequestProperty",
      `HttpURLConnection c = (HttpURLConnection) new URL("${cancel}").openConnection(); c.setRequestProperty("Authorization", "t-1"); c.getOutputStream().write("{}");`,
      "text:t-1",
    ],
    [
      "addRequestProperty",
      `HttpURLConnection c = (HttpURLConnection) new URL("${cancel}").openConnection(); c.addRequestProperty("Authorization", "t-1"); c.getOutputStream().write("{}");`,
      "text:t-1",
    ],
  ])("The token of a request is known in Java by %s", (_name, code, value) => {
    expect(said(code as string)).toEqual([`v1 ${value}`]);
  });

  it.each([
    ["another setter", entity("h.setAccept(a);")],
    ["a setter of any header", entity(`h.set("a", "b");`)],
    ["a header of another name", chain(`header("a", "b")`)],
    ["a function that does nothing of the kind", chain("headers(h -> h.setAccept(a))")],
  ])("and nothing is said of one behind %s", (_name, code) => {
    expect(said(code)).toEqual([]);
  });
});

describe("A method that every object has is none of a client's", () => {
  it.each(["toString()", "valueOf()", "hasOwnProperty(id)", "constructor()"])(
    "A method that every object has is none of a client's: %s",
    (call) => {
      expect(requestsIn(`iamport.${call}; log.info(iamportClient.${call});`)).toEqual([]);
    },
  );
  it("A method that every object has is none of a client's, not even where the client is imported", async () => {
    const text = `import com.siot.IamportRestClient.*; class A { void pay(String id, Object o) { IamportClient client = new IamportClient("a", "b");
      CancelData d = new CancelData(id, true); d.toString(); d.valueOf(o); client.toString(); client.cancelPaymentByImpUid(d); } }`;
    expect((await linted("A.java", text)).calls).toBe(1);
  });
});

describe("The method of a request is known that an interface of Java declares", () => {
  it.each(
    ["Post", "Put", "Patch", "Delete"].flatMap((verb) => {
      const large = verb.toUpperCase();
      return [
        [`@${verb}Mapping("/payments/x")`, large],
        [`@${verb}Exchange("/payments/x")`, large],
        [`@${large}("/payments/x")`, large],
        [`@RequestMapping(path = "/payments/x", method = RequestMethod.${large})`, large],
        [`@HttpExchange(url = "/payments/x", method = "${large}")`, large],
        [`@HTTP(path = "/payments/x", method = "${large}")`, large],
        [`@RequestLine("${large} /payments/x")`, large],
      ];
    }),
  )("by %s", (annotation, verb) => {
    const text = `@FeignClient(name = "pay", url = "${v1}") interface Api { ${annotation} Object send(@RequestBody Object body); }
      class A { Api api; void pay() { api.send(${body}); } }`;
    const { facts } = readBy(readJava, text, { apis });
    expect(facts.map(({ terms }) => terms?.request)).toContain(`${verb} /payments/x`);
  });
});
