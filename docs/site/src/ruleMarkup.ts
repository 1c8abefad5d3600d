import type { RuleExample } from "../../../dist/examples/ruleExample.js";
import { namedIn } from "../../../dist/examples/sampleNames.js";
import type { Gateway, Locale, Rule, Severity } from "../../../dist/validator/types.js";
import { gatewayOfKind, usualKind } from "./kinds.js";
import { fragmentOf } from "./link.js";
import { type Markup, tag } from "./markup.js";
import type { PageName } from "./page.js";
import { type RuleWord, ruleSay } from "./ruleWords.js";

/** What is told of a rule beside its own words. */
export interface RuleDetails {
  readonly example: RuleExample | undefined;
  /** What paylint finds in the wrong text of the example. */
  readonly found?: readonly Found[];
  /** Texts that PortOne or a gateway answers with. */
  readonly answers?: readonly { readonly text: string; readonly seen: string }[];
}

export interface Found {
  readonly severity: Severity;
  readonly path: string;
  readonly message: string;
  readonly fix?: { readonly title: string; readonly safe: boolean };
}

/** Where a rule is shown. */
export interface Showing {
  readonly locale: Locale;
  readonly gateways: readonly Gateway[];
  readonly address: (page: PageName, fragment: string) => string;
}

/** What is below the name of a rule. */
export function ruleMarkup(rule: Rule, details: RuleDetails, showing: Showing): Markup[] {
  const say = (word: RuleWord) => ruleSay(word, showing.locale);
  const { example, found = [], answers = [] } = details;
  return [
    tag("p", { class: "why" }, rule.why[showing.locale]),
    ...(rule.note ? [tag("p", { class: "quiet" }, say("note"))] : []),
    ...(found.length > 0 ? [tag("h2", {}, say("message")), messages(found)] : []),
    ...(example ? examples(example, showing) : []),
    ...(found.length > 0 ? fixes(found, say) : []),
    ...(answers.length > 0
      ? [
          tag("h2", {}, say("answers")),
          tag("ul", {}, ...answers.map(({ text, seen }) => tag("li", {}, `“${text}” (${seen})`))),
        ]
      : []),
    tag("h2", {}, say("holdsAt")),
    holdsAt(rule, showing),
    tag("h2", {}, say("source")),
    tag("ul", {}, ...rule.sources.map((source) => tag("li", {}, sourceMarkup(source, showing)))),
    ...disagreements(rule, showing),
    ...kinds(rule, say),
  ];
}

const messages = (found: readonly Found[]): Markup =>
  tag(
    "ul",
    { class: "findings" },
    ...found.map(({ severity, path, message }) =>
      tag(
        "li",
        { class: severity },
        ...(path ? [tag("p", {}, tag("code", {}, path))] : []),
        tag("p", {}, message),
      ),
    ),
  );

function fixes(found: readonly Found[], say: (word: RuleWord) => string): Markup[] {
  const titles = found.map(({ fix }) => {
    if (!fix) return say("fixByHand");
    return say(fix.safe ? "fixSafe" : "fixUnsafe").replace("{title}", fix.title);
  });
  return [tag("h2", {}, say("fix")), ...[...new Set(titles)].map((title) => tag("p", {}, title))];
}

/** A text of an example, with names of the language where the gateway takes them. */
export const exampleText = <Word extends "wrong" | "right">(
  example: RuleExample,
  word: Word,
  locale: Locale,
): RuleExample[Word] => namedIn(example.isEnglish ? "en" : locale, example[word]);

function examples(example: RuleExample, { locale, address }: Showing): Markup[] {
  const { kind, language, given } = example;
  const block = (word: "wrong" | "right"): Markup[] => {
    const text = exampleText(example, word, locale);
    if (text === undefined) return [];
    const label = ruleSay(word, locale);
    const gateway = gatewayOfKind(kind ?? usualKind);
    const fragment = fragmentOf({
      ...{ code: text, environment: "any", kind: kind ?? usualKind, gateway },
    });
    const link = tag(
      "a",
      { href: address("playground", fragment ?? "") },
      ruleSay("tryIt", locale),
    );
    return [
      tag(
        "div",
        {},
        tag("h2", {}, label),
        tag(
          "pre",
          { tabindex: "0", role: "region", "aria-label": `${label} (${kind ?? language})` },
          tag("code", {}, text.trimEnd()),
        ),
        ...(fragment && !given ? [tag("p", {}, link)] : []),
      ),
    ];
  };
  const facts = tag("code", {}, JSON.stringify(given));
  return [
    tag("div", { class: "columns even" }, ...block("wrong"), ...block("right")),
    ...(given ? [tag("p", { class: "quiet" }, `${ruleSay("given", locale)} `, facts)] : []),
  ];
}

/** The gateways of each version that a rule speaks of. */
function holdsAt({ kinds }: Rule, { locale, gateways, address }: Showing): Markup {
  const parts = Object.keys(kinds).map((kind) => kind.split("."));
  if (parts.length === 0) return tag("p", {}, ruleSay("notPayloads", locale));
  const versions = [...new Set(parts.map(([, version = ""]) => version))].sort();
  const named = (version: string): Markup[] => {
    const owners = new Set(parts.filter((one) => one[1] === version).map(([owner]) => owner));
    const own = gateways
      .filter((one) => one.version === version && owners.has(one.code))
      .toSorted((one, other) => one.name[locale].localeCompare(other.name[locale], locale))
      .map(({ code, name }) =>
        tag(
          "a",
          { href: address("gateways", `#${new URLSearchParams({ version, gateway: code })}`) },
          name[locale],
        ),
      );
    const all = owners.has("portone") ? [ruleSay("anyGateway", locale)] : [];
    return [...all, ...own].flatMap((one, index) => (index > 0 ? [", ", one] : [one]));
  };
  return tag(
    "ul",
    {},
    ...versions.map((version) => tag("li", {}, `${version.toUpperCase()}: `, ...named(version))),
  );
}

const sourceMarkup = (
  { title, url }: Rule["sources"][number],
  { locale }: Pick<Showing, "locale">,
): Markup => (url ? tag("a", { href: url }, title[locale]) : title[locale]);

function disagreements({ disagreements: all }: Rule, showing: Showing): Markup[] {
  const { locale } = showing;
  if (all.length === 0) return [];
  return [
    tag("h2", {}, ruleSay("disagree", locale)),
    ...all.flatMap(({ positions, counts, because }) => [
      tag(
        "ul",
        {},
        ...positions.map(({ source, says }) =>
          tag("li", {}, sourceMarkup(source, showing), `: ${says[locale]}`),
        ),
      ),
      tag("p", {}, `${ruleSay("counts", locale)}: ${counts[locale]}. ${because[locale]}`),
    ]),
  ];
}

function kinds({ kinds: all }: Rule, say: (word: RuleWord) => string): Markup[] {
  const ids = Object.keys(all);
  if (ids.length === 0) return [];
  return [
    tag(
      "details",
      { class: "kinds" },
      tag("summary", {}, say("appliesTo").replace("{count}", String(ids.length))),
      tag("p", { class: "source" }, ids.join(", ")),
    ),
  ];
}
