import type { Row } from "./matrix.js";
import { showMatrix } from "./matrixPage.js";
import { fullMethodName } from "./methodNames.js";
import { addressOf, element } from "./page.js";
import type { GatewayMethods } from "./surveys.js";
import { locale, say } from "./words.js";

const nameOf = (id: string): string => fullMethodName(id)[locale];

function detail({ gateway, methods, isListed, refused }: GatewayMethods): Node[] {
  const toBuilder = (method: string) => {
    const choice = { version: gateway.version, gateway: gateway.code, method };
    return addressOf("builder", `#${new URLSearchParams(choice)}`);
  };
  const named = [...methods.values()].flat().filter((id) => id !== "");
  return [
    element("h2", {}, `${gateway.name[locale]} `, element("code", {}, gateway.code)),
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

showMatrix({
  page: "gateways",
  lead: "gatewaysLead",
  key: "gatewaysKey",
  opened: "gateway",
  async tableOf(version) {
    const { methodsOfGateways } = await import("./surveys.js");
    const gateways = await methodsOfGateways(version, locale);
    const counts = new Map<string, number>();
    for (const group of gateways.flatMap(({ methods }) => [...methods.keys()])) {
      if (group !== "") counts.set(group, (counts.get(group) ?? 0) + 1);
    }
    const rank = (group: string) => (group === "other" ? 0 : (counts.get(group) ?? 0));
    // What most gateways have comes first.
    const used = [...counts.keys()].sort((one, other) => rank(other) - rank(one));
    return {
      head: [
        say("gateway"),
        ...used.map((group) => (group === "other" ? say("otherMethods") : nameOf(group))),
      ],
      rows: gateways
        .map((one) => rowOf(one, used))
        .toSorted((one, other) => one.title.localeCompare(other.title, locale)),
    };
  },
});
