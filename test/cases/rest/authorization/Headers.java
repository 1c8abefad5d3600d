class Headers {
  @Value("${portone.secret}") private String apiSecret;
  @Value("${iamport.secret}") private String impSecret;
  void wrong(String paymentId, String impUid) throws Exception {
    HttpHeaders bearer = new HttpHeaders();
    bearer.setBearerAuth(apiSecret);
    rest.exchange("https://api.portone.io/payments/" + paymentId, HttpMethod.GET, new HttpEntity<>(bearer), String.class);
    webClient.get().uri("https://api.portone.io/payments/" + paymentId).header(HttpHeaders.AUTHORIZATION, "Bearer " + apiSecret).retrieve();
    HttpRequest.newBuilder().uri(URI.create("https://api.iamport.kr/payments/" + impUid)).header("Authorization", impSecret).GET().build();
    HttpURLConnection connection = (HttpURLConnection) new URL("https://api.portone.io/payments/" + paymentId).openConnection();
    connection.setRequestMethod("GET");
    connection.setRequestProperty("Authorization", apiSecret);
    connection.getInputStream();
  }
  void right(String paymentId, String impUid, String token) throws Exception {
    HttpHeaders own = new HttpHeaders();
    own.set(HttpHeaders.AUTHORIZATION, "PortOne " + apiSecret);
    rest.exchange("https://api.portone.io/payments/" + paymentId, HttpMethod.GET, new HttpEntity<>(own), String.class);
    webClient.get().uri("https://api.portone.io/payments/" + paymentId).header("Authorization", String.format("PortOne %s", apiSecret)).retrieve();
    HttpHeaders bearer = new HttpHeaders();
    bearer.setBearerAuth(token);
    rest.exchange("https://api.iamport.kr/payments/" + impUid, HttpMethod.GET, new HttpEntity<>(bearer), String.class);
    rest.getForObject("https://api.portone.io/payments/" + paymentId, String.class);
  }
}
