import { expect, it } from "vitest";
import { checking, namesSender, ofService, stores } from "../../../dist/extract/webhookWords.js";
import { apis } from "../../../dist/generated/apis.js";

it("A text names a sender of webhooks by any of the addresses that they are sent from", () => {
  const senders = apis.flatMap(({ hook }) => hook.senders);
  expect(senders.length).toBeGreaterThan(1);
  for (const sender of senders) expect(namesSender(`allow ${sender};`)).toBe(true);
  expect(namesSender("allow 10.0.0.1;")).toBe(false);
  expect(namesSender("")).toBe(false);
});

it.each([
  [checking, "Webhook.VERIFY", "render"],
  [stores, "orderRepository", "payload"],
  [ofService, "PortOneClient", "shopClient"],
] as const)("What handles a webhook is known by words in any case: %s", (words, known, other) => {
  expect(words.test(known)).toBe(true);
  expect(words.test(other)).toBe(false);
});
