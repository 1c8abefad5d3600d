// The client's classes, by constructors, setters and lists.
import com.siot.IamportRestClient.IamportClient;
import com.siot.IamportRestClient.request.*;

class ServerClient {
  private final IamportClient client = new IamportClient(KEY, SECRET);

  // paylint: ksnet
  void pay(String uid) throws Exception {
    AgainPaymentData data = new AgainPaymentData(uid, "order-1", BigDecimal.valueOf(9900));
    data.setBuyerName("Lee");
    client.againPayment(data);
    client.cancelPaymentByImpUid(new CancelData(uid, true));
  }

  void given(CancelData data) throws Exception {
    client.cancelPaymentByImpUid(data);
  }
}
