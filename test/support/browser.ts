import { existsSync, readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import { type Browser, chromium } from "playwright-core";

// Where Debian installs it; elsewhere CHROMIUM names one.
const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";

/** Whether a browser is there to test pages in. */
export const hasBrowser = existsSync(executablePath);

export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath, args: ["--no-sandbox"] });

const types: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
};

/** Serves the files of a folder under a content security policy; `asked` notes each address that is asked for. */
export function serve(
  folder: string,
  policy: string,
  asked: string[],
): { server: Server; origin: string } {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://served");
    asked.push(request.url ?? "");
    const file = join(folder, pathname === "/" ? "index.html" : pathname);
    if (!existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    const type = types[extname(file)] ?? "application/octet-stream";
    response.writeHead(200, {
      "content-type": `${type}; charset=utf-8`,
      "content-security-policy": policy,
    });
    response.end(readFileSync(file));
  }).listen(0);
  return { server, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}
