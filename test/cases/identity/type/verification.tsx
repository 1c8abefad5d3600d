import * as PortOne from "@portone/browser-sdk/v2";
export const verify = async (id: string) => {
  await PortOne.requestIdentityVerification({ storeId: "store-4ff4af41-85e3-4559-8eb8-0d08a2c6ceec", identityVerificationId: Date.now(), chanelKey: KEY, customData: { id } });
  await PortOne.requestIdentityVerification({ identityVerificationId: `identity-verification-${crypto.randomUUID()}`, channelKey: KEY });
  const response = await PortOne.requestIdentityVerification({
    storeId: STORE, identityVerificationId: `identity-verification-${crypto.randomUUID()}`, channelKey: KEY,
    redirectUrl: "https://shop.example/done", customer: { fullName: "김하늘" }, customData: JSON.stringify({ id }),
  });
  if (response?.code !== undefined) return alert(response.message);
};
