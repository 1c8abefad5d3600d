// A chain of WebClient in a function that runs later; a wrapper of the file's own.
class ServerWebClient {
  private final WebClient web = WebClient.builder().baseUrl("https://api.iamport.kr").build();

  // paylint: ksnet
  Mono<String> prepare(String id) {
    return token().flatMap(token ->
        web.post()
            .uri("/payments/prepare")
            .header(HttpHeaders.AUTHORIZATION, token)
            .bodyValue(Map.of("merchant_uid", id, "amuont", 1000))
            .retrieve()
            .bodyToMono(String.class));
  }

  Mono<String> cancel(String id) {
    return send("/payments/cancel", Map.of("imp_uid", id, "amount", "10"));
  }

  private Mono<String> send(String path, Map<String, Object> body) {
    return web.post().uri(path).bodyValue(body).retrieve().bodyToMono(String.class);
  }
}
