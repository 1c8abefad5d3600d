const { existsSync } = require("node:fs");
const { join } = require("node:path");
const { workspace } = require("vscode");
const { LanguageClient, TransportKind } = require("vscode-languageclient/node");

const languages = [
  "javascript",
  "javascriptreact",
  "typescript",
  "typescriptreact",
  "json",
  "jsonc",
  "yaml",
  "html",
  "vue",
  "svelte",
  "jsp",
  "php",
  "markdown",
  "shellscript",
];

/** The paylint of the first workspace folder that has it installed. */
const installed = () =>
  (workspace.workspaceFolders ?? [])
    .map(({ uri }) => join(uri.fsPath, "node_modules/paylint/dist/bin/paylint.cjs"))
    .find(existsSync);

/** @type {LanguageClient | undefined} */
let client;

exports.activate = async () => {
  const module = installed();
  if (module === undefined) return;
  client = new LanguageClient(
    "paylint",
    "paylint",
    { module, args: ["lsp"], transport: TransportKind.stdio },
    {
      documentSelector: languages.map((language) => ({ language })),
      synchronize: { fileEvents: workspace.createFileSystemWatcher("**/paylint.config.json") },
    },
  );
  await client.start();
};

exports.deactivate = () => client?.stop();
