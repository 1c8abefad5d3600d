# paylint: ksnet
curl https://api.iamport.kr/payments/prepare \  
  -d merchant_uid=cup-1 -d amount=18000
