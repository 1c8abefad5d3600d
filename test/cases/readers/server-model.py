from fastapi import FastAPI, Depends
from pydantic import BaseModel, Field
import httpx
app = FastAPI()

class CancelBody(BaseModel):
    reason: str
    amount: int | None = None
    tax_free_amount: int | None = Field(default=None, alias="taxFreeAmount")
    currentCancelableAmount: int | None = None

class Client:
    base = "https://api.portone.io"
    def __init__(self, secret: str):
        self.secret = secret
        self.http = httpx.Client(base_url=self.base, headers={"Authorization": f"PortOne {secret}"})
    def cancel(self, payment_id: str, body: CancelBody):
        return self.http.post(f"/payments/{payment_id}/cancel", json=body.model_dump(by_alias=True, exclude_none=True))

@app.post("/payments/cancel")
async def cancel(payment_id: str):
    body = CancelBody(reason="고객 변심", amount="1000", currentCancelableAmount=5)
    Client("s").cancel(payment_id, body)
    return {"resaon": 1}
