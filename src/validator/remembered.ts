/** So many texts are remembered; a payload can have any number of others. */
const most = 1_000;

/** The same function of a text, which keeps what it has made of the first texts. */
export function remembered<Made>(make: (text: string) => Made): (text: string) => Made {
  const known = new Map<string, Made>();
  return (text) => {
    if (known.has(text)) return known.get(text) as Made;
    const made = make(text);
    if (known.size < most) known.set(text, made);
    return made;
  };
}
