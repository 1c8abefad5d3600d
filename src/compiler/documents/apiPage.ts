import { kindNames } from "../kindNames.js";
import { anchor, table } from "./markdown.js";
import type { EntryPoint, Export } from "./publicApi.js";

const notice =
  "<!-- Generated from the doc comments of the public exports by `npm run generate`. Do not edit. -->";

const intro = `Every export of every entry of the package, with its declaration and what its doc comment says. Tests execute the examples.
[The linter as a library](library.md) introduces \`paylint/lint\`. [한국어](api.ko.md)`;

/** The gateway whose entries are shown for all: one emitter writes them. */
const shownGateway = "/ksnet/";

const gatewaysIntro = (
  others: readonly EntryPoint[],
) => `Each gateway has an entry for each version of PortOne's API. All of them are made alike, so this page shows those of KSNET.
The others are ${others.map(({ module }) => `\`${module}\``).join(", ")}.

For each kind of payload, such as \`ksnet.v1.request-pay\`, an entry exports:

- \`requestPay\`, the validator,
- \`isRequestPay\` and \`checkRequestPay\`, two of its functions alone,
- \`defineRequestPay\`, which returns its argument and makes the compiler check it, unless PortOne sends the payload,
- the types of the payload. Their keys, with units and sources, are on the page of the gateway.`;

/** What is shown of an entry. */
interface Shown {
  readonly entry: EntryPoint;
  /** The exports that are explained under the entry, and not under an earlier one that has them too. */
  readonly own: readonly Export[];
  /** Links to what its declarations name. */
  readonly links: ReadonlyMap<string, string>;
}

/** The reference of the package's exports. */
export function documentApi(entries: readonly EntryPoint[]): string {
  const isGateway = ({ module }: EntryPoint) => /\/v\d+$/.test(module);
  const gateways = entries.filter(isGateway);
  const shownGateways = gateways.filter(({ module }) => module.includes(shownGateway));
  const general = entries.filter((entry) => !isGateway(entry));
  const shown = shownOf([...general, ...shownGateways]);
  const contents = shown.map(
    ({ entry: { module, about } }) => `- [\`${module}\`](${anchor(module)}): ${inOneLine(about)}`,
  );
  const blocks = [
    notice,
    "# API reference",
    intro,
    contents.join("\n"),
    ...shown.slice(0, general.length).flatMap(entryBlocks),
    "## The entries of the gateways",
    gatewaysIntro(gateways.filter((one) => !shownGateways.includes(one))),
    ...shown.slice(general.length).flatMap(entryBlocks),
  ];
  return `${blocks.join("\n\n")}\n`;
}

function shownOf(entries: readonly EntryPoint[]): Shown[] {
  const anchors = new Map<string, string>();
  const headings = new Set<string>();
  const root = new Map<string, string>();
  return entries.map(inOrder).map((entry, index) => {
    const own = entry.exports.filter((one) => !anchors.has(idOf(one)));
    for (const one of own) {
      const kind = kindOf(one);
      const to = anchor(kind ?? one.name).toLowerCase();
      // GitHub tells equal headings apart by a number, which would change with each heading before.
      if (kind === undefined && headings.has(to)) throw new Error(`two headings have ${to}`);
      headings.add(to);
      anchors.set(idOf(one), to);
    }
    const links = entry.exports.map(
      (one) => [one.name, `[\`${one.name}\`](${anchors.get(idOf(one))})`] as const,
    );
    // What many entries need is exported by the first.
    if (index === 0) for (const [name, link] of links) root.set(name, link);
    return { entry, own, links: new Map([...root, ...links]) };
  });
}

/** Functions and values come before types, each by name. */
const inOrder = ({ exports, ...entry }: EntryPoint): EntryPoint => ({
  ...entry,
  exports: exports.toSorted(
    (left, right) =>
      Number(isType(left)) - Number(isType(right)) || (left.name < right.name ? -1 : 1),
  ),
});

