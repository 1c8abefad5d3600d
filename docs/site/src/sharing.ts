import { addressOf, button, element, type PageName } from "./page.js";
import { say } from "./words.js";

/** A button that makes a link to what a page holds, and the place beside it that shows the link. */
export interface Sharing {
  readonly nodes: readonly Node[];
  /** Takes the link away: it is of a text that has changed. */
  forget(): void;
}

/** Shares a page by a fragment, which is undefined where the text holds card data. */
export function sharing(page: PageName, fragment: () => string | undefined): Sharing {
  const shared = element("p", { role: "status", class: "flat" });
  const share = async () => {
    const held = fragment();
    if (held === undefined) {
      shared.textContent = say("refused");
      return;
    }
    const address = new URL(addressOf(page, held), location.href).href;
    const link = element("a", { href: address }, say("link"));
    const copied = await navigator.clipboard?.writeText(address).then(
      () => true,
      () => false,
    );
    shared.replaceChildren(...(copied ? [`${say("copied")} `] : []), link);
  };
  return {
    nodes: [button(say("copy"), () => void share()), shared],
    forget: () => shared.replaceChildren(),
  };
}
