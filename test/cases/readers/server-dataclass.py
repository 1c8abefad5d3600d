from dataclasses import dataclass, asdict, field
import httpx

@dataclass
class Amount:
    total: int
    taxFree: int = 0

@dataclass
class PayRequest:
    billingKey: str
    orderName: str
    amount: Amount
    currency: str = "KRW"
    chanelKey: str | None = None

async def pay(payment_id: str, key: str):
    req = PayRequest(billingKey=key, orderName="구독", amount=Amount("1000"))
    async with httpx.AsyncClient(base_url="https://api.portone.io", headers={"Authorization": "PortOne xyz"}) as client:
        r = await client.post(f"/payments/{payment_id}/billing-key", json=asdict(req))
        r.raise_for_status()
