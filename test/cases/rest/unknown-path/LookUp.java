class LookUp {
  void wrong(String merchantUid, HttpEntity<?> entity) {
    rest.exchange("https://api.iamport.kr/payments/find" + merchantUid, HttpMethod.GET, entity, String.class);
    rest.postForEntity("https://api.iamport.kr/payments/" + merchantUid + "/cancel", entity, String.class);
    webClient.post().uri("https://api.portone.io/payments/" + merchantUid + "/refund").bodyValue(entity).retrieve();
  }
  void right(String merchantUid, HttpEntity<?> entity) {
    rest.exchange("https://api.iamport.kr/payments/find/" + merchantUid, HttpMethod.GET, entity, String.class);
    webClient.get().uri("https://api.portone.io/payments/{id}", merchantUid).retrieve();
  }
}
