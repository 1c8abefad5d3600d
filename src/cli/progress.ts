/** Says how far a run is, on a terminal, when it takes long. */
export interface Progress {
  at(files: number): void;
  /** Takes the line away. */
  end(): void;
}

const silence = 1000;
const pause = 100;

/** Progress on standard error; nothing where that is no terminal. */
export function progressOn(stream: NodeJS.WriteStream, now = Date.now): Progress {
  let next = now() + silence;
  let isShown = false;
  return {
    at(files) {
      if (!stream.isTTY || now() < next) return;
      next = now() + pause;
      isShown = true;
      stream.write(`\r${files} files\u2026`);
    },
    end() {
      if (isShown) stream.write("\r\u001b[K");
      isShown = false;
    },
  };
}
