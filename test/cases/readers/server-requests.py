# Dictionaries that are sent with requests, httpx and aiohttp. The comment says whose rules hold.
# paylint: ksnet
import json

import httpx
import requests

HOST = "https://api.iamport.kr"


def cancel(imp_uid, amount=None, account=None):
    payload = {
        "imp_uid": imp_uid,
        "reson": "변심",  # unknown: reason
        "amount": "1000",  # a text
    }
    if account:
        payload.update(refund_account=account)
    return requests.post(f"{HOST}/payments/cancel", json=payload)


def prepare(order_id):
    data = dict(merchant_uid=order_id)
    data["amount"] = "64000"
    return requests.post(HOST + "/payments/prepare", data=json.dumps(data))


async def again(uid):
    async with httpx.AsyncClient(base_url=HOST) as client:
        await client.post("/subscribe/payments/again", json={**uid, "amount": 0})
