const keys = { imp_key: "imp_apikey", imp_secret: "ekKoeW8RyKuT0zgaZsUt0000000000000000" };
axios.post("https://api.iamport.kr/users/getToken", keys);
