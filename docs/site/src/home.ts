import { applyFixes } from "../../../dist/lint/applyFixes.js";
import type { LintDiagnostic } from "../../../dist/lint/types.js";
import { coloured } from "./code.js";
import { fragmentOf } from "./link.js";
import { addressOf, button, copyButton, element, fill } from "./page.js";
import { locale, say } from "./words.js";

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
  storeDetails: { businessName: "${say("shop")}" },
  bypass: { ksnet: { url: "https://shop.example" } },
});
`,
} as const;

const code = element("code");
const found = element("ol", { class: "findings compact", "aria-live": "polite" });
const actions = element("p", { class: "actions" });

function show(text: string, diagnostics: readonly LintDiagnostic[]): void {
  const marked = diagnostics
    .map(({ range: { start, end }, severity }) => ({ start, end, severity }))
    .sort((one, other) => one.start - other.start);
  code.replaceChildren(...coloured(text.trimEnd(), marked));
  found.replaceChildren(
    ...diagnostics.map(({ range, rule, message, severity }) =>
      element(
        "li",
        { class: severity },
        element(
          "p",
          {},
          element("span", { class: "place" }, `${range.line}`),
          " ",
          element("a", { href: addressOf("rules", `#${rule}`) }, rule),
        ),
        element("p", {}, message),
      ),
    ),
  );
  const fixed = applyFixes(text, [...diagnostics], { unsafe: false });
  const fragment = fragmentOf({ ...example, code: text }) ?? "";
  actions.replaceChildren(
    ...(fixed.applied.length > 0
      ? [
          button(
            say("fixSafely").replace("{count}", String(fixed.applied.length)),
            () => void check(fixed.text),
            "main",
          ),
          " ",
        ]
      : []),
    element("a", { href: addressOf("playground", fragment) }, say("openHere")),
  );
}

/** Lints the example for real, with the linter that the playground has. */
async function check(text: string): Promise<void> {
  const { findingsIn } = await import("./judge.js");
  const { diagnostics } = await findingsIn(text, example, { locale });
  show(text, diagnostics);
}

const commands = ["npm install -D paylint", "npx paylint init", "npx paylint ."];

const hero = element(
  "div",
  { class: "hero" },
  element("h1", {}, say("headline")),
  element("p", { class: "lead" }, say("homeLead")),
  element(
    "p",
    { class: "actions" },
    element("a", { class: "button main", href: addressOf("playground") }, say("tryYours")),
    element("a", { class: "button", href: addressOf("builder") }, say("makeRequest")),
  ),
  element(
    "div",
    { class: "start" },
    element(
      "pre",
      { tabindex: "0", role: "region", "aria-label": say("start") },
      element("code", {}, commands.join("\n")),
    ),
    copyButton(() => commands.join("\n")),
  ),
  element("p", { class: "quiet" }, say("startNote")),
);

const demo = element(
  "section",
  { class: "demo", "aria-label": say("demo") },
  element("p", { class: "file" }, "checkout.js"),
  element("pre", { tabindex: "0", role: "region", "aria-label": say("code") }, code),
  found,
  actions,
);

const points = ["pointRules", "pointPlaces", "pointPrivate"] as const;

document.title = `paylint – ${say("headline")}`;
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
        element("strong", {}, say(point)),
        " ",
        element("span", {}, say(`${point}More`)),
      ),
    ),
  ),
);
show(example.code, []);
check(example.code).catch(() => {
  found.replaceChildren(element("li", {}, say("failed")));
});
