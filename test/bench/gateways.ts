import { compileTables } from "../../src/compiler/compileTables.js";
import { tablesWithCopies } from "../support/copiedGateway.js";
import { runNode } from "./processes.js";

/** Prints what gateways cost while the package is built, and when a program starts that loads one of their kinds. */

const copies = 10;
const seconds = (from: number) => `${((performance.now() - from) / 1000).toFixed(1)} s`;

console.log("\nbuilding the tables");
for (const count of [0, copies]) {
  const root = tablesWithCopies(count);
  const from = performance.now();
  const { build } = await compileTables(root);
  const bytes = [...build.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  console.log(
    `${count + 1} of a gateway's size: ${seconds(from)}, ${(bytes / 1e6).toFixed(1)} MB written`,
  );
}

console.log("\nloading one kind");
for (const kind of ["ksnet.v1.request-pay", "portone.v1.request-pay", "ksnet.v2.request-payment"]) {
  const script = `import { loadValidator } from "paylint"; (await loadValidator("${kind}")).check({});`;
  const from = performance.now();
  runNode(["--input-type=module", "-e", script]);
  console.log(`${kind}: ${seconds(from)}`);
}
