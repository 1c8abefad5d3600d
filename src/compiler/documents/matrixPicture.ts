import stringWidth from "fast-string-width";

/** A cell of a table, and how it stands out: `strong` and `bad` have a coloured background. */
export interface Cell {
  readonly text: string;
  readonly look: "plain" | "strong" | "good" | "bad" | "faint";
}

/** A table as people see it: headings, and rows of as many cells. */
export interface Matrix {
  readonly head: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** What a picture is of, for those who do not see it. */
export interface PictureWords {
  readonly title: string;
  readonly description: string;
}

const rowHeight = 26;
const lineHeight = 14;
const margin = 12;
/** Of a letter; a Hangul syllable takes two. Headings are bold. */
const letterWidth = 7;
const boldWidth = 8;
const gap = 12;

/** A table as an SVG picture; it follows the reader's light or dark scheme. */
export function drawMatrix({ head, rows }: Matrix, { title, description }: PictureWords): string {
  const headings = head.map(wrapped);
  const headHeight = Math.max(...headings.map((lines) => lines.length)) * lineHeight + 22;
  const widths = headings.map((lines, index) => {
    const texts = rows.map((cells) => stringWidth(cells[index]?.text ?? "") * letterWidth);
    const bold = lines.map((line) => stringWidth(line) * boldWidth);
    return Math.max(...texts, ...bold) + 2 * gap;
  });
  const lefts = widths.map((_, index) =>
    widths.slice(0, index).reduce((sum, width) => sum + width, margin),
  );
  const width = widths.reduce((sum, one) => sum + one, 2 * margin);
  const height = headHeight + rows.length * rowHeight + 2 * margin;
  const middle = (index: number) => (lefts[index] as number) + (widths[index] as number) / 2;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title description" font-family="system-ui, 'Noto Sans KR', sans-serif" font-size="12">`,
    `<title id="title">${escaped(title)}</title>`,
    `<desc id="description">${escaped(description)}</desc>`,
    style,
    `<rect class="ground" width="${width}" height="${height}" rx="8"/>`,
    ...headings.flatMap((lines, index) =>
      lines.map(
        (line, at) =>
          `<text class="head" x="${middle(index)}" y="${margin + headHeight - 10 - (lines.length - 1 - at) * lineHeight}" text-anchor="middle">${escaped(line)}</text>`,
      ),
    ),
    ...rows.flatMap((cells, row) => {
      const top = margin + headHeight + row * rowHeight;
      return [
        ...(row % 2 === 0
          ? [
              `<rect class="band" x="${margin}" y="${top}" width="${width - 2 * margin}" height="${rowHeight}"/>`,
            ]
          : []),
        ...cells.map(({ text, look }, index) => {
          const box =
            look === "strong" || look === "bad"
              ? `<rect class="${look}" x="${(lefts[index] as number) + 6}" y="${top + 4}" width="${(widths[index] as number) - 12}" height="${rowHeight - 8}" rx="9"/>`
              : "";
          return `${box}<text class="on-${look}" x="${middle(index)}" y="${top + 17}" text-anchor="middle">${escaped(text)}</text>`;
        }),
      ];
    }),
    "</svg>",
    "",
  ].join("\n");
}

const style = `<style>
.ground { fill: #fff } .band { fill: #f3f5f8 } .head { fill: #24292f; font-weight: 600 } .on-plain { fill: #24292f } .on-good { fill: #1a7f37; font-weight: 600 }
.strong { fill: #cfe3ff } .on-strong { fill: #0a3069; font-weight: 600 } .bad { fill: #ffd8d3 } .on-bad { fill: #82071e; font-weight: 600 } .on-faint { fill: #6e7781 }
@media (prefers-color-scheme: dark) {
.ground { fill: #0d1117 } .band { fill: #161b22 } .head, .on-plain { fill: #e6edf3 } .on-good { fill: #3fb950 }
.strong { fill: #0c2d6b } .on-strong { fill: #a5d6ff } .bad { fill: #67060c } .on-bad { fill: #ffc1ba } .on-faint { fill: #8b949e }
}
</style>`;

const longestLine = 15;

/** A heading in lines that fit a column. */
function wrapped(heading: string): string[] {
  const lines: string[] = [];
  for (const word of heading.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && stringWidth(`${last} ${word}`) <= longestLine) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else lines.push(word);
  }
  return lines;
}

const escaped = (text: string) =>
  text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
