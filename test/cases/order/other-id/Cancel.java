class Pay {
  private final IamportClient client = new IamportClient("0000000000000000", "0000000000000000000000000000000000000000000000000000000000000000000000000000000f");
  void cancel(Payment p) throws Exception { client.cancelPaymentByImpUid(new CancelData(p.getCustomerUid(), true)); }
  void again(String uid) throws Exception { client.againPayment(new AgainPaymentData(uid, new Date().toString(), BigDecimal.valueOf(9900))); }
}
