/** Something to be timed, as often in a row as makes it measurable. */
export interface Contender {
  readonly name: string;
  run(): unknown;
}

/** Runs the contenders in turns, in one process, and prints their medians as ratios to the first, with the spread. */
export function measure(
  title: string,
  contenders: readonly Contender[],
  rounds: number,
  calls: number,
): void {
  const times = contenders.map(() => [] as number[]);
  for (let round = 0; round < rounds; round++) {
    for (const [index, contender] of contenders.entries()) {
      const start = process.hrtime.bigint();
      for (let call = 0; call < calls; call++) contender.run();
      times[index]?.push(Number(process.hrtime.bigint() - start) / calls);
    }
  }
  const sorted = times.map((row) => row.toSorted((left, right) => left - right));
  const at = (row: number[] | undefined, share: number) =>
    row?.[Math.floor((row.length - 1) * share)] ?? Number.NaN;
  const base = at(sorted[0], 0.5);
  console.log(`\n${title}`);
  for (const [index, { name }] of contenders.entries()) {
    const ratio = (share: number) => (at(sorted[index], share) / base).toFixed(2);
    const median = at(sorted[index], 0.5);
    const time = median > 1e6 ? `${(median / 1e6).toFixed(0)} ms` : `${Math.round(median)} ns`;
    console.log(`${name.padEnd(44)} ${ratio(0.5)} (${ratio(0.1)}–${ratio(0.9)})  ${time}`);
  }
}
