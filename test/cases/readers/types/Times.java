class S { void a(String uid) { long at = System.currentTimeMillis() + 1000L * 60 * 60 * 24; Date d = new Date();
 rest.postForEntity("https://api.iamport.kr/subscribe/payments/schedule", Map.of("customer_uid", uid, "schedules", List.of(Map.of("merchant_uid", id(), "schedule_at", at, "amount", 9900, "currency", "KRW", "name","x"))), String.class);
 rest.postForEntity("https://api.iamport.kr/subscribe/payments/schedule", Map.of("customer_uid", uid, "schedules", List.of(Map.of("merchant_uid", id(), "schedule_at", d.getTime(), "amount", 9900, "currency", "KRW", "name","x"))), String.class);
 rest.postForEntity("https://api.iamport.kr/subscribe/payments/schedule", Map.of("customer_uid", uid, "schedules", List.of(Map.of("merchant_uid", id(), "schedule_at", when(), "amount", 9900, "currency", "KRW", "name","x"))), String.class);
} long when() { return Instant.now().toEpochMilli(); } }
