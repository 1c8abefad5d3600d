from fastapi import Depends, FastAPI
from pydantic import BaseModel
from sqlalchemy.orm import Session

app = FastAPI()


class Data(BaseModel):
    paymentId: str


class Hook(BaseModel):
    type: str
    data: Data


def pay(db: Session, payment_id: str):
    db.query(Order).filter(Order.payment_id == payment_id).update({"paid": True})
    db.commit()


@app.post("/portone/webhook")
async def webhook(hook: Hook, db: Session = Depends(get_db)):
    match hook.type:
        case "Transaction.Paid":
            pay(db, hook.data.paymentId)
        case "Transaction.Failed":
            pass
