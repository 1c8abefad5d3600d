export { everyPartialKind as kinds } from "../../../dist/generated/everyPartialKind.js";
