import json

from fastapi import FastAPI, Request
from portone_server_sdk import webhook

app = FastAPI()


@app.post("/webhook")
async def hook(request: Request):
    body = (await request.body()).decode()
    webhook.verify(SECRET, body, request.headers)
    data = json.loads(body)
    if data["type"] == "Transaction.Paid":
        await orders.paid(data["data"]["paymentId"])
