import { showLater } from "./page.js";

void showLater("playground", "lead", async () => (await import("./workbench.js")).workbench);
