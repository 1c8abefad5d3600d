@Controller("payments")
export class PaymentsController {
  constructor(private readonly orderRepository: Repository<Order>) {}
  @Post("webhook")
  async webhook(@Body() dto: { imp_uid: string; merchant_uid: string; status: string }) {
    if (dto.status !== "paid") return;
    await this.orderRepository.update({ merchantUid: dto.merchant_uid }, { paid: true });
  }
}
