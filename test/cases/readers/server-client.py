# The iamport client: arguments by name, by place and in a dictionary.
# paylint: ksnet
from iamport import Iamport

iamport = Iamport(imp_key=KEY, imp_secret=SECRET)


def pay(uid, order_id):
    payload = {"customer_uid": uid, "merchant_uid": order_id, "amount": "9900"}
    iamport.pay_again(**payload)
    iamport.cancel("변심", imp_uid=order_id, refund=True)
    iamport.prepare(order_id, "9900")
