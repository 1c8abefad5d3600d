#!/usr/bin/env node

// Nothing else stands here: what the bundle's other files share with the command they must be able to load without running it.
// And nothing is awaited, since the bundle is of CommonJS.
import("./command.js").then(({ runCommand }) => runCommand());
