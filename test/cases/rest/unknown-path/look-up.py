import requests


def wrong(order_id, imp_uid, headers):
    requests.get("https://api.iamport.kr/payments/find" + order_id, headers=headers)
    requests.post("https://api.iamport.kr/payments/refund", data={"imp_uid": imp_uid}, headers=headers)
    requests.post(f"https://api.portone.io/payments/{order_id}", headers=headers)
    requests.get("https://api.portone.io/v2/payments/" + order_id, headers=headers)


def right(order_id, imp_uid, headers, path):
    requests.get("https://api.iamport.kr/payments/find/" + order_id, headers=headers)
    requests.get("https://api.iamport.kr/payments/" + imp_uid, headers=headers)
    requests.get("https://api.iamport.kr" + path, headers=headers)
