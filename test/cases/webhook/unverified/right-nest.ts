import { Body, Controller, Post, Headers, RawBodyRequest, Req, UseGuards, Injectable } from "@nestjs/common";
import { HttpService } from "@nestjs/axios";
import { firstValueFrom } from "rxjs";
@Injectable()
export class PaymentsService {
  constructor(private readonly http: HttpService, private readonly config: ConfigService) {}
  private async token(): Promise<string> {
    const { data } = await firstValueFrom(this.http.post("https://api.iamport.kr/users/getToken", { imp_key: this.config.get("IMP_KEY"), imp_secret: this.config.get("IMP_SECRET") }));
    return data.response.access_token;
  }
  async find(impUid: string) {
    const token = await this.token();
    const { data } = await firstValueFrom(this.http.get(`https://api.iamport.kr/payments/${impUid}`, { headers: { Authorization: `Bearer ${token}` } }));
    return data.response;
  }
  async cancel(impUid: string, amount: number, left: number) {
    const token = await this.token();
    const { data } = await firstValueFrom(this.http.post("https://api.iamport.kr/payments/cancel", { imp_uid: impUid, amount, checksum: left, reason: "고객 요청" }, { headers: { Authorization: `Bearer ${token}` } }));
    if (data.code !== 0) throw new Error(data.message);
    return data.response;
  }
}
@Controller("webhook")
@UseGuards(PortOneGuard)
export class WebhookController {
  constructor(private readonly orders: OrdersService) {}
  @Post()
  async handle(@Body() body: WebhookDto) {
    if (body.type === "Transaction.Paid") await this.orders.paid(body.data.paymentId);
  }
}
@Controller("iamport")
export class IamportController {
  constructor(private readonly payments: PaymentsService, private readonly orders: OrdersService) {}
  @Post("webhook")
  async handle(@Body() body: { imp_uid: string; merchant_uid: string; status: string }) {
    const payment = await this.payments.find(body.imp_uid);
    if (body.status === "paid" && payment.status === "paid") await this.orders.paid(body.merchant_uid);
  }
}
