/** The same function of a text. It keeps what it made of the first texts, `most` of them, since input may hold any number. */
export function remembered<Made>(
  make: (text: string) => Made,
  most = 1_000,
): (text: string) => Made {
  const known = new Map<string, Made>();
  return (text) => {
    if (known.has(text)) return known.get(text) as Made;
    const made = make(text);
    if (known.size < most) known.set(text, made);
    return made;
  };
}
