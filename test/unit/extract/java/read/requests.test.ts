import { expect, it } from "vitest";
import { readJava } from "../../../../../dist/extract/java/read.js";
import { payloadsBy } from "../../shownPayload.js";

const host = "https://api.iamport.kr";
const cancel = `${host}/payments/cancel`;

const inFile = (code: string) => `class Shop { void pay(String id) {\n${code}\n} }\n`;

it.each<[name: string, code: string, ...payloads: string[]]>([
  [
    "headers that say a form",
    `HttpHeaders h = new HttpHeaders(); h.setContentType(MediaType.APPLICATION_FORM_URLENCODED); Map<String, Object> n = new HashMap<>(); n.put("x", "1"); rest.postForEntity("${cancel}", new HttpEntity<>(n, h), String.class);`,
    `{ x: "1" } as a form`,
  ],
  [
    "headers that say JSON",
    `HttpHeaders h = new HttpHeaders(); h.setContentType(MediaType.APPLICATION_JSON); rest.postForEntity("${cancel}", new HttpEntity<>(Map.of("x", 1), h), String.class);`,
    "{ x: 1 }",
  ],
  [
    "segments of a path",
    `rest.postForEntity(UriComponentsBuilder.fromHttpUrl("${host}").pathSegment("payments", "cancel").toUriString(), Map.of("x", 1), String.class);`,
    "{ x: 1 }",
  ],
  [
    "a base that ends in a slash",
    `WebClient.create("${host}/").post().uri("/payments/cancel").bodyValue(Map.of("x", 1)).retrieve();`,
    "{ x: 1 }",
  ],
  [
    "a request that gets",
    `rest.getForObject("${host}/payments/prepare/1", String.class); rest.exchange("${cancel}", HttpMethod.GET, new HttpEntity<>(Map.of("x", 1)), String.class);`,
  ],
  [
    "a text that is put together, whatever its parts",
    `rest.postForObject("${cancel}", "{\\"x\\":" + 1 + ",\\"y\\":\\"" + id + "\\"}", String.class);`,
    `{ x: 1, y: ?:string "…" }`,
  ],
  [
    "a form in a text",
    `rest.postForObject("${cancel}", "x=1&y=" + id, String.class);`,
    `{ x: "1", y: ?:string "…" } as a form`,
  ],
])(
  "What Java's requests send is known as far as the code says it: %s",
  (_name, code, ...payloads) => {
    expect(payloadsBy(readJava, inFile(code))).toEqual(payloads);
  },
);
