import { createReadStream } from "node:fs";

// What reading NDJSON takes without looking at it: splitting, and JSON.parse.
let rest = Buffer.alloc(0);
for await (const chunk of createReadStream(process.argv[2], { highWaterMark: 1 << 20 })) {
  const bytes = Buffer.concat([rest, chunk]);
  const end = bytes.lastIndexOf(10) + 1;
  const text = bytes.toString("utf8", 0, end);
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf("\n", start);
    JSON.parse(text.slice(start, newline));
    start = newline + 1;
  }
  rest = bytes.subarray(end);
}
