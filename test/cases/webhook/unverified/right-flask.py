# Looked up, verified, or handed to code that may do so
import portone_server_sdk as portone
import requests
from flask import Flask, request

from shop.models import Order, db
from shop.payments import complete_payment

app = Flask(__name__)
client = portone.PortOneClient(secret=SECRET)


def find(imp_uid):
    return requests.get(f"{IAMPORT}/payments/{imp_uid}", headers={"Authorization": token()}).json()["response"]


@app.post("/looked-up")
def looked_up():
    data = request.get_json()
    payment = find(data["imp_uid"])
    if data["status"] == "paid" and payment["status"] == "paid":
        Order.query.filter_by(merchant_uid=payment["merchant_uid"]).update({"paid": True})
    return ""


@app.post("/by-client")
def by_client():
    data = request.json
    if data["type"] == "Transaction.Paid":
        payment = client.payment.get_payment(payment_id=data["data"]["paymentId"])
        Order.query.filter_by(payment_id=payment.id).update({"paid": True})
    return ""


@app.post("/verified")
def verified():
    hook = portone.webhook.verify(WEBHOOK_SECRET, request.get_data(as_text=True), request.headers)
    data = request.json
    if data["type"] == "Transaction.Paid":
        Order.query.filter_by(payment_id=data["data"]["paymentId"]).update({"paid": True})
    return ""


@app.post("/handed-over")
def handed_over():
    data = request.json
    if data["status"] == "paid":
        complete_payment(data["imp_uid"], data["merchant_uid"])
    return ""


@app.post("/by-decorator")
@only_from_portone
def by_decorator():
    data = request.json
    if data["status"] == "paid":
        Order.query.filter_by(merchant_uid=data["merchant_uid"]).update({"paid": True})
    return ""


@app.get("/orders")
def orders():
    if request.args.get("status") == "paid":
        return Order.query.filter_by(merchant_uid=request.args["merchant_uid"], paid=True).first().name
    return ""
