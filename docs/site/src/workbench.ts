import { guessEnding } from "../../../dist/extract/guessFormat.js";
import { gateways } from "../../../dist/generated/gateways.js";
import { partialKinds } from "../../../dist/generated/partialKinds.js";
import { applyFixes } from "../../../dist/lint/edits/applyFixes.js";
import type { LintDiagnostic, LintResult } from "../../../dist/lint/types.js";
import type { Environment } from "../../../dist/validator/types.js";
import { completeFrom, type Known, type Schema } from "./completion.js";
import { Editor } from "./editor.js";
import { type FindingActions, findingItem } from "./findingsList.js";
import { findingsIn } from "./judge.js";
import { kindIds, kindWith } from "./kindIds.js";
import { gatewayOfKind, usualKind, usualNames } from "./kinds.js";
import { kindOptions } from "./kindTitles.js";
import { fragmentOf, readFragment, type Shared } from "./link.js";
import { button, element, labelled, select, setOptions } from "./page.js";
import { sharing } from "./sharing.js";
import { locale, say } from "./words.js";

const first = `IMP.request_pay({
  pg: "ksnet",
  pay_method: "card",
  merchant_uid: "order-1",
  name: "${say("mug")}",
  amount: "12000",
  tax_free: 0,
  buyer_name: "김하늘",
  currency: "KRW",
  m_redirect_url: "https://shop.example/done",
  card: { direct: { code: "367" } }, // ${say("hyundai")}
});
`;

const version = select("version", [
  ["v1", "V1"],
  ["v2", "V2"],
]);
const gateway = select("gateway", []);
const environment = select("environment", [
  ["any", say("any")],
  ["pc", say("pc")],
  ["mobile", say("mobile")],
]);
const kind = select("kind", []);
const samples = select("samples", [["", say("choose")]]);
const summary = element("p", { role: "status", class: "summary flat" });
const list = element("ol", { class: "findings" });
const link = sharing("playground", () => fragmentOf(state()));
const fixAll = button("", fixEverySafe, "main");

let last: LintResult | undefined;
/** What was checked when there was something to check. */
let reports: LintResult["reports"] = [];
let checks = 0;
let waiting: ReturnType<typeof setTimeout> | undefined;

const editor = new Editor({
  label: say("code"),
  text: "",
  onChange: () => {
    link.forget();
    clearTimeout(waiting);
    waiting = setTimeout(check, 80);
  },
  complete: (context) => completeFrom(context, knownAt),
});

/** What an object is, by the choices. */
const chosenKind = (): string => kindWith(gateway.value, version.value, kind.value);

const state = (): Shared => ({
  code: editor.text,
  environment: environment.value as Environment,
  kind: chosenKind(),
  gateway: gateway.value,
});

/** What is known of the payload at a place, as it was checked last: a text that is being written often cannot be read. */
async function knownAt(position: number): Promise<Known | undefined> {
  const here = reports.find(({ range }) => range.start <= position && position <= range.end);
  const kind = (here ?? reports[0])?.kind ?? chosenKind();
  const { schemaOf } = await import("./publishedSchemas.js");
  const schema = await schemaOf(kind);
  const partial = locale === "ko" ? await partialKinds[kind]?.() : undefined;
  return { schema: schema as Schema, ...(partial && { labels: partial.facts.labels }) };
}

/** Lints what is written, and says so where the code that reads it cannot be loaded. */
function check(): void {
  const own = ++checks;
  findAll(own).catch(() => {
    if (own !== checks) return;
    summary.textContent = say("failed");
    list.replaceChildren();
    editor.mark([]);
  });
}

