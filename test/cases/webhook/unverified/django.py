import json

from django.http import HttpResponse
from django.views.decorators.csrf import csrf_exempt

from .models import Order


@csrf_exempt
def iamport_webhook(request):
    data = json.loads(request.body)
    status = data.get("status")
    if status != "paid":
        return HttpResponse(status=200)
    order = Order.objects.get(merchant_uid=data["merchant_uid"])
    order.status = "paid"
    order.save()
    return HttpResponse(status=200)
