import { gateways as named } from "../../../dist/generated/gateways.js";
import { rules } from "../../../dist/generated/rules.js";
import { rulesAnswered } from "../../../dist/rulesAnswered.js";
import type { Rule } from "../../../dist/validator/types.js";
import { colour } from "./code.js";
import { gatewayOfKind } from "./kinds.js";
import { addressOf, element, labelled, nodeOf, ruleAddress, select } from "./page.js";
import { ruleMarkup } from "./ruleMarkup.js";
import { tell } from "./rulesListWords.js";
import { ruleSay } from "./ruleWords.js";
import { locale, say } from "./words.js";

/** What opens below a rule's name. */
async function body(rule: Rule): Promise<(Node | string)[]> {
  const { ruleExamples } = await import("../../../dist/generated/ruleExamples.js");
  const details = { example: ruleExamples[rule.id] };
  const showing = { locale, gateways: named, address: addressOf };
  return ruleMarkup(rule, details, showing).map(nodeOf);
}

/** A rule, of which all but the name waits until somebody opens it. */
function section(rule: Rule): HTMLDetailsElement {
  const { id, severity, name } = rule;
  const details = element(
    "details",
    { id, class: severity },
    element(
      "summary",
      {},
      element("strong", { class: "severity" }, say(severity)),
      element("span", { class: "name" }, name[locale]),
      element("code", {}, id),
    ),
  );
  details.addEventListener(
    "toggle",
    () => {
      const room = element("div", {}, say("loading"));
      details.append(room);
      body(rule).then(
        (nodes) => {
          const link = element("a", { href: ruleAddress(id) }, ruleSay("page", locale));
          room.replaceChildren(element("p", { class: "flat" }, link), ...nodes);
          colour(room);
        },
        () => room.replaceChildren(say("failed")),
      );
    },
    { once: true },
  );
  return details;
}

const sections = new Map(rules.map((rule) => [rule, section(rule)]));
const groupOf = ({ id }: Rule): string => id.split("/", 1)[0] as string;

const search = element("input", {
  id: "search",
  type: "search",
  placeholder: tell("searchHint"),
  autocomplete: "off",
});
const severity = select("severity", [
  ["", tell("all")],
  ...(["error", "warning", "info"] as const).map((one) => [one, say(one)] as const),
]);
const group = select("group", [
  ["", tell("all")],
  ...[...new Set(rules.map(groupOf))].sort().map((one) => [one, one] as const),
]);
const gatewayName = (code: string): string =>
  named.find((one) => one.code === code)?.name[locale] ?? code;
const gateways = [...new Set(rules.flatMap(({ kinds }) => Object.keys(kinds).map(gatewayOfKind)))];
const gateway = select("gateway", [
  ["", tell("all")],
  ...gateways
    .filter((code) => code !== "")
    .map((code) => [code, gatewayName(code)] as const)
    .toSorted(([, left], [, right]) => left.localeCompare(right, locale)),
]);
const count = element("p", { role: "status", class: "quiet" });
const answered = element("div", {});
const list = element("div", { class: "rules" });

const plain = (text: string): string => text.normalize("NFKC").toLowerCase().replace(/\s+/g, " ");

/** Rules that hold every word of a search, by what they are called and why they are. */
function saying(words: string): Rule[] {
  const wanted = plain(words).split(" ").filter(Boolean);
  return rules.filter(({ id, name, why }) => {
    const text = plain([id, name.ko, name.en, why.ko, why.en].join(" "));
    return wanted.every((word) => text.includes(word));
  });
}

function filter(): void {
  const asked = search.value.trim();
  const explained = asked === "" ? [] : rulesAnswered(asked);
  const found = new Set([...explained.map(({ rule }) => rule), ...saying(asked)]);
  const shown = [...found].filter(
    (rule) =>
      (severity.value === "" || rule.severity === severity.value) &&
      (group.value === "" || groupOf(rule) === group.value) &&
      (gateway.value === "" ||
        Object.keys(rule.kinds).some((kind) => gatewayOfKind(kind) === gateway.value)),
  );
  answered.replaceChildren(
    ...explained.flatMap(({ answer }) =>
      answer
        ? [
            element(
              "p",
              { class: "quiet" },
              tell("seen").replace("{text}", answer.text).replace("{where}", answer.seen),
            ),
          ]
        : [],
    ),
  );
  count.textContent = tell("shown").replace("{count}", String(shown.length));
  list.replaceChildren(...shown.flatMap((rule) => sections.get(rule) ?? []));
}

search.addEventListener("input", filter);
for (const control of [severity, group, gateway]) control.addEventListener("change", filter);

const searchField = labelled(tell("search"), search);
searchField.classList.add("wide", "grow");

/** The rules, with what narrows them. */
export const rulesList: readonly Node[] = [
  element(
    "div",
    { class: "fields" },
    searchField,
    labelled(tell("severity"), severity),
    labelled(tell("group"), group),
    labelled(say("gateway"), gateway),
  ),
  count,
  answered,
  list,
];
filter();

/** Opens the rule that the address names. */
export function openAsked(): void {
  const asked = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!(asked instanceof HTMLDetailsElement)) return;
  asked.open = true;
  asked.scrollIntoView();
}
addEventListener("hashchange", openAsked);
