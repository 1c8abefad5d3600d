import { gateways as named } from "../../../dist/generated/gateways.js";
import { rules } from "../../../dist/generated/rules.js";
import { rulesAnswered } from "../../../dist/rulesAnswered.js";
import type { Rule } from "../../../dist/validator/types.js";
import { codeBlock } from "./code.js";
import { gatewayOfKind } from "./kinds.js";
import { fragmentOf } from "./link.js";
import { addressOf, element, labelled, select } from "./page.js";
import { locale, say } from "./words.js";

function example(title: "wrong" | "right", kind: string, payload: Record<string, unknown>): Node[] {
  const code = JSON.stringify(payload, null, 2);
  const fragment = fragmentOf({ code, environment: "any", kind, gateway: gatewayOfKind(kind) });
  return [
    element("h2", {}, say(title)),
    codeBlock(code, `${say(title)} (${kind})`),
    ...(fragment
      ? [element("p", {}, element("a", { href: addressOf("playground", fragment) }, say("tryIt")))]
      : []),
  ];
}

const sourceLine = ({ title, url }: Rule["sources"][number]): HTMLElement =>
  element("li", {}, url ? element("a", { href: url }, title[locale]) : title[locale]);

function disagreements({ disagreements: all }: Rule): Node[] {
  if (all.length === 0) return [];
  return [
    element("h2", {}, say("disagree")),
    ...all.flatMap(({ positions, counts }) => [
      element(
        "ul",
        {},
        ...positions.map(({ source, says }) =>
          element("li", {}, `${source.title[locale]}: ${says[locale]}`),
        ),
      ),
      element("p", {}, `${say("counts")}: ${counts[locale]}`),
    ]),
  ];
}

/** What opens below a rule's name. */
function body(rule: Rule): Node[] {
  return [
    element("p", {}, rule.why[locale]),
    element("h2", {}, say("source")),
    element("ul", {}, ...rule.sources.map(sourceLine)),
    ...disagreements(rule),
  ];
}

const kindsLine = ({ kinds }: Rule): Node[] => [
  element("h2", {}, say("appliesTo")),
  element("p", { class: "source" }, Object.keys(kinds).join(", ")),
];

/** Works out the examples, whose data is loaded with the first rule that is opened. */
async function examples({ id }: Rule): Promise<Node[]> {
  const { examplesOf } = await import("./samples.js");
  const found = await examplesOf(id);
  return found
    ? [...example("wrong", found.kind, found.wrong), ...example("right", found.kind, found.right)]
    : [];
}

/** A rule, of which all but the name waits until somebody opens it. */
function section(rule: Rule): HTMLDetailsElement {
  const { id, severity, name } = rule;
  const link = element("a", { href: `#${id}` }, say("anchor"));
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
      const room = element("div", {});
      details.append(
        element("p", { class: "flat" }, link),
        ...body(rule),
        room,
        ...kindsLine(rule),
      );
      examples(rule).then(
        (nodes) => room.replaceChildren(...nodes),
        () => room.replaceChildren(element("p", {}, say("failed"))),
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
  placeholder: say("searchHint"),
  autocomplete: "off",
});
const severity = select("severity", [
  ["", say("all")],
  ...(["error", "warning", "info"] as const).map((one) => [one, say(one)] as const),
]);
const group = select("group", [
  ["", say("all")],
  ...[...new Set(rules.map(groupOf))].sort().map((one) => [one, one] as const),
]);
const gatewayName = (code: string): string =>
  named.find((one) => one.code === code)?.name[locale] ?? code;
const gateways = [...new Set(rules.flatMap(({ kinds }) => Object.keys(kinds).map(gatewayOfKind)))];
const gateway = select("gateway", [
  ["", say("all")],
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
              say("seen").replace("{text}", answer.text).replace("{where}", answer.seen),
            ),
          ]
        : [],
    ),
  );
  count.textContent = say("shown").replace("{count}", String(shown.length));
  list.replaceChildren(...shown.flatMap((rule) => sections.get(rule) ?? []));
}

search.addEventListener("input", filter);
for (const control of [severity, group, gateway]) control.addEventListener("change", filter);

const searchField = labelled(say("search"), search);
searchField.classList.add("wide", "grow");

/** The rules, with what narrows them. */
export const rulesList: readonly Node[] = [
  element(
    "div",
    { class: "fields" },
    searchField,
    labelled(say("severity"), severity),
    labelled(say("group"), group),
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
