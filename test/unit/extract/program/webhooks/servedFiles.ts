import { readJava } from "../../../../../dist/extract/java/read.js";
import { readPython } from "../../../../../dist/extract/python/read.js";
import type { Reader } from "../../../../../dist/extract/reader.js";
import { apis } from "../../../../../dist/generated/apis.js";
import { readBy } from "../../shownPayload.js";

const indented = (lines: string, by: string) => lines.replaceAll("\n", `\n${by}`);

/** A handler of Flask, and what else is in its file. */
export const flask = (
  body: string,
  more = "",
  route = `@app.route("/webhook", methods=["POST"])`,
) => `import json, portone_server_sdk
from flask import Flask, request
app = Flask(__name__)
${route}
def hook():
    data = request.get_json()
    ${indented(body, "    ")}
${more}`;

/** A view of Django. */
export const view = (body: string, bases = "View") => `import json
from django.views import View
class Hook(${bases}):
    def post(self, request):
        data = json.loads(request.body)
        ${indented(body, "        ")}
`;

/** What believes what a webhook says. */
export const paid = `if data["status"] == "paid":
    Order.objects.filter(merchant_uid=data["merchant_uid"]).update(paid=True)`;

/** A controller of Spring. */
export const controller = (
  body: string,
  members = "",
  verifier = "io.portone.sdk.server.webhook.WebhookVerifier",
) => `import org.springframework.web.bind.annotation.*;
import ${verifier};
@RestController
class HookController {
  ${members}
  @PostMapping("/webhook") public void hook(@RequestBody Map<String, Object> body) { ${body} } }
`;

/** What is found of webhooks, and where. */
const factsBy =
  (read: Reader) =>
  (text: string, isSample = false): string[] =>
    readBy(read, text, { apis, isSample }).facts.flatMap(({ what, value, span }) =>
      what.endsWith("-webhook") ? [`${what} ${value}: ${text.slice(...span)}`] : [],
    );

export const inPython = factsBy(readPython);
export const inJava = factsBy(readJava);
