import type { Gateway } from "../../../dist/validator/types.js";
import type { Row } from "./matrix.js";
import { showMatrix } from "./matrixPage.js";
import { addressOf, element } from "./page.js";
import type { IssuerColumn } from "./surveys.js";
import { locale, say } from "./words.js";

const builderOf = (gateway: Gateway, issuer: string, method: string): string => {
  const choice = { version: gateway.version, gateway: gateway.code, method, issuer };
  return addressOf("builder", `#${new URLSearchParams(choice)}`);
};

/** What one gateway asks of direct calls to a card company. */
function block({ gateway, method, answers }: IssuerColumn, issuer: string): HTMLElement {
  const answer = answers[issuer];
  const facts = (answer?.facts ?? []).map(({ title, word }) =>
    element("li", {}, `${title[locale]}: ${word[locale]}`),
  );
  return element(
    "section",
    {},
    element("h2", {}, gateway.name[locale]),
    ...(answer?.why ? [element("p", { class: "quiet" }, answer.why)] : []),
    ...(answer?.added?.length
      ? [element("p", { class: "added" }, say("adds"), " ", ...codes(answer.added))]
      : []),
    element("ul", {}, ...facts),
    ...(answer && !answer.why
      ? [element("a", { href: builderOf(gateway, answer.id, method) }, say("makeThis"))]
      : []),
  );
}

const codes = (pointers: readonly string[]): (Node | string)[] =>
  pointers.flatMap((pointer, index) => [
    ...(index > 0 ? [", "] : []),
    element("code", {}, pointer.slice(1).replaceAll("/", ".")),
  ]);

function rowOf(code: string, title: string, columns: readonly IssuerColumn[]): Row {
  return {
    id: code,
    title,
    cells: columns.map(({ answers }) => {
      const answer = answers[code];
      if (!answer) return { mark: "unknown", text: "–" };
      if (answer.why) return { mark: "no", text: say("impossible") };
      const { length } = answer.added ?? [];
      return {
        mark: "yes",
        text: length > 0 ? `${say("possible")} +${length}` : say("possible"),
      };
    }),
    detail: () => [
      element("div", { class: "blocks" }, ...columns.map((column) => block(column, code))),
    ],
  };
}

showMatrix({
  page: "issuers",
  lead: "issuersLead",
  key: "issuersKey",
  opened: "issuer",
  async tableOf(version) {
    const { issuerColumns } = await import("./surveys.js");
    const columns = await issuerColumns(version, locale);
    const names = new Map(columns.flatMap(({ names: ofColumn }) => Object.entries(ofColumn)));
    return {
      head: [say("issuers"), ...columns.map(({ gateway }) => gateway.name[locale])],
      rows: [...names].map(([code, title]) => rowOf(code, title, columns)),
    };
  },
});
