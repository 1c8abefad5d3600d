import { readJava } from "../../../../dist/extract/java/read.js";
import { payloadsBy } from "../shownPayload.js";

/** The payload of a method that makes a map as `m` and sends it, in a class that may have more members. */
export const payloadOf = (code: string, members = ""): string | undefined =>
  payloadsBy(
    readJava,
    `class Shop { ${members}
      void pay(String id, boolean flag, List<String> ids, Map<String, Object> given, Object other) {
        Map<String, Object> m = new HashMap<>();
        ${code}
        rest.postForObject("https://api.iamport.kr/payments/cancel", m, String.class); } }`,
  )[0];

/** What is known of a value. */
export const knownOf = (value: string, members = "", before = ""): string | undefined =>
  payloadOf(`${before} m.put("x", ${value});`, members)?.replace(/^\{ x: (.*) \}$/, "$1");
