import { showLater } from "./page.js";

void showLater("migrate", "migrateLead", async () => (await import("./migration.js")).migration);
