// A body in maps, sent with RestTemplate. `paylint: ksnet` says whose rules hold.
class ServerMaps {
  private static final String HOST = "https://api.iamport.kr";
  private final RestTemplate rest = new RestTemplate();

  void cancel(String impUid, HttpHeaders headers, boolean isPartial) {
    // paylint: ksnet
    Map<String, Object> body = new HashMap<>();
    body.put("imp_uid", impUid);
    body.put("cancelReason", "변심"); // unknown: reason
    body.put("amount", "1000"); // a text
    if (isPartial) body.put("checksum", "1000"); // may be absent
    rest.postForEntity(HOST + "/payments/cancel", new HttpEntity<>(body, headers), String.class);
  }

  void schedule(String customerUid, HttpHeaders headers) {
    Map<String, Object> item = new LinkedHashMap<>(Map.of("merchant_uid", UUID.randomUUID().toString()));
    item.put("schedule_at", 1704779015215L); // milliseconds
    item.put("amount", 9900);
    Map<String, Object> body = Map.of("customer_uid", customerUid, "schedules", List.of(item));
    rest.exchange(HOST + "/subscribe/payments/schedule", HttpMethod.POST, new HttpEntity<>(body, headers), String.class);
  }
}
