package com.shop.refund;

import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestTemplate;

class Refunds {
  private static final String URL = "https://api.iamport.kr/payments/cancel";
  private final RestTemplate client = new RestTemplate();

  void withoutAComma(String token, String impUid, int price) {
    HttpHeaders headers = new HttpHeaders();
    headers.setContentType(MediaType.APPLICATION_JSON);
    headers.set("Authorization", token);
    String body = "{\"imp_uid\": \"" + impUid + "\"" + "\"amount\": " + price + "}";
    client.exchange(URL, HttpMethod.POST, new HttpEntity<>(body, headers), String.class);
  }

  void withAPartFromElsewhere(String token, String common) {
    HttpHeaders headers = new HttpHeaders();
    headers.setContentType(MediaType.APPLICATION_JSON);
    headers.set("Authorization", token);
    String body = "{" + common + "\"amount\": 100}";
    client.exchange(URL, HttpMethod.POST, new HttpEntity<>(body, headers), String.class);
  }

  void whole(String token, String impUid) {
    HttpHeaders headers = new HttpHeaders();
    headers.setContentType(MediaType.APPLICATION_JSON);
    headers.set("Authorization", token);
    String body = "{\"imp_uid\": \"" + impUid + "\", \"amount\": 100}";
    client.exchange(URL, HttpMethod.POST, new HttpEntity<>(body, headers), String.class);
  }
}
