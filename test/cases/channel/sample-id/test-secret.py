from iamport import Iamport

client = Iamport(imp_key="imp_apikey", imp_secret="ekKoeW8RyKuT0zgaZsUt0000000000000000")