async function findAll(own: number): Promise<void> {
  const now = state();
  await editor.speak(guessEnding(now.code));
  const result = await findingsIn(now.code, now, { environment: now.environment, locale });
  // What reads a page may come when something else is written already.
  if (own !== checks) return;
  last = result;
  const { diagnostics } = result;
  if (result.reports.length > 0) reports = result.reports;
  const errors = diagnostics.filter(({ severity }) => severity === "error").length;
  summary.textContent =
    diagnostics.length > 0
      ? say("counted")
          .replace("{errors}", String(errors))
          .replace("{others}", String(diagnostics.length - errors))
      : say(result.reports.length > 0 ? "clean" : "nothing");
  const { applied } = applyFixes(now.code, diagnostics, { unsafe: false });
  fixAll.hidden = applied.length === 0;
  fixAll.textContent = say("fixSafely").replace("{count}", String(applied.length));
  list.replaceChildren(...diagnostics.map((one) => findingItem(one, actions)));
  editor.mark(
    diagnostics.map((one) => ({
      ...{ start: one.range.start, end: one.range.end, severity: one.severity },
      ...{ rule: one.rule, message: one.message },
      ...(one.textFix && { fix: { title: one.textFix.title, apply: () => actions.fix(one) } }),
    })),
  );
  history.replaceState(null, "", fragmentOf(now) ?? `${location.pathname}${location.search}`);
}

const actions: FindingActions = {
  show: ({ range }) => editor.select(range.start, range.end),
  fix: (diagnostic: LintDiagnostic) => {
    editor.replace(applyFixes(editor.text, [diagnostic], { unsafe: true }).text);
    editor.focus();
  },
};

function fixEverySafe(): void {
  if (!last) return;
  editor.replace(applyFixes(editor.text, last.diagnostics, { unsafe: false }).text);
  editor.focus();
}

/** Offers the gateways and kinds of the chosen version. */
function offerOfVersion(): void {
  const named = gateways
    .filter((one) => one.version === version.value)
    .map((one) => [one.code, one.name[locale]] as const)
    .toSorted(([, left], [, right]) => left.localeCompare(right, locale));
  setOptions(gateway, [["", say("anyGateway")], ...named]);
  setOptions(kind, kindOptions(version.value));
}

function choose(id: string, code: string): void {
  const [, ofVersion = "", name = ""] = id.split(".");
  version.value = ofVersion;
  offerOfVersion();
  kind.value = name;
  gateway.value = code;
}

function load(): void {
  const given = readFragment(location.hash);
  environment.value = given?.environment ?? "any";
  const id = given && kindIds.includes(given.kind) ? given.kind : usualKind;
  choose(id, given?.gateway ?? "");
  editor.replace(given?.code ?? first);
  check();
}

/** Fills the list of samples: the cases that the linter is tested with. */
async function offerCases(): Promise<void> {
  const { cases } = await import("./cases.js");
  const optionOf = (name: string, index: number) =>
    element("option", { value: String(index) }, name);
  for (const rule of new Set(cases.map((one) => one.rule))) {
    const group = element("optgroup", { label: rule });
    for (const [index, one] of cases.entries()) {
      if (one.rule === rule) group.append(optionOf(one.name, index));
    }
    samples.append(group);
  }
  samples.addEventListener("change", () => {
    const chosen = cases[Number(samples.value)];
    if (samples.value === "" || chosen === undefined) return;
    const id = chosen.kind ?? "ksnet.v1.request-pay";
    choose(id, gatewayOfKind(id));
    editor.replace(chosen.text);
    check();
  });
}

version.addEventListener("change", () => {
  offerOfVersion();
  kind.value = usualNames[version.value] ?? kind.value;
  check();
});
for (const control of [gateway, environment, kind]) control.addEventListener("change", check);
addEventListener("hashchange", load);

const kindField = labelled(say("kind"), kind);
kindField.classList.add("wide");

/** The playground, below its heading. */
export const workbench: readonly Node[] = [
  element(
    "div",
    { class: "fields" },
    labelled(say("samples"), samples),
    labelled(say("gatewayUnsaid"), gateway),
    labelled(say("version"), version),
    labelled(say("environment"), environment),
    kindField,
  ),
  element("div", { class: "bar" }, summary, fixAll, ...link.nodes),
  element(
    "div",
    { class: "columns" },
    editor.dom,
    element("section", { "aria-label": say("findings") }, list),
  ),
];
load();
offerCases().catch(() => samples.closest("label")?.remove());