const isType = ({ declaration }: Export) =>
  /^(?:export )?(?:declare )?(?:interface|type) /.test(declaration);

/** Several entries may pass on what one file declares. */
const idOf = ({ file, name }: Export) => `${file} ${name}`;

/** Id of the kind whose files declare an export. */
function kindOf({ file }: Export): string | undefined {
  const [, ...names] = /^dist\/packs\/(\w+)\/(v\d+)\/([\w-]+)\./.exec(file) ?? [];
  return names.length > 0 ? names.join(".") : undefined;
}

function entryBlocks({ entry: { module, about, exports }, own, links }: Shown): string[] {
  const kinds = [...new Set(own.flatMap((one) => kindOf(one) ?? []))].sort();
  const ofKind = (kind: string) => own.filter((one) => kindOf(one) === kind);
  const rows = [
    ...kinds.map((kind) => [
      `[\`${kind}\`](${anchor(kind)})`,
      firstSentence(ofKind(kind).find((one) => isValidator(one, kind))?.text ?? ""),
    ]),
    ...exports
      .filter((one) => kindOf(one) === undefined)
      .map(({ name, text }) => [links.get(name) as string, firstSentence(text)]),
  ];
  return [
    `## \`${module}\``,
    about,
    table([kinds.length > 0 ? "kind or export" : "export", "what it is"], rows),
    ...kinds.flatMap((kind) => kindBlocks(kind, ofKind(kind), links)),
    ...own
      .filter((one) => kindOf(one) === undefined)
      .flatMap((one) => [`### \`${one.name}\``, ...exportBlocks(one, links)]),
  ];
}

const isValidator = ({ name }: Export, kind: string) => name === kindNames(kind).camel;

function kindBlocks(kind: string, exports: readonly Export[], links: Shown["links"]): string[] {
  const values = exports.filter((one) => !isType(one));
  values.sort((left, right) => Number(isValidator(right, kind)) - Number(isValidator(left, kind)));
  const page = `gateways/${kindNames(kind).gateway}.md${anchor(kind)}`;
  return [
    `### ${kind}`,
    ...values.flatMap((one) => exportBlocks(one, links)),
    `[The page of the gateway](${page}) explains the keys of these types:`,
    table(
      ["type", "what it is"],
      exports.filter(isType).map(({ name, text }) => [`\`${name}\``, inOneLine(text)]),
    ),
  ];
}

function exportBlocks({ name, declaration, text, tags }: Export, links: Shown["links"]): string[] {
  const tagged = (wanted: string) =>
    tags.filter((tag) => tag.name === wanted).map((tag) => tag.text.trim());
  const code = declaration.replace(/\/\*[\s\S]*?\*\//g, "");
  const types = [...new Set(code.match(/\b[A-Z]\w+/g))].flatMap((type) =>
    type === name ? [] : (links.get(type) ?? []),
  );
  const items = [
    ...tagged("param").map((param) => param.replace(/^\S+/, "`$&`:")),
    ...tagged("returns").map((what) => `Returns: ${what}`),
    ...tagged("throws").map((what) => `Throws: ${what.replace(/^\{(\w+)\}/, "`$1`")}`),
    ...tagged("see").map((source) => `See: ${source.replace(/^(.+): (https:\S+)$/, "[$1]($2)")}`),
    ...(types.length > 0 ? [`Types: ${types.join(", ")}`] : []),
  ];
  return [
    `\`\`\`typescript\n${declaration.replace(/^(?:export )?(?:declare )?/, "")}\n\`\`\``,
    text,
    ...(items.length > 0 ? [items.map((item) => `- ${inOneLine(item)}`).join("\n")] : []),
    ...tagged("example"),
  ];
}

const inOneLine = (text: string) => text.replace(/\s*\n\s*/g, " ");

const firstSentence = (text: string) => inOneLine(text).split(/(?<=\.) /, 1)[0] as string;
