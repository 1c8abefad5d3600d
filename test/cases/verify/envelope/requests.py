import requests
from django.http import JsonResponse

from .models import Order


def find(imp_uid):
    res = requests.get(f"https://api.iamport.kr/payments/{imp_uid}", headers={"Authorization": f"Bearer {token()}"})
    return res.json()


def complete(request):
    payment = find(request.POST["imp_uid"])
    order = Order.objects.get(merchant_uid=request.POST["merchant_uid"])
    if payment["status"] == "paid" and payment["amount"] == order.amount:
        order.pay()
    return JsonResponse({"ok": True})
