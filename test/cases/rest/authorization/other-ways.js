await fetch(`https://api.iamport.kr/payments/${impUid}`, { headers: { "X-ImpTokenHeader": token } });
await fetch(`https://api.iamport.kr/payments/${impUid}?_token=${token}`);
await fetch(`https://api.iamport.kr/payments/${impUid}`, { headers: { "X-Request": id } });
