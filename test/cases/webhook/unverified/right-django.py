# The address that webhooks come from, a class with permissions
import json

from django.http import HttpResponse
from django.views.decorators.csrf import csrf_exempt
from rest_framework.views import APIView

from .models import Order


@csrf_exempt
def webhook(request):
    if request.META["REMOTE_ADDR"] not in settings.PORTONE_IPS:
        return HttpResponse(status=403)
    data = json.loads(request.body)
    if data["status"] == "paid":
        Order.objects.filter(merchant_uid=data["merchant_uid"]).update(paid=True)
    return HttpResponse(status=200)


class Webhook(APIView):
    permission_classes = [IsPortOne]

    def post(self, request):
        if request.data["status"] == "paid":
            Order.objects.filter(merchant_uid=request.data["merchant_uid"]).update(paid=True)
        return Response()
