import * as PortOne from "@portone/browser-sdk/v2";
export const verify = () =>
  PortOne.requestIdentityVerification({
    storeId: STORE, identityVerificationId: `identity${crypto.randomUUID().replaceAll("-", "")}`, channelKey: KEY,
    redirectUrl: "https://shop.example/done", bypass: { kcp_v2: { web_siteid: "J0000000000" }, danal: { AGELIMIT: 19 } },
  });
