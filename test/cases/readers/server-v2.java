package pay;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import java.util.Map;
class Subscriptions {
    private static final String BASE = "https://api.portone.io";
    private final WebClient client = WebClient.create(BASE);
    record Amount(long total) {}
    record Customer(String id, String email) {}
    record Input(String billingKey, String orderName, Amount amount, String currency, Customer customer) {
        static Input of(String key, long won) { return new Input(key, "구독", new Amount(won), "KRW", null); }
    }
    Mono<String> pay(String id, String key) {
        return client.post().uri("/payments/{paymentId}/billing-key", id)
            .body(Mono.just(Input.of(key, 1000)), Input.class)
            .retrieve().bodyToMono(String.class)
            .flatMap(x -> client.post().uri("/payments/{id}/cancel", id).bodyValue(Map.of("amount", 100)).retrieve().bodyToMono(String.class));
    }
    Mono<Map> delete(String id) {
        return client.method(org.springframework.http.HttpMethod.DELETE).uri("/payment-schedules").bodyValue(Map.of("billingkey", id)).retrieve().bodyToMono(Map.class);
    }
}
