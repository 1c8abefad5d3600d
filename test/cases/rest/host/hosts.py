import requests
requests.post("https://api.iamport.co/payments/cancel", json={"imp_uid": imp_uid}, headers=headers)
requests.get(f"https://api.portone.kr/payments/{payment_id}", headers=headers)
requests.get(f"https://portone.shop.example/payments/{payment_id}", headers=headers)
