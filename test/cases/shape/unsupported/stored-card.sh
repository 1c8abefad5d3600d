# paylint: ksnet
curl -X POST https://api.iamport.kr/subscribe/payments/onetime -H 'Content-Type: application/json' \
  -d '{"merchant_uid":"cup-1","customer_uid":"bada","card_number":"0000-0000-0000-0000","expiry":"2031-02","amount":18000,"name":"cup","buyer_name":"Lee","product_type":"real"}'
