import { found } from "../../shared.js";

const imports = [
  "import org.springframework.web.bind.annotation.*;",
  "import io.portone.sdk.server.webhook.WebhookVerifier;",
].join(" ");

/** A controller with members, and the marks of its class. */
export const controller = (members: string, marks = "@RestController") =>
  `${imports}\n${marks}\nclass IamportController {\nprivate final OrderRepository orderRepository; private final OrderService orderService; private final ObjectMapper objectMapper; private final WebhookVerifier webhookVerifier;\n${members}\n}\n`;

/** What is found of webhooks, as `line rule`; the members begin in the fifth line. */
export const webhooks = async (text: string): Promise<string[]> =>
  (await found("IamportController.java", text)).flatMap((line) =>
    line.includes(" webhook/") ? [line.trimEnd()] : [],
  );

export const map = "@RequestBody Map<String, Object> body";
export const paid = `if ("paid".equals(body.get("status"))) `;
export const pay = `orderRepository.pay(body.get("merchant_uid"));`;

/** A handler that is given a map. */
export const handler = (body: string, marks = `@PostMapping("/webhook")`, parameters = map) =>
  controller(
    `${marks} public ResponseEntity<?> hook(${parameters}) { ${body} return ResponseEntity.ok().build(); }`,
  );
