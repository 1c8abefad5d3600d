// Every comparison, in one run; each prints what it measures.
await import("./checks.js");
await import("./arbitraries.js");
await import("./weight.js");
await import("./start.js");
await import("./lines.js");
await import("./folder.js");
await import("./growth.js");
await import("./gateways.js");
await import("./types.js");
