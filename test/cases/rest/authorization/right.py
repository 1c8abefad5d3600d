import requests
from django.conf import settings
class Portone:
    host = "https://api.portone.io"
    def __init__(self):
        self.session = requests.Session()
        self.session.headers.update({"Authorization": f"PortOne {settings.PORTONE_API_SECRET}"})
    def payment(self, payment_id):
        res = self.session.get(f"{self.host}/payments/{payment_id}")
        res.raise_for_status()
        return res.json()
    def headers(self):
        return {"Authorization": "PortOne " + settings.PORTONE_API_SECRET}
    def cancel(self, payment_id, reason):
        return requests.post(f"{self.host}/payments/{payment_id}/cancel", json={"reason": reason}, headers=self.headers())
    def find(self, payment_id):
        return requests.get(url=f"{self.host}/payments/{payment_id}", headers=self.headers(), timeout=10)
    def billing(self, key, payment_id, total):
        return requests.post(f"{self.host}/payments/{payment_id}/billing-key", json={"billingKey": key, "orderName": "구독", "amount": {"total": total}, "currency": "KRW"}, headers={**self.headers(), "Idempotency-Key": '"abcdefghijklmnop"'})
    def old(self, imp_uid, merchant_uid, token):
        requests.get(f"https://api.iamport.kr/payments/find/{merchant_uid}", headers={"X-ImpTokenHeader": token})
        requests.get(f"https://api.iamport.kr/payments/{imp_uid}", headers={"X-ImpTokenHeader": token})
