import { found } from "../../shared.js";

export const flask = ["from flask import Flask, jsonify, request", "app = Flask(__name__)"];
export const fastapi = [
  "from fastapi import Body, Depends, FastAPI, Form, Request",
  "from pydantic import BaseModel",
  "app = FastAPI()",
];
export const django = [
  "import json",
  "from django.views.decorators.csrf import csrf_exempt",
  "from django.views import View",
];
export const drf = [
  "from rest_framework.decorators import api_view, permission_classes",
  "from rest_framework.views import APIView",
];

/** What is found of webhooks. */
export const webhooks = async (...lines: string[]): Promise<string[]> =>
  (await found("iamport.py", `${lines.join("\n")}\n`)).flatMap((line) =>
    line.includes(" webhook/") ? [line.trimEnd()] : [],
  );

export const indented = (lines: readonly string[]) => lines.map((line) => `    ${line}`);

/** A handler of Flask. */
export const hook = (...body: string[]) => [
  ...flask,
  `@app.route("/webhook", methods=["POST"])`,
  "def hook():",
  ...indented(["data = request.get_json()", ...body]),
];

export const paid = `if data["status"] == "paid":`;
export const pay = `    Order.objects.filter(merchant_uid=data["merchant_uid"]).update(paid=True)`;
