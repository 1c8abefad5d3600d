#!/usr/bin/env node

import type { Io } from "./io.js";
import { readPackage } from "./packageFile.js";
import { descriptorSink } from "./printing.js";

// No other module imports this one, since importing it runs the command. Nothing is awaited at its top, since the bundle is of
// CommonJS. And of what is under cli/, nothing else touches `process`.

// Loading this module takes a while, and few runs ask.
const isTerminal = (descriptor: number) => process.getBuiltinModule("node:tty").isatty(descriptor);

const signals = ["SIGHUP", "SIGINT", "SIGTERM"] as const;

/** Ends the process with 128 and the number of the signal, as shells report it. */
const endBy = (_name: string, signal: number) => process.exit(128 + signal);

let isListening = false;

const io: Io = {
  get stdin() {
    return process.stdin;
  },
  stdout: descriptorSink(1, () => process.stdout, isTerminal),
  stderr: descriptorSink(2, () => process.stderr, isTerminal),
  get cwd() {
    return process.cwd();
  },
  env: process.env,
  uninterrupted(work) {
    if (!isListening) {
      // They stay to the end of the run: one that was taken off could take with it a signal that Node has not yet handed over.
      for (const signal of signals) process.on(signal, endBy);
      isListening = true;
    }
    return work();
  },
  async heedSignals() {
    // Without a listener, the system ends the process at once.
    if (!isListening) return;
    // Node hands a signal to its listeners when it polls for events, as it does between two immediates.
    for (let turn = 0; turn < 2; turn++) await new Promise((resolve) => setImmediate(resolve));
  },
};

async function start(args: readonly string[]): Promise<number> {
  // Installers, editors and health checks ask just this, and the answer needs nothing of the rest.
  if (args.length === 1 && args[0] === "--version") {
    try {
      await io.stdout.write(`${readPackage().version}\n`);
      return 0;
    } catch {
      // The command tells what is wrong with the output.
    }
  }
  const { run } = await import("./command.js");
  return run(args, io);
}

void start(process.argv.slice(2)).then((status) => {
  process.exitCode = status;
});
