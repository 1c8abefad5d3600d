import { coloured } from "./code.js";
import { tell } from "./homeWords.js";
import { addressOf, copyButton, element, fill } from "./page.js";
import { say } from "./words.js";

const example = {
  kind: "ksnet.v1.request-pay",
  gateway: "ksnet",
  environment: "any",
  code: `IMP.request_pay({
  channelKey: "channel-key-9e1f0d7c",
  pay_method: "card",
  merchant_uid: order.id,
  name: "${say("mug")}",
  amount: "12000",
  tax_free: 0,
  buyer_name: buyer.name,
  currency: "KRW",
  m_redirect_url: "https://shop.example/done",
  card: { direct: { code: "367" } }, // ${say("hyundai")}
  display: { card_quota: [2, 3] },
  storeDetails: { businessName: "${tell("shop")}" },
  bypass: { ksnet: { url: "https://shop.example" } },
});
`,
} as const;

const code = element("code");
const found = element("ol", { class: "findings compact", "aria-live": "polite" });
const actions = element("p", { class: "actions" });

const commands = ["npm install -D paylint", "npx paylint init", "npx paylint ."];

const hero = element(
  "div",
  { class: "hero" },
  element("h1", {}, tell("headline")),
  element("p", { class: "lead" }, tell("homeLead")),
  element(
    "p",
    { class: "actions" },
    element("a", { class: "button main", href: addressOf("playground") }, tell("tryYours")),
    element("a", { class: "button", href: addressOf("builder") }, tell("makeRequest")),
  ),
  element(
    "div",
    { class: "start" },
    element(
      "pre",
      { tabindex: "0", role: "region", "aria-label": tell("start") },
      element("code", {}, commands.join("\n")),
    ),
    copyButton(() => commands.join("\n")),
  ),
  element("p", { class: "quiet" }, tell("startNote")),
);

const demo = element(
  "section",
  { class: "demo", "aria-label": tell("demo") },
  element("p", { class: "file" }, "checkout.js"),
  element("pre", { tabindex: "0", role: "region", "aria-label": say("code") }, code),
  found,
  actions,
);

const points = ["pointRules", "pointPlaces", "pointPrivate"] as const;

document.title = `paylint – ${tell("headline")}`;
fill(
  "home",
  element("div", { class: "screen" }, hero, demo),
  element(
    "ul",
    { class: "points" },
    ...points.map((point) =>
      element(
        "li",
        {},
        element("strong", {}, tell(point)),
        " ",
        element("span", {}, tell(`${point}More`)),
      ),
    ),
  ),
);
code.replaceChildren(...coloured(example.code.trimEnd()));
import("./demo.js")
  .then(({ showDemo }) => showDemo(example, { code, found, actions }))
  .catch(() => found.replaceChildren(element("li", {}, say("failed"))));
