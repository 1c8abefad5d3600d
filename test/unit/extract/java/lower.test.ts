import { describe, expect, it } from "vitest";
import { readJava } from "../../../../dist/extract/java/read.js";
import { payloadsBy } from "../shownPayload.js";

const calls = (heading: string) =>
  payloadsBy(
    readJava,
    `${heading}\nclass Shop { void pay(String id) { IamportClient client = new IamportClient("a", "b"); client.cancelPaymentByImpUid(new CancelData(id, true)); } }`,
  );

describe("A class of a client is known by the imports of its file", () => {
  it.each([
    ["nothing, since no other class is imported", ""],
    ["nothing, in a package whose name ends like the class", "package shop.pay.IamportClient;"],
    [
      "all of its package",
      "import com.siot.IamportRestClient.*; import com.siot.IamportRestClient.request.*;",
    ],
    [
      "the class",
      "import com.siot.IamportRestClient.IamportClient; import com.siot.IamportRestClient.request.CancelData;",
    ],
    [
      "the class, behind another",
      "import java.util.Map; import com.siot.IamportRestClient.IamportClient;",
    ],
    [
      "the class, behind what is not written yet",
      "import ; import com.siot.IamportRestClient.IamportClient;",
    ],
  ])("A class of a client is known by the imports of its file: of %s", (_name, heading) => {
    expect(calls(heading)).toEqual(["{ imp_uid: ?:string|null }"]);
  });
  it.each([
    ["a class of the name in another package", "import shop.pay.IamportClient;"],
    ["all of another package", "import shop.pay.*;"],
    ["a class of another name", "import shop.orders.Order;"],
    ["a class without a package", "import Order;"],
  ])("A class of a client is known by the imports of its file, and not of %s", (_name, heading) => {
    expect(calls(heading)).toEqual([]);
  });
});
