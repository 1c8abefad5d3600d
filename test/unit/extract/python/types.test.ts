import { describe, expect, it } from "vitest";
import { hintOf } from "../../../../dist/extract/python/types.js";

describe("What an annotation of Python says of a value is known", () => {
  it.each([
    ["int", ["number"]],
    ["float", ["number"]],
    ["str", ["string"]],
    ["bool", ["boolean"]],
    ["None", ["null"]],
    ["dict[str, int]", ["object"]],
    ["Dict[str, Union[int, str]]", ["object"]],
    ["typing.Dict", ["object"]],
    ["list", ["array"]],
    ["List[int]", ["array"]],
    ["int | None", ["number", "null"]],
    ["int | float", ["number"]],
    ["int\n    | str", ["number", "string"]],
    ["'int'", ["number"]],
    [`"Optional[str]"`, ["string", "null"]],
    ["Optional[int | str]", ["number", "string", "null"]],
    ["typing.Optional[bool]", ["boolean", "null"]],
    ["Union[int, dict[str, int], None]", ["number", "object", "null"]],
    ["Annotated[int, Field(gt=0)]", ["number"]],
    [`Annotated[int | str, Query(max_length=3, alias="a")]`, ["number", "string"]],
    ["List[int] | None", ["array", "null"]],
    [`list["int"]`, ["array"]],
  ])("What an annotation of Python says of a value is known: %s", (annotation, types) => {
    expect(hintOf(annotation)).toEqual({ types });
  });
  it.each([
    ["Amount", "Amount"],
    ["models.Amount", "Amount"],
    [`"Amount"`, "Amount"],
    ["Optional[Amount]", "Amount"],
    ["Amount | None", "Amount"],
    ["None | Amount", "Amount"],
    ["Annotated[Amount, Body()]", "Amount"],
    ["Generic[int, str]", "Generic"],
    ["Callable[[int], str]", "Callable"],
    ["MyOptional[int]", "MyOptional"],
  ])("The class is known that an annotation of Python names: %s", (annotation, type) => {
    expect(hintOf(annotation)).toEqual({ type });
  });
  it.each([
    "Amount | Order",
    "Union[Amount, Order]",
    "Amount | str",
    "int | Order",
    "amount",
    "xAmount",
    "Amount-1",
    "Callable[[int], str] | int",
    "",
    `Union[${"int, ".repeat(80)}int]`,
  ])("Nothing is known of an annotation of Python such as %s", (annotation) => {
    expect(hintOf(annotation)).toEqual({});
  });
});
