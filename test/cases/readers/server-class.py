import json
import requests
from django.views import View
from django.http import JsonResponse
from django.conf import settings

class IamportService:
    def __init__(self):
        self.base_url = "https://api.iamport.kr"
        self.session = requests.Session()
    def _headers(self):
        return {"Authorization": self.get_token(), "Content-Type": "application/json"}
    def get_token(self):
        url = self.base_url + "/users/getToken"
        return self._post(url, {"imp_key": settings.IAMPORT_KEY, "imp_secret": settings.IAMPORT_SECRET})["access_token"]
    def _post(self, url, data, headers=None):
        res = self.session.post(url, data=json.dumps(data), headers=headers)
        return res.json()["response"]
    def prepare(self, merchant_uid, amount):
        return self._post(self.base_url + "/payments/prepare", {"merchant_uid": merchant_uid, "amount": "%s" % amount}, headers=self._headers())
    def cancel(self, order, **kwargs):
        body = {"merchant_uid": order.merchant_uid, "reason": "취소"}
        body.update(kwargs)
        body.update({"amount": str(order.amount)})
        return self._post(f"{self.base_url}/payments/cancel", body)

class CancelView(View):
    def post(self, request):
        data = json.loads(request.body)
        IamportService().cancel(Order.objects.get(id=data["id"]), refund_bnak="88")
        return JsonResponse({"amount": "1"})
