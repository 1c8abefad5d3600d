import requests, time, datetime
H = {"Authorization": token}
def a(): requests.post("https://api.iamport.kr/subscribe/payments/schedule", json={"customer_uid": uid, "schedules": [{"merchant_uid": mid, "schedule_at": int(time.time() * 1000), "amount": 9900, "currency": "KRW", "name": "x"}]}, headers=H)
def a(): requests.post("https://api.iamport.kr/subscribe/payments/schedule", json={"customer_uid": uid, "schedules": [{"merchant_uid": mid, "schedule_at": int(time.time() * 1000)+86400000, "amount": 9900, "currency": "KRW", "name": "x"}]}, headers=H)
def a(): requests.post("https://api.iamport.kr/subscribe/payments/schedule", json={"customer_uid": uid, "schedules": [{"merchant_uid": mid, "schedule_at": int(datetime.datetime.now().timestamp() * 1000), "amount": 9900, "currency": "KRW", "name": "x"}]}, headers=H)
def a(): requests.post("https://api.iamport.kr/subscribe/payments/schedule", json={"customer_uid": uid, "schedules": [{"merchant_uid": mid, "schedule_at": round(time.time() * 1000), "amount": 9900, "currency": "KRW", "name": "x"}]}, headers=H)
def a(): requests.post("https://api.iamport.kr/subscribe/payments/schedule", json={"customer_uid": uid, "schedules": [{"merchant_uid": mid, "schedule_at": int(time.time()) + 86400, "amount": 9900, "currency": "KRW", "name": "x"}]}, headers=H)
def a(): requests.post("https://api.iamport.kr/subscribe/payments/schedule", json={"customer_uid": uid, "schedules": [{"merchant_uid": mid, "schedule_at": int(datetime.datetime.now().timestamp()), "amount": 9900, "currency": "KRW", "name": "x"}]}, headers=H)
