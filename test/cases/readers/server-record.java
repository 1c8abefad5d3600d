package shop.pay;
import com.fasterxml.jackson.annotation.*;
import org.springframework.web.client.RestClient;

public class Cancel {
    record CancelRequest(@JsonProperty("imp_uid") String impUid, String reason, Integer amount, @JsonProperty("refund_bnak") String refundBank) {}

    private final RestClient restClient = RestClient.create("https://api.iamport.kr");

    void cancel(String impUid) {
        var body = new CancelRequest(impUid, "변심", 1000, "88");
        restClient.post().uri("/payments/cancel").body(body).retrieve().toBodilessEntity();
    }
}
