package shop.pay;
import com.fasterxml.jackson.annotation.JsonProperty;
import lombok.*;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.client.WebClient;

public class Again {
    private final WebClient webClient = WebClient.builder().baseUrl("https://api.iamport.kr").build();

    public String again(String customerUid, String orderId) {
        AgainRequest request = AgainRequest.builder()
            .customerUid(customerUid)
            .merchantUid(orderId)
            .amount("1000")
            .build();
        return webClient.post()
            .uri("/subscribe/payments/again")
            .contentType(MediaType.APPLICATION_JSON)
            .bodyValue(request)
            .retrieve()
            .bodyToMono(String.class)
            .block();
    }

    @Getter
    @Builder
    @AllArgsConstructor
    public static class AgainRequest {
        @JsonProperty("customer_uid")
        private String customerUid;
        @JsonProperty("merchant_uid")
        private String merchantUid;
        private String amount;
        private String name;
    }
}
