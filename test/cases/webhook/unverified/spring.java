package com.cup.payment;

import java.util.Map;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.*;

@Slf4j
@RestController
@RequestMapping("/payments")
@RequiredArgsConstructor
public class WebhookController {

  private final OrderRepository orderRepository;

  @PostMapping("/iamport-webhook")
  public ResponseEntity<Void> webhook(@RequestBody Map<String, Object> body) {
    String merchantUid = (String) body.get("merchant_uid");
    log.info("webhook of {}", merchantUid);
    if ("paid".equals(body.get("status"))) {
      Order order = orderRepository.findByMerchantUid(merchantUid).orElseThrow();
      order.setStatus(OrderStatus.PAID);
      orderRepository.save(order);
    }
    return ResponseEntity.ok().build();
  }
}
