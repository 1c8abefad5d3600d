import IMP from "iamport-react-native";
export const A = ({ done, total }) => <IMP.Payment userCode="imp12340000" data={{ pg: "kakao", pay_method: "card", name: "가방", merchant_uid: `mid_${Date.now()}`, amount: String(total), buyer_name: "김하늘", buyer_tel: "01000000000", app_scheme: "shop", digital: "false" }} callback={done} />;
export const B = ({ done, orderId }) => <IMP.Payment userCode="000000" data={{ pay_method: "card", name: "가방", merchant_uid: orderId, amount: 64000, buyer_name: "김하늘" }} callback={done} />;
