// Bodies as texts: a text block and a text that is put together.
class ServerTexts {
  // paylint: ksnet
  HttpRequest again(String uid) {
    String body = """
        {
          "customer_uid": "%s",
          "merchant_uid": "order-1",
          "amount": "9900",
          "name": "Plan"
        }
        """.formatted(uid);
    return HttpRequest.newBuilder(URI.create("https://api.iamport.kr/subscribe/payments/again"))
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build();
  }

  Request broken(String uid) {
    String body = "{\"imp_uid\": \"" + uid + "\"" + "\"reason\": \"x\"}"; // a comma is missing
    return new Request.Builder().url("https://api.iamport.kr/payments/cancel")
        .post(RequestBody.create(body, MediaType.parse("application/json"))).build();
  }
}
