import type { TextSink } from "./io.js";

/** Says how far a run is, on a terminal, when it takes long. */
export interface Progress {
  at(files: number): void;
  /** Takes the line away. */
  end(): void;
}

const silence = 1000;
const pause = 100;

/** Progress on a terminal, and nothing on any other sink. */
export function progressOn(sink: TextSink, now = Date.now): Progress {
  let next = now() + silence;
  let isShown = false;
  // Progress that cannot be shown is no reason to end a run.
  const show = (text: string) => void sink.write(text).catch(() => undefined);
  return {
    at(files) {
      if (now() < next || !sink.isTerminal) return;
      next = now() + pause;
      isShown = true;
      show(`\r${files} files\u2026`);
    },
    end() {
      if (isShown) show("\r\u001b[K");
      isShown = false;
    },
  };
}
