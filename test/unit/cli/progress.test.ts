import { expect, it } from "vitest";
import { progressOn } from "../../../dist/cli/progress.js";

function sinkOf(isTerminal: boolean) {
  const written: string[] = [];
  const write = async (text: string) => void written.push(text);
  return { written, sink: { isTerminal, write } };
}

it("The progress says how far a run is after a second, a few times a second, and takes the line away", () => {
  const { written, sink } = sinkOf(true);
  let time = 0;
  const progress = progressOn(sink, () => time);
  for (let file = 1; file <= 20; file++) {
    time += 60;
    progress.at(file);
  }
  progress.end();
  expect(written).toEqual(["\r17 files…", "\r19 files…", "\r\u001b[K"]);
});

it("The progress is silent when a run is quick, and where nobody looks", () => {
  for (const isTerminal of [true, false]) {
    const { written, sink } = sinkOf(isTerminal);
    let time = 0;
    const progress = progressOn(sink, () => time);
    time = isTerminal ? 900 : 5000;
    progress.at(1);
    progress.end();
    expect(written).toEqual([]);
  }
});
