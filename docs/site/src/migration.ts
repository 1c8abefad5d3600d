import { guessEnding } from "../../../dist/extract/guessFormat.js";
import { gateways } from "../../../dist/generated/gateways.js";
import { Positions } from "../../../dist/text/positions.js";
import { codeBlock } from "./code.js";
import { Editor } from "./editor.js";
import { gatewayInV2, type InV2, inV2, lists, type Part, type Told } from "./inV2.js";
import { gatewayOfKind, usualKind } from "./kinds.js";
import { kindOptions } from "./kindTitles.js";
import { fragmentOf, readFragment, type Shared } from "./link.js";
import { samples } from "./migrationSamples.js";
import { tell } from "./migrationWords.js";
import { addressOf, button, copyButton, element, labelled, select } from "./page.js";
import { sharing } from "./sharing.js";
import { locale, say } from "./words.js";

const sample = select("samples", [
  ["", say("choose")],
  ...samples.map(({ title }) => [title, tell(title)] as const),
]);
const gateway = select("gateway", [
  ["", say("anyGateway")],
  ...gateways
    .filter(({ version }) => version === "v1")
    .map(({ code, name }) => [code, name[locale]] as const)
    .toSorted(([, left], [, right]) => left.localeCompare(right, locale)),
]);
const kind = select(
  "kind",
  kindOptions("v1").map(([name, title]) => [`portone.v1.${name}`, title] as const),
);
const summary = element("p", { role: "status", class: "summary flat" });
const result = element("div");
const link = sharing("migrate", () => fragmentOf(state()));

let rounds = 0;
let waiting: ReturnType<typeof setTimeout> | undefined;

const editor = new Editor({
  label: tell("before"),
  text: "",
  onChange: () => {
    link.forget();
    clearTimeout(waiting);
    waiting = setTimeout(update, 80);
  },
  complete: () => null,
});

const state = (): Shared => ({
  code: editor.text,
  environment: "any",
  kind: kind.value,
  gateway: gateway.value,
});

function update(): void {
  const own = ++rounds;
  migrate(own).catch(() => {
    if (own !== rounds) return;
    summary.textContent = say("failed");
    result.replaceChildren();
  });
}

async function migrate(own: number): Promise<void> {
  const now = state();
  await editor.speak(guessEnding(now.code));
  const made = await inV2(now.code, now, locale);
  // What reads a page may come when something else is written already.
  if (own !== rounds) return;
  show(made, now);
  history.replaceState(null, "", fragmentOf(now) ?? `${location.pathname}${location.search}`);
}

function show(made: InV2 | undefined, now: Shared): void {
  summary.textContent = made
    ? lists.reduce((text, one) => text.replace(`{${one}}`, `${made[one].length}`), tell("counted"))
    : tell("nothing");
  const positions = new Positions(now.code);
  result.replaceChildren(
    ...(made?.parts ?? []).flatMap((part) => partShown(part, now)),
    ...lists.flatMap((one) => toldShown(tell(one), one, made?.[one] ?? [], positions)),
  );
}

function partShown({ text, kind: id, parameters }: Part, now: Shared): Node[] {
  const fragment = fragmentOf({
    ...{ code: text, environment: "any", kind: id ?? "portone.v2.request-payment" },
    gateway: id === undefined ? gatewayInV2(now.gateway) : gatewayOfKind(id),
  });
  return [
    ...(id === undefined ? [] : [element("p", { class: "quiet flat" }, element("code", {}, id))]),
    element(
      "div",
      { class: "with-copy" },
      codeBlock(text.trim(), tell("after")),
      copyButton(() => text),
    ),
    ...Object.entries(parameters ?? {}).map(([name, value]) =>
      element(
        "p",
        { class: "flat" },
        `${tell("parameters")} `,
        element("code", {}, `${name} = ${JSON.stringify(value)}`),
      ),
    ),
    ...(fragment
      ? [element("p", {}, element("a", { href: addressOf("playground", fragment) }, tell("check")))]
      : []),
  ];
}

/** How what is told looks: what waits for a person stands out. */
const looks = { decide: "warning", done: "info", untouched: "error" } as const;

function toldShown(
  title: string,
  list: (typeof lists)[number],
  all: readonly Told[],
  positions: Positions,
): Node[] {
  if (all.length === 0) return [];
  const items = all.map(({ where, why, at }) =>
    element(
      "li",
      { class: looks[list] },
      ...(where || at !== undefined
        ? [element("p", { class: "buttons" }, ...place(where, at, positions))]
        : []),
      element("p", {}, ...withCode(why)),
    ),
  );
  return [element("h2", {}, title), element("ul", { class: "findings", id: list }, ...items)];
}

function place(where: string, at: number | undefined, positions: Positions): (Node | string)[] {
  const names = where ? [element("code", {}, where)] : [];
  if (at === undefined) return names;
  const { line, column } = positions.at(at);
  const words = say("line").replace("{line}", `${line}`).replace("{column}", `${column}`);
  return [...names, button(words, () => editor.select(at, lineEnd(at)))];
}

function lineEnd(at: number): number {
  const end = editor.text.indexOf("\n", at);
  return end < 0 ? editor.text.length : end;
}

/** A text in which what stands in backticks is code. */
const withCode = (text: string): (Node | string)[] =>
  text.split("`").map((part, index) => (index % 2 === 1 ? element("code", {}, part) : part));

function choose(text: string, id: string | undefined): void {
  kind.value = id ?? usualKind;
  editor.replace(text);
  update();
}

function load(): void {
  const given = readFragment(location.hash);
  gateway.value = given?.gateway ?? "";
  choose(given?.code ?? samples[0]?.text ?? "", given?.kind);
}

sample.addEventListener("change", () => {
  const chosen = samples.find(({ title }) => title === sample.value);
  if (!chosen) return;
  gateway.value = "";
  choose(chosen.text, chosen.kind);
});
for (const control of [gateway, kind]) control.addEventListener("change", update);
addEventListener("hashchange", load);

const kindField = labelled(tell("kind"), kind);
kindField.classList.add("wide");

/** The page from V1 to V2, below its heading. */
export const migration: readonly Node[] = [
  element(
    "div",
    { class: "fields" },
    labelled(say("samples"), sample),
    labelled(say("gatewayUnsaid"), gateway),
    kindField,
  ),
  element("div", { class: "bar" }, summary, ...link.nodes),
  element(
    "div",
    { class: "columns" },
    element(
      "section",
      { class: "before", "aria-label": "V1" },
      element("h2", {}, "V1"),
      editor.dom,
    ),
    element("section", { "aria-label": "V2" }, element("h2", {}, "V2"), result),
  ),
];
load();
