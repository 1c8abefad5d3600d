import { writeSync } from "node:fs";
import type { TextSink } from "./io.js";

/**
 * A stream of the process as a sink that writes no faster than it is read. It writes to the descriptor itself: making Node's
 * own stream takes as long as checking many a file, so that is only done where the reader is slow.
 */
export const descriptorSink = (
  descriptor: number,
  streamOf: () => NodeJS.WriteStream,
  isTerminal: (descriptor: number) => boolean,
): TextSink => ({
  get isTerminal() {
    return isTerminal(descriptor);
  },
  get columns() {
    return isTerminal(descriptor) ? streamOf().columns : undefined;
  },
  async write(text) {
    const bytes = Buffer.from(text);
    for (let at = 0; at < bytes.length; ) {
      const written = writeSome(descriptor, bytes, at);
      if (written === undefined) return await writeByStream(streamOf(), bytes.subarray(at));
      at += written;
    }
  },
});

/** How many bytes were taken; undefined where the reader is slow and must be waited for. */
function writeSome(descriptor: number, bytes: Buffer, at: number): number | undefined {
  try {
    return writeSync(descriptor, bytes, at);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EAGAIN") return undefined;
    throw error;
  }
}

const writeByStream = (stream: NodeJS.WriteStream, bytes: Buffer): Promise<void> =>
  new Promise((resolve, reject) => {
    stream.once("error", reject);
    stream.write(bytes, (error) => {
      if (error) return;
      stream.off("error", reject);
      resolve();
    });
  });
