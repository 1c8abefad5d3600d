import { standardSchemaResolver } from "@hookform/resolvers/standard-schema";
import { requestPay } from "paylint/ksnet/v1";
import { useForm } from "react-hook-form";

const standard = requestPay["~standard"];

/** The same Standard Schema with its messages in Korean; the resolver passes no options on. */
const inKorean = {
  "~standard": {
    ...standard,
    validate: (value) => standard.validate(value, { libraryOptions: { locale: "ko" } }),
  },
};

/** A form whose fields are checked by the payment's own rules: the validator is a Standard Schema. */
export function CheckoutForm({ order, onPay }) {
  const { register, handleSubmit, formState } = useForm({
    defaultValues: order,
    resolver: standardSchemaResolver(inKorean),
  });
  return (
    <form onSubmit={handleSubmit(onPay)}>
      <label>
        이름 <input {...register("buyer_name")} />
      </label>
      <p role="alert">{formState.errors.buyer_name?.message}</p>
      <button type="submit">결제하기</button>
    </form>
  );
}
