/** What something costs at each size. */
export interface Growth {
  readonly name: string;
  readonly unit: string;
  readonly values: readonly number[];
}

const width = 640;
const height = 400;
const left = 60;
const bottom = 50;
const right = 190;
const top = 30;
const colours = ["#0969da", "#bc4c00", "#1a7f37", "#8250df"];

/** Cost against size, both on logarithmic axes, each line relative to its cost at size 1. */
export function drawGrowth(sizes: readonly number[], growths: readonly Growth[]): string {
  const most = Math.max(...sizes);
  const x = (size: number) => left + (Math.log10(size) / Math.log10(most)) * (width - left - right);
  const y = (ratio: number) =>
    height - bottom - (Math.log10(Math.max(ratio, 1)) / Math.log10(most)) * (height - bottom - top);
  const text = (at: number, down: number, words: string, more = "") =>
    `<text x="${at.toFixed(1)}" y="${down.toFixed(1)}"${more}>${words}</text>`;
  const line = (points: readonly (readonly [number, number])[], colour: string, more = "") =>
    `<polyline fill="none" stroke="${colour}" stroke-width="2"${more} points="${points.map(([at, down]) => `${at.toFixed(1)},${down.toFixed(1)}`).join(" ")}"/>`;
  const curves = growths.flatMap(({ name, values }, index) => {
    const colour = colours[index % colours.length] as string;
    const ratios = values.map((value) => value / (values[0] as number));
    const points = ratios.map((ratio, at) => [x(sizes[at] as number), y(ratio)] as const);
    return [
      line(points, colour),
      text(width - right + 12, 60 + index * 24, name, ` fill="${colour}"`),
    ];
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="13" fill="#57606a" role="img" aria-label="Cost against size">`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    line(
      [
        [x(1), y(1)],
        [x(most), y(most)],
      ],
      "#d0d7de",
      ' stroke-dasharray="4 4"',
    ),
    text(width - right + 12, 60 + growths.length * 24, "in proportion (dashed)"),
    ...sizes.map((size) =>
      text(x(size), height - bottom + 20, `${size}×`, ' text-anchor="middle"'),
    ),
    ...sizes.map((size) => text(left - 10, y(size) + 4, `${size}×`, ' text-anchor="end"')),
    text((left + width - right) / 2, height - 10, "size", ' text-anchor="middle"'),
    text(left - 10, top - 12, "cost", ' text-anchor="end"'),
    ...curves,
    "</svg>",
    "",
  ].join("\n");
}
