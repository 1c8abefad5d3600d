curl https://api.iamport.kr/payments/cancel -H "Authorization: $TOKEN" -H "Content-Type: application/json" \
  -d '{ "imp_uid": "'"$IMP_UID"'" "reason": "cup broken" }'

curl https://api.iamport.kr/payments/cancel -H "Authorization: $TOKEN" -H "Content-Type: application/json" \
  -d '{ "imp_uid": "'"$IMP_UID"'", "reason": "cup broken" }'
