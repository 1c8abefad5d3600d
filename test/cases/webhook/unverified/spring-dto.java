import org.springframework.web.bind.annotation.*;

@RestController
class PortOneWebhookController {
  private final OrderRepository orders;

  PortOneWebhookController(OrderRepository orders) {
    this.orders = orders;
  }

  record Hook(String type, String timestamp, Data data) {}

  record Data(String paymentId, String transactionId) {}

  @PostMapping("/portone/webhook")
  void webhook(@RequestBody Hook hook) {
    switch (hook.type()) {
      case "Transaction.Paid" -> paid(hook.data().paymentId());
      default -> {}
    }
  }

  private void paid(String paymentId) {
    orders.findByPaymentId(paymentId).ifPresent(Order::paid);
  }
}
