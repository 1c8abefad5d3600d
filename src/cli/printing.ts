import { writeSync } from "node:fs";

const standardOutput = 1;

/**
 * Prints, no faster than it is read. It writes to the descriptor itself: Node's own stream takes as long to make as many a
 * file takes to be checked. When the reader is gone the process ends, as that is its right and there is nothing left to do.
 */
export async function print(text: string): Promise<void> {
  const bytes = Buffer.from(text);
  try {
    for (let at = 0; at < bytes.length; ) {
      const written = writeSome(bytes, at);
      if (written === undefined) return await printByStream(bytes.subarray(at));
      at += written;
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EPIPE") process.exit();
    throw error;
  }
}

/** How many bytes were taken; undefined where the reader is slow and must be waited for. */
function writeSome(bytes: Buffer, at: number): number | undefined {
  try {
    return writeSync(standardOutput, bytes, at);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EAGAIN") return undefined;
    throw error;
  }
}

const printByStream = (bytes: Buffer): Promise<void> =>
  new Promise((resolve, reject) => {
    const { stdout } = process;
    stdout.once("error", reject);
    stdout.write(bytes, (error) => {
      if (error) return;
      stdout.off("error", reject);
      resolve();
    });
  });
