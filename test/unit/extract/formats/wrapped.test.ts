import fc from "fast-check";
import { expect, it } from "vitest";
import { linted } from "../shared.js";

/** Members that are in order, and others that are not; none is a placeholder. */
const members = [
  'pg: "ksnet.2999199999"',
  'pay_method: "card"',
  'pay_method: "cheque"',
  'merchant_uid: "T-1"',
  "merchant_uid: id",
  "amount: 80000",
  'amount: "80000"',
  "tax_free: 0",
  "buyer_name: buyer.name",
  'currency: "KRW"',
  "display: { card_quota: [1, 3] }",
  "unheard_of: true",
  "...rest",
];

const script = fc
  .array(
    fc.record({
      parts: fc.subarray(members),
      head: fc.constantFrom("", "const a = 1;\n", "/* 결제 */ ", "if (ready) "),
      tail: fc.constantFrom(
        ");",
        ", (rsp) => { if (rsp.success) done(); });",
        ", function () {\n});",
      ),
      newline: fc.constantFrom("\n", " "),
    }),
    { minLength: 1, maxLength: 3 },
  )
  .map((calls) =>
    calls
      .map(
        ({ parts, head, tail, newline }) =>
          `${head}IMP.request_pay({${newline}${parts.join(`,${newline}  `)}${newline}}${tail}\n`,
      )
      .join(""),
  );

const wrapping = fc.constantFrom(
  { filename: "a.md", before: "# 결제\n\n```js\n", after: "```\n" },
  { filename: "a.md", before: "prose\n\n~~~~ts\n", after: "~~~~\n\n```js\n```\n" },
  { filename: "a.mdx", before: '<Tab name="a">\n```jsx title="a"\n', after: "```\n</Tab>" },
  { filename: "a.md", before: "```js\n", after: "" },
  { filename: "a.html", before: "<!doctype html>\n<p>가</p><script>\n", after: "</script>\n" },
  { filename: "a.html", before: '<script type="module">', after: "</script>" },
  {
    filename: "a.vue",
    before: '<template><b /></template>\n<script lang="ts">\n',
    after: "</script>",
  },
  { filename: "a.jsp", before: '<%@ page language="java" %>\n<script>', after: "</script>" },
  { filename: "a.php", before: "<?php echo 1; ?>\n<script>\n", after: "</script>" },
  { filename: "a.md", before: "```html\n<script>\n", after: "</script>\n```\n" },
);

it("A script in a document or a page has the findings that it has by itself, at shifted places", async () => {
  await fc.assert(
    fc.asyncProperty(script, wrapping, async (code, { filename, before, after }) => {
      const alone = await linted("a.ts", code);
      const text = before + code + after;
      const within = await linted(filename, text);
      const seen = ({ diagnostics, unchecked }: typeof alone, by: number) => [
        ...diagnostics.map(({ rule, path, message, severity, range, textFix }) => [
          ...[rule, path, message, severity, range.start - by, range.end - by],
          textFix?.edits.map((edit) => [edit.range.start - by, edit.range.end - by, edit.text]),
        ]),
        ...unchecked.map(({ code: why, range }) => [why, range.start - by, range.end - by]),
      ];
      expect(seen(within, before.length)).toEqual(seen(alone, 0));
      expect(within.calls).toBe(alone.calls);
    }),
    { numRuns: 200 },
  );
});
