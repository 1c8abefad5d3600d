from flask import Flask, jsonify, request

from shop.models import Order, db

app = Flask(__name__)


@app.route("/iamport-webhook", methods=["POST"])
def webhook():
    data = request.get_json()
    imp_uid, merchant_uid = data["imp_uid"], data["merchant_uid"]
    app.logger.info("webhook of %s", imp_uid)
    if data["status"] == "paid":
        order = Order.query.filter_by(merchant_uid=merchant_uid).first()
        order.paid = True
        db.session.commit()
    return jsonify({"ok": True})
