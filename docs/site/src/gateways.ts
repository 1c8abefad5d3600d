import { matrix, type Row } from "./matrix.js";
import { methodName } from "./methodNames.js";
import { addressOf, element, labelled, select, showPage } from "./page.js";
import type { GatewayMethods } from "./recipes.js";
import { locale, say } from "./words.js";

const recipes = import("./recipes.js");

const version = select("version", [
  ["v1", "V1"],
  ["v2", "V2"],
]);
const room = element("div", { "aria-live": "polite" }, element("p", {}, say("loading")));

const asked = new URLSearchParams(location.hash.slice(1));
let open = asked.get("gateway") ?? "";

function remember(): void {
  const chosen = { version: version.value, ...(open && { gateway: open }) };
  history.replaceState(null, "", `#${new URLSearchParams(chosen)}`);
}

const nameOf = (id: string): string =>
  id
    .split("/")
    .map((part) => methodName(part)[locale])
    .join(" – ");

function detail({ gateway, methods, isListed, refused }: GatewayMethods): Node[] {
  const toBuilder = (method: string) => {
    const choice = { version: gateway.version, gateway: gateway.code, method };
    return addressOf("builder", `#${new URLSearchParams(choice)}`);
  };
  const named = [...methods.values()].flat().filter((id) => id !== "");
  return [
    element("h3", {}, `${gateway.name[locale]} `, element("code", {}, gateway.code)),
    ...(isListed ? [] : [element("p", { class: "quiet" }, say("notListed"))]),
    element(
      "ul",
      { class: "chips" },
      ...named.map((id) =>
        element(
          "li",
          {},
          element("a", { href: toBuilder(id) }, nameOf(id)),
          " ",
          element("code", {}, id),
        ),
      ),
    ),
    ...refused.map(({ option, why }) =>
      element("p", { class: "quiet" }, element("strong", {}, nameOf(option.id)), ` ${why}`),
    ),
    ...(named.length === 0 ? [element("a", { href: toBuilder("") }, say("makeThis"))] : []),
  ];
}

const rowOf = (one: GatewayMethods, groups: readonly string[]): Row => ({
  id: one.gateway.code,
  title: one.gateway.name[locale],
  cells: groups.map((group) => {
    const { length } = one.methods.get(group) ?? [];
    if (length > 0) return { mark: "yes", text: length > 1 ? String(length) : "●" };
    return one.isListed ? { mark: "no", text: "–" } : { mark: "unknown", text: "?" };
  }),
  detail: () => detail(one),
});

async function update(): Promise<void> {
  const { methodsOfGateways } = await recipes;
  const gateways = await methodsOfGateways(version.value, locale);
  const counts = new Map<string, number>();
  for (const group of gateways.flatMap(({ methods }) => [...methods.keys()])) {
    if (group !== "") counts.set(group, (counts.get(group) ?? 0) + 1);
  }
  const rank = (group: string) => (group === "other" ? 0 : (counts.get(group) ?? 0));
  // What most gateways have comes first.
  const used = [...counts.keys()].sort((one, other) => rank(other) - rank(one));
  const content = {
    label: say("gateways"),
    head: [
      say("gateway"),
      ...used.map((group) => (group === "other" ? say("otherMethods") : nameOf(group))),
    ],
    rows: gateways
      .map((one) => rowOf(one, used))
      .toSorted((one, other) => one.title.localeCompare(other.title, locale)),
    onOpen: (id: string) => {
      open = id;
      remember();
    },
  };
  room.replaceChildren(matrix(content, open));
}

const trouble = () => {
  room.textContent = say("failed");
};

if (asked.get("version") === "v2") version.value = "v2";
version.addEventListener("change", () => {
  remember();
  update().catch(trouble);
});
showPage(
  "gateways",
  "gatewaysLead",
  element("div", { class: "fields" }, labelled(say("version"), version)),
  element("p", { class: "quiet" }, say("gatewaysKey")),
  room,
);
update().catch(trouble);
