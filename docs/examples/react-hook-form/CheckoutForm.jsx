import { standardSchemaResolver } from "@hookform/resolvers/standard-schema";
import { requestPay } from "paylint/ksnet/v1";
import { useForm } from "react-hook-form";

/** A form whose fields are checked by the payment's own rules: the validator is a Standard Schema. */
export function CheckoutForm({ order, onPay }) {
  const { register, handleSubmit, formState } = useForm({
    defaultValues: order,
    resolver: standardSchemaResolver(requestPay),
  });
  return (
    <form onSubmit={handleSubmit(onPay)}>
      <label>
        Name <input {...register("buyer_name")} />
      </label>
      <p role="alert">{formState.errors.buyer_name?.message}</p>
      <button type="submit">Pay</button>
    </form>
  );
}
