import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { documentApi } from "./documents/apiPage.js";
import { readPublicApi } from "./documents/publicApi.js";

// Writes the reference of the package's exports, by the declarations in dist.

const repository = fileURLToPath(new URL("../..", import.meta.url));
writeFileSync(join(repository, "docs/api.md"), documentApi(readPublicApi(repository)));
