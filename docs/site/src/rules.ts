import { showLater } from "./page.js";

void showLater("rules", "rulesLead", async () => (await import("./rulesList.js")).rulesList).then(
  async () => (await import("./rulesList.js")).openAsked(),
);
