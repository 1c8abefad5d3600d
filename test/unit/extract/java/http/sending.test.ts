import { expect, it } from "vitest";
import { readJava } from "../../../../../dist/extract/java/read.js";
import { payloadsBy } from "../../shownPayload.js";
import { cancel } from "./requestsIn.js";

it("An object of a client of PortOne's is sent as a form where the headers say so", () => {
  const text = (type: string) => `import com.siot.IamportRestClient.request.CancelData;
    class A { void f(String id) { HttpHeaders h = new HttpHeaders(); h.setContentType(MediaType.${type});
      rest.postForEntity("${cancel}", new HttpEntity<>(new CancelData(id, true), h), A.class); } }`;
  expect(payloadsBy(readJava, text("APPLICATION_FORM_URLENCODED"))).toEqual([
    "{ imp_uid: ?:string|null } as a form",
  ]);
  expect(payloadsBy(readJava, text("APPLICATION_JSON"))).toEqual(["{ imp_uid: ?:string|null }"]);
});
