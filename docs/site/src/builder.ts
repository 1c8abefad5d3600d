import type { Environment } from "../../../dist/validator/types.js";
import { tell } from "./builderWords.js";
import { coloured } from "./code.js";
import { fragmentOf } from "./link.js";
import { fullMethodName } from "./methodNames.js";
import { addressOf, copyButton, element, labelled, select, setOptions, showPage } from "./page.js";
import type { Offer, Option } from "./recipes.js";
import { locale, say } from "./words.js";
import { type Language, languages, writtenAs } from "./writing.js";

/** Tables and examples are large, so the page is there before they are. */
const recipes = import("./recipes.js");

const version = select("version", [
  ["v2", "V2"],
  ["v1", "V1"],
]);
const gateway = select("gateway", []);
const environment = select("environment", [
  ["any", say("any")],
  ["pc", say("pc")],
  ["mobile", say("mobile")],
]);
const method = select("method", []);
const issuer = select("issuer", []);
const languageNames: Readonly<Record<Language, string>> = {
  javascript: "JavaScript",
  typescript: "TypeScript",
  json: "JSON",
};
const language = select(
  "language",
  languages.map((one) => [one, languageNames[one]] as const),
);
const code = element("code");
const refused = element("div", { class: "refused" });
const note = element("p", { class: "quiet flat" });
const open = element("a", { href: addressOf("playground") }, say("tryIt"));
const failed = element("p", { role: "status" });

const controls = { version, gateway, environment, method, issuer, language };

const nameOfMethod = ({ id }: Option): string =>
  id === "" ? tell("noMethod") : fullMethodName(id)[locale];

/** Options that cannot be chosen, each with the reason. */
function showRefused(
  title: "refusedMethods" | "refusedIssuers",
  { refused }: Offer,
  nameOf: (option: Option) => string,
): Node[] {
  if (refused.length === 0) return [];
  return [
    element(
      "details",
      {},
      element("summary", {}, tell(title).replace("{count}", String(refused.length))),
      element(
        "ul",
        {},
        ...refused.map(({ option, why }) =>
          element("li", {}, element("strong", {}, nameOf(option)), ` ${why}`),
        ),
      ),
    ),
  ];
}

let rounds = 0;

/** Offers what the choices so far allow, and writes the request. */
async function update(): Promise<void> {
  const own = ++rounds;
  const made = await recipes;
  const ofVersion = made.payingGateways.filter((one) => one.version === version.value);
  setOptions(
    gateway,
    ofVersion
      .map((one) => [one.code, one.name[locale]] as const)
      .toSorted(([, left], [, right]) => left.localeCompare(right, locale)),
  );
  const chosen = ofVersion.find(({ code: name }) => name === gateway.value);
  if (!chosen) return;
  const where = environment.value as Environment;
  const methods = await made.methodsOffered(chosen, where, locale);
  if (own !== rounds) return;
  setOptions(
    method,
    methods.offered.map((one) => [one.id, nameOfMethod(one)]),
  );
  const way = methods.offered.find(({ id }) => id === method.value);
  if (!way) return;
  const choice = { gateway: chosen, environment: where, method: way };
  const issuers = await made.issuersOffered(choice, locale);
  const nameOfIssuer = ({ id }: Option) => made.issuerName(chosen, id, locale);
  if (own !== rounds) return;
  setOptions(issuer, [
    ["", tell("noIssuer")],
    ...issuers.offered.map((one) => [one.id, nameOfIssuer(one)] as const),
  ]);
  issuer.disabled = issuers.offered.length === 0;
  note.textContent = made.isCard(way) && issuer.disabled ? tell("noDirect") : "";
  refused.replaceChildren(
    ...showRefused("refusedMethods", methods, nameOfMethod),
    ...showRefused("refusedIssuers", issuers, nameOfIssuer),
  );
  const direct = issuers.offered.find(({ id }) => id === issuer.value);
  const payload = await made.requestFor({ ...choice, ...(direct && { issuer: direct }) }, locale);
  if (own !== rounds) return;
  const text = writtenAs(language.value as Language, payload, chosen);
  code.replaceChildren(...coloured(text.trimEnd()));
  const shared = { code: text, environment: where, kind: made.kindOf(chosen) };
  const fragment = fragmentOf({ ...shared, gateway: chosen.code }) ?? "";
  open.setAttribute("href", addressOf("playground", fragment));
  remember();
}

/** Keeps the choices in the fragment, for links and for the other language. */
function remember(): void {
  const chosen = Object.entries(controls).map(([name, { value }]) => [name, value]);
  history.replaceState(null, "", `#${new URLSearchParams(chosen)}`);
}

/** A choice that shows what a card company can ask for. */
const usual = "version=v2&gateway=ksnet&method=CARD&issuer=HYUNDAI_CARD";

let hasChosen = false;

/** Makes the choices that the fragment holds, each before what depends on it, until somebody makes one. */
async function recall(): Promise<void> {
  const asked = new URLSearchParams(location.hash.slice(1) || usual);
  for (const [name, control] of Object.entries(controls)) {
    if (hasChosen) return;
    const value = asked.get(name);
    if (value !== null && [...control.options].some((one) => one.value === value)) {
      control.value = value;
    }
    if (["version", "gateway", "environment", "method"].includes(name)) await update();
  }
  if (!hasChosen) await update();
}

const trouble = () => {
  failed.textContent = say("failed");
};

for (const control of Object.values(controls)) {
  control.addEventListener("change", () => {
    hasChosen = true;
    void update().catch(trouble);
  });
}

showPage(
  "builder",
  "builderLead",
  element(
    "div",
    { class: "columns builder" },
    element(
      "section",
      { class: "panel", "aria-label": say("builder") },
      labelled(say("version"), version),
      labelled(say("gateway"), gateway),
      labelled(say("environment"), environment),
      labelled(tell("method"), method),
      labelled(tell("issuer"), issuer),
      note,
      refused,
    ),
    element(
      "div",
      { class: "built" },
      element("div", { class: "fields" }, labelled(tell("language"), language)),
      element(
        "div",
        { class: "with-copy" },
        element("pre", { tabindex: "0", role: "region", "aria-label": tell("request") }, code),
        copyButton(() => code.textContent ?? ""),
      ),
      element("p", {}, open),
      element("p", { class: "quiet" }, tell("yours")),
      failed,
    ),
  ),
);
recall().catch(trouble);
