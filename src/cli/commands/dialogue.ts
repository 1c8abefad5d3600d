import type { Locale, Text } from "../../validator/types.js";
import type { Io } from "../io.js";

const mostTries = 3;

const words = {
  oneOf: { en: "choose one of", ko: "다음 중 하나를 고르세요:" },
  taken: { en: "using instead:", ko: "대신 사용합니다:" },
} as const satisfies Record<string, Text>;

/** Asks a person, line by line. */
export class Dialogue {
  readonly #io: Io;
  readonly #print: (text: string) => Promise<void>;
  readonly #takesDefaults: boolean;
  #lines: AsyncGenerator<string> | undefined;

  constructor(io: Io, print: (text: string) => Promise<void>, takesDefaults: boolean) {
    this.#io = io;
    this.#print = print;
    this.#takesDefaults = takesDefaults;
  }

  /** One of some choices; the usual one for an empty answer, at the end of the input, and after a few wrong answers. */
  choose<Choice extends string>(
    question: string,
    choices: readonly Choice[],
    usual: Choice,
    locale: Locale,
  ): Promise<Choice> {
    const read = (answer: string): [Choice] | Text => {
      const choice = choices.find((one) => one === answer.toLowerCase());
      if (choice) return [choice];
      const list = choices.join(", ");
      const said = JSON.stringify(answer);
      return { en: `${said}: ${words.oneOf.en} ${list}`, ko: `${said}: ${words.oneOf.ko} ${list}` };
    };
    return this.ask(`${question} (${choices.join("/")})`, usual, locale, read).then(
      ([choice]) => choice as Choice,
    );
  }

  /**
   * The answer to a question.
   * @param read gives what an answer means, or what is wrong with it
   */
  async ask<Item>(
    question: string,
    usual: string,
    locale: Locale,
    read: (answer: string) => Item[] | Text,
  ): Promise<Item[]> {
    for (let tries = 0; !this.#takesDefaults && tries < mostTries; tries++) {
      // Where nobody types, nothing else ends the line.
      const end = this.#io.stdout.isTerminal ? " " : "\n";
      await this.#print(`${question}${usual === "" ? "" : ` [${usual}]`}${end}`);
      const answer = await this.#nextLine();
      if (answer === "") break;
      const meant = read(answer);
      if (Array.isArray(meant)) return meant;
      await this.#print(`${meant[locale]}\n`);
      if (tries === mostTries - 1) await this.#print(`${words.taken[locale]} ${usual || "-"}\n`);
    }
    return read(usual) as Item[];
  }

  /** Lets the input go, which would keep the process alive. */
  async end(): Promise<void> {
    await this.#lines?.return(undefined);
  }

  async #nextLine(): Promise<string> {
    this.#lines ??= linesOf(this.#io.stdin);
    const { value, done } = await this.#lines.next();
    return done ? "" : value.trim();
  }
}

async function* linesOf(input: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let begun = "";
  for await (const chunk of input) {
    const lines = (begun + decoder.decode(chunk, { stream: true })).split("\n");
    begun = lines.pop() as string;
    yield* lines;
  }
  if (begun !== "") yield begun;
}
