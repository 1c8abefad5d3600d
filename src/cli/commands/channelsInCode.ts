import { readFileSync } from "node:fs";
import { formatOf } from "../../extract/formats.js";
import { filesBelow } from "../../project/walk.js";
import { decode } from "../../text/encoding.js";
import { endingOf } from "../files/target.js";

/** How code reads a variable of its environment. */
const environmentRead = String.raw`(?:process|import\.meta)\.env(?:\.(\w+)|\[["'](\w+)["']\])`;
const literal = String.raw`["'\x60](channel-key-[\w-]+)["'\x60]`;
const name = String.raw`[\p{L}_$][\p{L}\p{N}_$]*`;

/** What is given as a channel key: an environment variable, a literal, or a name. */
const given = new RegExp(
  String.raw`\bchannel_?[kK]ey["']?\s*[:=]\s*(?:${environmentRead}|${literal}|(${name})(?![\p{L}\p{N}_$.([]))`,
  "gu",
);

/** A constant that holds a literal key or reads the environment. */
const constant = new RegExp(
  String.raw`\b(export\s+)?const\s+(${name})(?:\s*:\s*string)?\s*=\s*(?:${environmentRead}|${literal})`,
  "gu",
);

/** An environment variable that says in its name what it holds. */
const namedVariable = new RegExp(environmentRead, "gu");

/**
 * The channel keys that the code below a folder uses, as the configuration's `channels` names them: literal keys,
 * `env:NAME` and `const:NAME`; in alphabetical order. It looks at the text alone, so that a person has to look over it.
 */
export function channelsInCode(folder: string): string[] {
  const found = new Set<string>();
  const constants = new Set<string>();
  const namesGiven = new Set<string>();
  for (const path of filesBelow(folder, { special: 0 })) {
    if (formatOf(endingOf(path))?.isData !== false) continue;
    const text = textWithChannels(path);
    if (text === undefined) continue;
    for (const [, dotted, quoted, key, identifier] of text.matchAll(given)) {
      const variable = dotted ?? quoted;
      if (variable !== undefined) found.add(`env:${variable}`);
      if (key !== undefined) found.add(key);
      if (identifier !== undefined) namesGiven.add(identifier);
    }
    for (const [, exported, identifier, dotted, quoted, key] of text.matchAll(constant)) {
      const variable = dotted ?? quoted;
      const isChannel = key !== undefined || isChannelName(variable) || isChannelName(identifier);
      if (!isChannel) continue;
      // A constant that another file imports is known by its name alone there.
      if (key !== undefined || exported !== undefined) constants.add(identifier as string);
      if (variable !== undefined) found.add(`env:${variable}`);
    }
    for (const [, dotted, quoted] of text.matchAll(namedVariable)) {
      const variable = dotted ?? quoted;
      if (isChannelName(variable)) found.add(`env:${variable}`);
    }
  }
  for (const one of constants) found.add(`const:${one}`);
  for (const one of namesGiven) if (isUpperCase(one)) found.add(`const:${one}`);
  return [...found].sort();
}

const isChannelName = (variable: string | undefined) => /channel_?key/i.test(variable ?? "");

/** Written as constants are, not as variables and parameters. */
const isUpperCase = (identifier: string) => /^[A-Z][A-Z0-9_]+$/.test(identifier);

const marks = ["channelKey", "channel_key", "channel-key-", "CHANNEL_KEY", "CHANNELKEY"];

/** Of files that cannot be read, and of those without a channel, nothing. */
function textWithChannels(path: string | Buffer): string | undefined {
  try {
    const bytes = readFileSync(path);
    return marks.some((mark) => bytes.includes(mark)) ? decode(bytes) : undefined;
  } catch {
    return undefined;
  }
}
