import java.util.Map;
import org.springframework.web.bind.annotation.*;
import org.springframework.web.client.RestTemplate;

@RestController
class PaymentController {
  private final RestTemplate restTemplate;
  private final OrderRepository orderRepository;

  @PostMapping("/payments/complete")
  Map<String, Object> complete(@RequestBody Map<String, Object> body) {
    String url = "https://api.portone.io/payments/" + body.get("paymentId");
    JsonNode payment = restTemplate.exchange(url, HttpMethod.GET, entity(), JsonNode.class).getBody();
    boolean isPaid = payment.get("status").asText().equals("paid");
    if (isPaid && payment.get("amount").get("total").equals(body.get("amount"))) {
      orderRepository.pay(body.get("paymentId"));
    }
    return Map.of("ok", isPaid);
  }
}
