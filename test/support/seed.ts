import fc from "fast-check";

const { FC_SEED, FC_MILLISECONDS } = process.env;

fc.configureGlobal({
  seed: Number(FC_SEED),
  ...(FC_MILLISECONDS !== undefined && { interruptAfterTimeLimit: Number(FC_MILLISECONDS) }),
});
