import { Readable, Writable } from "node:stream";
import { runServer } from "../../lsp/server.js";
import { localeOf } from "../language.js";
import type { Given } from "./index.js";

/** `paylint lsp`: the language server, on standard input and output. */
export function startServer({ io, values }: Given): Promise<void> {
  const { stdin, stdout, env } = io;
  const isAsked = values.locale !== undefined || env.PAYLINT_LOCALE;
  const output = new Writable({
    write(chunk: Buffer, _, done) {
      stdout.write(chunk.toString()).then(() => done(), done);
    },
  });
  return runServer({
    input: Readable.from(stdin),
    output,
    locale: isAsked ? localeOf(values.locale, undefined, io, stdout) : undefined,
  });
}
