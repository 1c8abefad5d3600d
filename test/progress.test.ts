import { expect, it } from "vitest";
import { progressOn } from "../dist/cli/progress.js";

function terminal(isTTY: boolean) {
  const written: string[] = [];
  const stream = { isTTY, write: (text: string) => written.push(text) > 0 };
  return { written, stream: stream as unknown as NodeJS.WriteStream };
}

it("says how far it is after a second, a few times a second, and takes the line away", () => {
  const { written, stream } = terminal(true);
  let time = 0;
  const progress = progressOn(
    () => stream,
    () => time,
  );
  for (let file = 1; file <= 20; file++) {
    time += 60;
    progress.at(file);
  }
  progress.end();
  expect(written).toEqual(["\r17 files…", "\r19 files…", "\r\u001b[K"]);
});

it("is silent when it is quick, and where nobody looks", () => {
  for (const isTTY of [true, false]) {
    const { written, stream } = terminal(isTTY);
    let time = 0;
    const progress = progressOn(
      () => stream,
      () => time,
    );
    time = isTTY ? 900 : 5000;
    progress.at(1);
    progress.end();
    expect(written).toEqual([]);
  }
});
