/** Says how far a run is, on a terminal, when it takes long. */
export interface Progress {
  at(files: number): void;
  /** Takes the line away. */
  end(): void;
}

const silence = 1000;
const pause = 100;

/** Progress on a terminal; nothing on any other stream. The stream is asked for when there is something to be said. */
export function progressOn(streamOf: () => NodeJS.WriteStream, now = Date.now): Progress {
  let next = now() + silence;
  let isShown = false;
  return {
    at(files) {
      if (now() < next || !streamOf().isTTY) return;
      next = now() + pause;
      isShown = true;
      streamOf().write(`\r${files} files\u2026`);
    },
    end() {
      if (isShown) streamOf().write("\r\u001b[K");
      isShown = false;
    },
  };
}
