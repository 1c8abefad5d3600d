import { matrix, type Row } from "./matrix.js";
import { element, labelled, type PageName, select, showPage } from "./page.js";
import { say, type Word } from "./words.js";

/** What a page with a table says beside the table. */
export interface MatrixPage {
  readonly page: PageName;
  readonly lead: Word;
  /** What the marks in the cells mean. */
  readonly key: Word;
  /** Name of the open row in the address. */
  readonly opened: string;
  /** The table of a version: headings and rows. */
  readonly tableOf: (version: string) => Promise<{ head: readonly string[]; rows: readonly Row[] }>;
}

/** Shows a page with a table for a version of PortOne. The address keeps the version and the open row. */
export function showMatrix({ page, lead, key, opened, tableOf }: MatrixPage): void {
  const asked = new URLSearchParams(location.hash.slice(1));
  let open = asked.get(opened) ?? "";
  const version = select("version", [
    ["v1", "V1"],
    ["v2", "V2"],
  ]);
  const room = element("div", { "aria-live": "polite" }, element("p", {}, say("loading")));
  const remember = () => {
    const chosen = { version: version.value, ...(open && { [opened]: open }) };
    history.replaceState(null, "", `#${new URLSearchParams(chosen)}`);
  };
  const update = async () => {
    const onOpen = (id: string) => {
      open = id;
      remember();
    };
    const table = await tableOf(version.value);
    room.replaceChildren(matrix({ label: say(page), ...table, onOpen }, open));
  };
  const show = () => {
    update().catch(() => {
      room.textContent = say("failed");
    });
  };
  if (asked.get("version") === "v2") version.value = "v2";
  version.addEventListener("change", () => {
    remember();
    show();
  });
  showPage(
    page,
    lead,
    element("div", { class: "fields" }, labelled(say("version"), version)),
    element("p", { class: "quiet" }, say(key)),
    room,
  );
  show();
}
