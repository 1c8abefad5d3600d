package pay;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.*;
import java.util.Map;

@FeignClient(name = "iamport", url = "https://api.iamport.kr")
interface IamportFeign {
    @PostMapping("/payments/cancel")
    Map<String, Object> cancel(@RequestHeader("Authorization") String token, @RequestBody Map<String, Object> body);

    @PostMapping(value = "/subscribe/payments/schedule", consumes = "application/json")
    Map<String, Object> schedule(@RequestHeader("Authorization") String token, @RequestBody ScheduleDto body);
}
class ScheduleDto {
    private String customer_uid;
    private java.util.List<Item> schedules;
    public ScheduleDto(String customer_uid, java.util.List<Item> schedules) { this.customer_uid = customer_uid; this.schedules = schedules; }
    static class Item {
        public String merchant_uid;
        public long schedule_at;
        public int amount;
        public String currency;
        Item(String merchantUid, long scheduleAt, int amount) { this.merchant_uid = merchantUid; this.schedule_at = scheduleAt; this.amount = amount; }
    }
}
class Payments {
    private final IamportFeign feign;
    Payments(IamportFeign feign) { this.feign = feign; }
    void cancel(String token, String uid) {
        feign.cancel(token, Map.of("imp_uid", uid, "amonut", 100));
    }
    void schedule(String token, String customerUid, long scheduleAt) {
        ScheduleDto dto = new ScheduleDto(customerUid, java.util.List.of(new ScheduleDto.Item("m1", scheduleAt, 1000)));
        feign.schedule(token, dto);
    }
}
