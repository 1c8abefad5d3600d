import com.siot.IamportRestClient.IamportClient;
class Config {
  private static final String IMP_KEY = "0000000000000000";
  private static final String IMP_SECRET = "0f3a0000000000000000000000000000000000000000000000000000000000000000000000000001";
  private final String portoneApiSecret;
  Config(@Value("${portone.secret}") String secret) { this.portoneApiSecret = secret; }
  IamportClient client() { return new IamportClient(IMP_KEY, IMP_SECRET); }
  HttpHeaders headers() {
    HttpHeaders headers = new HttpHeaders();
    headers.set("Authorization", "PortOne " + portoneApiSecret);
    return headers;
  }
}
