// Looked up, verified, or handed to a service that may do so
import com.siot.IamportRestClient.IamportClient;
import io.portone.sdk.server.webhook.WebhookVerifier;
import java.util.Map;
import org.springframework.web.bind.annotation.*;
import org.springframework.web.client.RestTemplate;

@RestController
class WebhookController {
  private final OrderRepository orderRepository;
  private final OrderService orderService;
  private final IamportClient iamportClient;
  private final RestTemplate restTemplate;
  private final WebhookVerifier webhookVerifier;
  private final ObjectMapper objectMapper;

  @PostMapping("/by-client")
  void byClient(@RequestBody Map<String, String> body) throws Exception {
    Payment payment = iamportClient.paymentByImpUid(body.get("imp_uid")).getResponse();
    if ("paid".equals(body.get("status")) && "paid".equals(payment.getStatus())) {
      orderRepository.pay(payment.getMerchantUid(), payment.getAmount());
    }
  }

  @PostMapping("/by-template")
  void byTemplate(@RequestBody IamportHook hook) {
    if (hook.getStatus().equals("paid")) {
      Map<String, Object> payment = find(hook.getImpUid());
      orderRepository.pay(hook.getMerchantUid(), payment.get("amount"));
    }
  }

  private Map<String, Object> find(String impUid) {
    return restTemplate.exchange(base + "/payments/" + impUid, HttpMethod.GET, entity(), Map.class).getBody();
  }

  @PostMapping("/by-signature")
  void bySignature(
      @RequestBody String body,
      @RequestHeader("webhook-id") String id,
      @RequestHeader("webhook-signature") String signature,
      @RequestHeader("webhook-timestamp") String timestamp) throws Exception {
    webhookVerifier.verify(body, id, signature, timestamp);
    JsonNode hook = objectMapper.readTree(body);
    if (hook.get("type").asText().equals("Transaction.Paid")) {
      orderRepository.pay(hook.get("data").get("paymentId").asText());
    }
  }

  @PostMapping("/by-service")
  void byService(@RequestBody Map<String, String> body) {
    if ("paid".equals(body.get("status"))) orderService.complete(body.get("imp_uid"));
  }

  @PostMapping("/by-filter")
  @FromPortOne
  void byFilter(@RequestBody Map<String, String> body) {
    if ("paid".equals(body.get("status"))) orderRepository.pay(body.get("merchant_uid"));
  }

  @PostMapping("/orders/status")
  @PreAuthorize("hasRole('ADMIN')")
  void ownStatus(@RequestBody Map<String, String> body) {
    if ("paid".equals(body.get("status"))) orderRepository.pay(body.get("merchant_uid"));
  }
}
