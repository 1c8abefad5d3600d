import type { Text } from "../validator/types.js";

/** Why a named file is not checked whose payloads can be of any kind. */
export const kindNeeded: Text = {
  en: "cannot tell what kind of payload this is; give --kind, a $schema, or a name such as order.request-pay.json",
  ko: "결제 데이터의 종류를 알 수 없습니다. --kind, $schema, 또는 order.request-pay.json 같은 파일 이름으로 지정하세요",
};
