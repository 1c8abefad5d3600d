import io.portone.sdk.server.webhook.WebhookVerifier;
import java.util.Map;
import org.springframework.web.bind.annotation.*;

@RestController
class WebhookController {
  private final WebhookVerifier webhookVerifier;
  private final ObjectMapper objectMapper;

  @PostMapping("/webhook")
  void webhook(@RequestBody Map<String, Object> body, @RequestHeader("webhook-id") String id,
      @RequestHeader("webhook-signature") String signature, @RequestHeader("webhook-timestamp") String timestamp)
      throws Exception {
    webhookVerifier.verify(objectMapper.writeValueAsString(body), id, signature, timestamp);
    orders.paid((String) body.get("merchant_uid"));
  }
}
