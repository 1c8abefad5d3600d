import os
import requests

SECRET = os.environ["PORTONE_API_SECRET"]
imp_secret = os.getenv("IMP_SECRET")


def wrong(payment_id, imp_uid, token):
    requests.get(f"https://api.portone.io/payments/{payment_id}")
    requests.get(f"https://api.portone.io/payments/{payment_id}", headers={"Authorization": f"Bearer {SECRET}"})
    requests.get(f"https://api.portone.io/payments/{payment_id}", headers={"Authorization": "PortOneV2 " + token})
    requests.get(f"https://api.portone.io/payments/{payment_id}", headers={"Authorization": os.environ["PORTONE_API_SECRET"]})
    requests.get("https://api.iamport.kr/payments/" + imp_uid, headers={"Authorization": imp_secret})


def right(payment_id, imp_uid, token, session, headers):
    requests.get(f"https://api.portone.io/payments/{payment_id}", headers={"Authorization": f"PortOne {SECRET}"})
    requests.get(f"https://api.portone.io/payments/{payment_id}", headers={"Authorization": "PortOne %s" % SECRET})
    requests.get(f"https://api.portone.io/payments/{payment_id}", headers=headers)
    session.get(f"https://api.portone.io/payments/{payment_id}")
    requests.get("https://api.iamport.kr/payments/" + imp_uid, headers={"Authorization": token})
    requests.get("https://api.iamport.kr/payments/" + imp_uid, headers={"Authorization": f"Bearer {token}"})
    requests.post("https://api.portone.io/login/api-secret", json={"apiSecret": SECRET})
