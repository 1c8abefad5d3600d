import stringWidth from "fast-string-width";
import type { Locale } from "../../validator/types.js";
import type { IssuerTable } from "../tables/types.js";
import { issuerMatrix } from "./issuerMatrix.js";

const words = {
  en: {
    title: "What each card company asks for",
    description: "A row a card company, a column a requirement of its direct call.",
  },
  ko: {
    title: "카드사별 필요한 값",
    description: "행은 카드사, 열은 카드사 다이렉트 호출의 조건입니다.",
  },
};

const rowHeight = 26;
const headHeight = 64;
const margin = 12;
/** Of a letter; a Hangul syllable takes two. */
const letterWidth = 7;
const gap = 12;

/** How the cells of these words look; any other is plain text. */
const marks: Readonly<Record<string, string>> = {
  required: "asked",
  forbidden: "refused",
  unsupported: "idle",
  allowed: "idle",
  "-": "idle",
};

/** The issuer table as a picture; follows the reader's light or dark scheme. */
export function drawIssuers(issuers: IssuerTable, locale: Locale): string {
  const { head, rows } = issuerMatrix(issuers, locale);
  const widths = head.map((heading, index) => {
    const texts = [...wrapped(heading), ...rows.map((cells) => cells[index]?.text ?? "")];
    return Math.max(...texts.map((text) => stringWidth(text))) * letterWidth + 2 * gap;
  });
  const lefts = widths.map((_, index) =>
    widths.slice(0, index).reduce((sum, width) => sum + width, margin),
  );
  const width = widths.reduce((sum, one) => sum + one, 2 * margin);
  const height = headHeight + rows.length * rowHeight + 2 * margin;
  const middle = (index: number) => (lefts[index] as number) + (widths[index] as number) / 2;
  const text = words[locale];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title description" font-family="system-ui, 'Noto Sans KR', sans-serif" font-size="12">`,
    `<title id="title">${text.title}</title>`,
    `<desc id="description">${text.description}</desc>`,
    style,
    `<rect class="ground" width="${width}" height="${height}" rx="8"/>`,
    ...head.map((heading, index) =>
      wrapped(heading).map(
        (line, at, lines) =>
          `<text class="head" x="${middle(index)}" y="${margin + headHeight - 10 - (lines.length - 1 - at) * 14}" text-anchor="middle">${escaped(line)}</text>`,
      ),
    ),
    ...rows.flatMap((cells, row) => {
      const top = margin + headHeight + row * rowHeight;
      return [
        row % 2 === 0
          ? `<rect class="band" x="${margin}" y="${top}" width="${width - 2 * margin}" height="${rowHeight}"/>`
          : "",
        ...cells.map(({ text: cell, word }, index) => {
          const mark = marks[word];
          const box =
            mark && mark !== "idle"
              ? `<rect class="${mark}" x="${(lefts[index] as number) + 6}" y="${top + 4}" width="${(widths[index] as number) - 12}" height="${rowHeight - 8}" rx="9"/>`
              : "";
          return `${box}<text class="${mark ? `on-${mark}` : "cell"}" x="${middle(index)}" y="${top + 17}" text-anchor="middle">${escaped(cell)}</text>`;
        }),
      ];
    }),
    "</svg>",
    "",
  ]
    .flat()
    .filter((line, index, lines) => line !== "" || index === lines.length - 1)
    .join("\n");
}

const style = `<style>
.ground { fill: #fff } .band { fill: #f3f5f8 } .head { fill: #24292f; font-weight: 600 } .cell { fill: #24292f }
.asked { fill: #cfe3ff } .on-asked { fill: #0a3069; font-weight: 600 } .refused { fill: #ffd8d3 } .on-refused { fill: #82071e; font-weight: 600 } .on-idle { fill: #6e7781 }
@media (prefers-color-scheme: dark) {
.ground { fill: #0d1117 } .band { fill: #161b22 } .head, .cell { fill: #e6edf3 }
.asked { fill: #0c2d6b } .on-asked { fill: #a5d6ff } .refused { fill: #67060c } .on-refused { fill: #ffc1ba } .on-idle { fill: #8b949e }
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
