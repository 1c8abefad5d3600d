import { applyFixes } from "../../../dist/lint/applyFixes.js";
import type { LintDiagnostic } from "../../../dist/lint/types.js";
import type { Environment, Severity } from "../../../dist/validator/types.js";
import { findingsIn } from "./judge.js";
import { kinds, usualKind } from "./kinds.js";
import { fragmentOf, readFragment } from "./link.js";
import { addressOf, button, element, showPage } from "./page.js";
import { locale, say } from "./words.js";

const first = `IMP.request_pay({
  pg: "ksnet",
  pay_method: "card",
  merchant_uid: "order-1",
  name: "머그컵",
  amount: "12000",
  tax_free: 0,
  buyer_name: "김하늘",
  currency: "KRW",
  m_redirect_url: "https://shop.example/done",
  card: { direct: { code: "367" } },
});
`;

const code = element("textarea", { id: "code", spellcheck: "false", wrap: "off", rows: "16" });
const marks = element("pre", { "aria-hidden": "true", class: "marks" });
const environment = element(
  "select",
  { id: "environment" },
  ...(["any", "pc", "mobile"] as const).map((one) => element("option", { value: one }, say(one))),
);
const kind = element(
  "select",
  { id: "kind" },
  ...Object.keys(kinds).map((one) => element("option", { value: one }, one)),
);
const summary = element("p", { role: "status" });
const list = element("ol", { class: "findings" });
const samples = element(
  "select",
  { id: "samples" },
  element("option", { value: "" }, say("choose")),
);
const shared = element("p", { role: "status" });

let checks = 0;

/** Lints what is written, and says so where the code that reads it cannot be loaded. */
function check(): void {
  const own = ++checks;
  findAll(own).catch(() => {
    if (own !== checks) return;
    summary.textContent = say("failed");
    list.replaceChildren();
    mark([]);
  });
}

async function findAll(own: number): Promise<void> {
  const options = { environment: environment.value as Environment, locale };
  const { found, payloads } = await findingsIn(code.value, kind.value, options);
  // What reads a page may come when something else is written already.
  if (own !== checks) return;
  const errors = found.filter(({ severity }) => severity === "error").length;
  summary.textContent =
    found.length > 0
      ? say("counted")
          .replace("{errors}", String(errors))
          .replace("{others}", String(found.length - errors))
      : say(payloads > 0 ? "clean" : "nothing");
  list.replaceChildren(...found.map(item));
  mark(found);
}

function item(diagnostic: LintDiagnostic): HTMLLIElement {
  const { severity, rule, message, source, range, textFix } = diagnostic;
  const show = () => {
    code.focus();
    code.setSelectionRange(range.start, range.end);
  };
  const apply = () => {
    code.value = applyFixes(code.value, [diagnostic], { unsafe: true }).text;
    check();
    code.focus();
  };
  return element(
    "li",
    { class: severity },
    element(
      "p",
      {},
      element("strong", {}, say(severity)),
      " ",
      element("a", { href: addressOf("rules", `#${rule}`) }, rule),
    ),
    element("p", {}, message),
    element("p", { class: "source" }, `${say("source")}: ${source}`),
    element(
      "p",
      {},
      button(say("show"), show),
      ...(textFix ? [" ", button(`${say("fix")}: ${textFix.title}`, apply)] : []),
    ),
  );
}

const ranks: Record<Severity, number> = { error: 0, warning: 1, info: 2 };

/** The text again, behind the one that is written in, with the places marked. */
function mark(found: readonly LintDiagnostic[]): void {
  const text = code.value;
  const parts: (Node | string)[] = [];
  let at = 0;
  const inOrder = found.toSorted(
    (one, other) =>
      one.range.start - other.range.start || ranks[one.severity] - ranks[other.severity],
  );
  for (const { range, severity } of inOrder) {
    const [start, end] = [range.start, Math.max(range.end, range.start + 1)];
    if (start < at) continue;
    parts.push(text.slice(at, start));
    parts.push(element("mark", { class: severity }, text.slice(start, end)));
    at = end;
  }
  marks.replaceChildren(...parts, text.slice(at), "\n");
  follow();
}

function follow(): void {
  marks.scrollTop = code.scrollTop;
  marks.scrollLeft = code.scrollLeft;
}

async function share(): Promise<void> {
  const fragment = fragmentOf({
    code: code.value,
    environment: environment.value as Environment,
    kind: kind.value,
  });
  if (fragment === undefined) {
    shared.textContent = say("refused");
    return;
  }
  const address = new URL(addressOf("playground", fragment), location.href).href;
  const link = element("a", { href: address }, say("link"));
  const copied = await navigator.clipboard?.writeText(address).then(
    () => true,
    () => false,
  );
  shared.replaceChildren(...(copied ? [`${say("copied")} `] : []), link);
}

function load(): void {
  const given = readFragment(location.hash);
  code.value = given?.code ?? first;
  environment.value = given?.environment ?? "any";
  kind.value = given?.kind ?? usualKind;
  check();
}

/** Fills the list of samples: the cases that the linter is tested with. */
async function offerCases(): Promise<void> {
  const { cases } = await import("./cases.js");
  const rules = new Set(cases.map(({ rule }) => rule));
  const optionOf = (name: string, index: number) =>
    element("option", { value: String(index) }, name);
  for (const rule of rules) {
    const group = element("optgroup", { label: rule });
    for (const [index, one] of cases.entries()) {
      if (one.rule === rule) group.append(optionOf(one.name, index));
    }
    samples.append(group);
  }
  samples.addEventListener("change", () => {
    const chosen = cases[Number(samples.value)];
    if (samples.value === "" || chosen === undefined) return;
    code.value = chosen.text;
    kind.value = chosen.kind ?? usualKind;
    check();
  });
}

let waiting: ReturnType<typeof setTimeout> | undefined;
code.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(check, 80);
});
code.addEventListener("scroll", follow);
environment.addEventListener("change", check);
kind.addEventListener("change", check);
addEventListener("hashchange", load);

showPage(
  "playground",
  element("p", {}, say("lead")),
  element("p", {}, element("label", { for: "environment" }, say("environment")), " ", environment),
  element("p", {}, element("label", { for: "kind" }, say("kind")), " ", kind),
  element("p", {}, element("label", { for: "samples" }, say("samples")), " ", samples),
  element(
    "div",
    { class: "columns" },
    element(
      "section",
      {},
      element("h2", {}, element("label", { for: "code" }, say("code"))),
      element("div", { class: "editor" }, marks, code),
      element(
        "p",
        {},
        button(say("copy"), () => void share()),
      ),
      shared,
    ),
    element("section", {}, element("h2", {}, say("findings")), summary, list),
  ),
);
load();
offerCases().catch(() => samples.parentElement?.remove());
