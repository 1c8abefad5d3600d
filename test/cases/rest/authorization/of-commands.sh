curl -X POST https://api.iamport.kr/payments/refund -H "Authorization: $TOKEN" -d '{"imp_uid":"a"}'
curl https://api.portone.io/payments/$ID -H "Authorization: Bearer $PORTONE_API_SECRET"
curl https://api.portone.io/payments/$ID -H "Accept: application/json"
curl "https://api.portone.io/payments/$ID" -H "Authorization: PortOne $PORTONE_API_SECRET"
curl -u a:b https://api.portone.io/payments/$ID
curl $OPTS https://api.portone.io/payments/$ID
