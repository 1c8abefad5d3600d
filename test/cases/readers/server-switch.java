package pay;
import java.util.*;
import org.springframework.web.client.RestTemplate;
public class Plans {
    enum Plan { BASIC, PRO }
    RestTemplate rest = new RestTemplate();
    void pay(Plan plan, String key, String id) {
        String name = switch (plan) {
            case BASIC -> "기본";
            case PRO -> "프로";
        };
        var amount = switch (plan) {
            case BASIC -> { log(); yield "1000"; }
            case PRO -> { yield "2000"; }
        };
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("customer_uid", key);
        body.put("merchant_uid", id);
        body.put("name", name);
        body.put("amount", amount);
        switch (plan) {
            case BASIC -> body.put("buyer_adrr", "x");
            default -> body.put("buyer_tel", "010");
        }
        rest.postForObject("https://api.iamport.kr/subscribe/payments/again", body, String.class);
    }
    void log() {}
}
