import os
import requests

IMP_SECRET = "0f3a0000000000000000000000000000000000000000000000000000000000000000000000000001"


def token():
    return requests.post("https://api.iamport.kr/users/getToken", json={"imp_key": os.environ["IMP_KEY"], "imp_secret": IMP_SECRET})


def other():
    return requests.post("https://api.iamport.kr/users/getToken", json={"imp_key": os.environ["IMP_KEY"], "imp_secret": os.environ["IMP_SECRET"]})


def literal():
    return requests.post("https://api.iamport.kr/users/getToken", json={"imp_key": "k", "imp_secret": "9f3a0000000000000000000000000000000000000000000000000000000000000000000000000002"})
