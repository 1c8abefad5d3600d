import json

from flask import Flask, request
from portone_server_sdk import webhook

app = Flask(__name__)


@app.post("/webhook")
def hook():
    data = request.get_json()
    webhook.verify(SECRET, json.dumps(data), request.headers)
    if data["status"] == "paid":
        orders.paid(data["merchant_uid"])
    return ""
