import type { Answers } from "../answers.js";
import type { Library, Run } from "../library.js";
import type { Import } from "../model.js";

/** What a program uses that it does not itself define. */
export interface Surroundings {
  readonly imports: readonly Import[];
  readonly library: Library;
  /** What the library does to the program. */
  readonly run: Run;
  /** What comes back of the requests that it sends. */
  readonly answers: Answers;
}
