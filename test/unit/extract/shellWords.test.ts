import { describe, expect, it } from "vitest";
import { commandAt, type ShellCommand } from "../../../src/extract/shellWords.js";
import { hole } from "../../../src/validator/unknown.js";

/** Words with `…` for what only the running shell knows. */
const shown = (text: string) => text.replaceAll(hole, "…");
const wordsOf = ({ words }: ShellCommand) => words.map(({ text }) => shown(text));
const inputOf = ({ input }: ShellCommand) => input && shown(input.text);

/** What a command line is followed by, so that its end is seen. */
const next = "next $x 'command'\n";

describe("The shell's rules split a command into words", () => {
  it.each<[name: string, command: string, words: string[]]>([
    // Quotes and escapes.
    [
      "a backslash takes the next letter as it is",
      String.raw`a\ b\"\'\\\$c \-d`,
      [`a b"'\\$c`, "-d"],
    ],
    ["single quotes keep everything", String.raw`'a\b $c "d" #e'`, [String.raw`a\b $c "d" #e`]],
    ["double quotes keep most", `"a 'b' #c ; | & ( < >"`, ["a 'b' #c ; | & ( < >"]],
    [
      "double quotes have escapes of their own",
      '"\\" \\\\ \\$x \\` \\n \\\' \\d"',
      ["\" \\ $x ` \\n \\' \\d"],
    ],
    ["quotes that touch are one word", `a'b c'"d e"f`, ["ab cd ef"]],
    ["empty quotes are a word", `a '' ""`, ["a", "", ""]],
    ["the quotes of C", "$'a\\tb\\x41\\u0042\\103\\'\\\\\\\"\\qd'e", ["a\tbABC'\\\"qde"]],
    ["quotes that are translated", `$"a b"c`, ["a bc"]],
    ["no quotes of C in double quotes", `"$'a\\t'"`, ["$'a\\t'"]],
    ["a backslash at the end of everything", "a b\\", ["a", "b"]],
    ["a Windows line end in double quotes", '"ab\r\nc"', ["ab\r\nc"]],
    // Expansions.
    ["variables", "$a-$b_c1.d $1$@ $?$$ $#$! $*$-", ["…-….d", "……", "……", "……", "……"]],
    ["braces, to the brace that closes them", `\${a:-\${b}c}d "\${e}"`, ["…d", "…"]],
    ["an escaped brace closes nothing", "${a:-\\}b}c", ["…c"]],
    ["commands, to the bracket that closes them", `$(a (b) "c")d $((1 + 2))`, ["…d", "…"]],
    ["a bracket in quotes or escaped closes nothing", String.raw`$(a ')' \) b)c`, ["…c"]],
    ["an expansion in double quotes", `"a $(b "c d") e $f"`, ["a … e …"]],
    ["a command in backticks", "a`b c`d", ["a…d"]],
    ["a command in backticks in double quotes", '"a `b c` d"', ["a … d"]],
    ["a backtick in double quotes that nothing closes", '"a `b"', ["a `b"]],
    ["a dollar that begins nothing", `$ a$ $% "$" "$ a"`, ["$", "a$", "$%", "$", "$ a"]],
    ["an expansion that nothing closes", "a$(b", ["a$"]],
    // What is between words.
    ["a comment is at the beginning of a word", "a#b #c d", ["a#b"]],
    ["blanks and tabs", "a \t b", ["a", "b"]],
    // Redirections.
    ["output sent away", "a >b c >> d e >| f g >&h", ["a", "c", "e", "g"]],
    ["output of a number", "a 2>b 3 1>> c 2>&1 d", ["a", "3", "d"]],
    ["a number that is a part of a word", "a b2>c 2d>e f", ["a", "b2", "2d", "f"]],
    ["input", "a < b c <&3 d", ["a", "c", "d"]],
    ["a redirection without a blank before it", "a>b", ["a"]],
    // Lines that go on.
    ["a backslash continues a line", "a \\\n b\\\nc \\\r\n d", ["a", "bc", "d"]],
    ["a backslash in double quotes, too", '"a\\\nb\\\r\nc"', ["abc"]],
    ["the marks of other shells, between words", "a ^\n b `\n c ^\r\n d", ["a", "b", "c", "d"]],
    ["no mark of another shell within a word", "a^\nb", ["a^"]],
    ["a mark of no continuation", "a ^b", ["a", "^b"]],
  ])("The shell's rules split a command into words: %s", (_name, text, words) => {
    const command = commandAt(text, 0);
    expect(wordsOf(command)).toEqual(words);
  });

  it.each(["\n", ";", "|", "&", "&&", "||", "(", ")"])("The operator %j ends a command", (mark) => {
    const text = `a b${mark}${next}`;
    const command = commandAt(text, 0);
    expect(wordsOf(command)).toEqual(["a", "b"]);
    expect(text.slice(command.end)).toBe(mark + next);
    expect(command.isClosed).toBe(true);
  });

  it.each([
    ["a letter", "ab", [0, 1]],
    ["what a backslash escapes", "a\\ b", [0, 2, 3]],
    ["what is in quotes", `'a'"b"$'c'`, [1, 4, 8]],
    ["an escape in double quotes", '"\\"a"', [2, 3]],
    ["an escape in the quotes of C", "$'\\x41b'", [2, 6]],
    ["a continued word", "a\\\nb", [0, 3]],
    ["an expansion, at its beginning", "a${b}c$(d)e`f`", [0, 1, 5, 6, 10, 11]],
  ])("Each letter of a word has its place: %s", (_name, text, places) => {
    expect(commandAt(text, 0).words.map((word) => word.offsets)).toEqual([places]);
  });

  it.each<[command: string, words: string[]]>([
    ["a 'b", ["a", ""]],
    ['a "b', ["a", "b"]],
    ["a $'b", ["a", "b"]],
    [`a "b\\"`, ["a", 'b"']],
    [`a "b\\`, ["a", "b\\"]],
    [`a "b 'c'`, ["a", "b 'c'"]],
  ])(
    "A quote that nothing closes is told of, and the command ends with the text: %s",
    (text, words) => {
      const command = commandAt(text, 0);
      expect(command.isClosed).toBe(false);
      expect(wordsOf(command)).toEqual(words);
      expect(command.end).toBe(text.length);
    },
  );

  it("A command within backticks ends at the next one, and another has backticks of its own", () => {
    const inside = "x=`a b` c";
    expect(wordsOf(commandAt(inside, 3))).toEqual(["a", "b"]);
    const behind = "x=`a` b `c d` e";
    expect(wordsOf(commandAt(behind, 6))).toEqual(["b", "…", "e"]);
    const below = "x=`a\n` b `c`";
    expect(wordsOf(commandAt(below, 7))).toEqual(["b"]);
    const alone = "a`\nb `c` d";
    expect(wordsOf(commandAt(alone, 3))).toEqual(["b", "…", "d"]);
  });

  it("Blanks behind the mark that continues a line are told of, where a command follows", () => {
    const text = "a \\ \t\n b";
    const command = commandAt(text, 0);
    expect(wordsOf(command)).toEqual(["a", "b"]);
    expect(command.blanks.map((span) => text.slice(...span))).toEqual([" \t"]);
    expect(commandAt("a \\\n b", 0).blanks).toEqual([]);
    expect(wordsOf(commandAt("a \\ \n\n b", 0))).toEqual(["a", " "]);
    expect(wordsOf(commandAt("a\\ \nb c", 0))).toEqual(["a", "b", "c"]);
  });
});

describe("What a command reads from its standard input", () => {
  it.each<[name: string, head: string, lines: string, input: string]>([
    ["a here-document", "a <<EOF b", "c $d\n  e\nEOF\n", "c …\n  e\n"],
    ["one without lines", "a <<EOF b", "EOF\n", ""],
    ["a line that only begins like its end", "a <<EOF b", "EOF2\n EOF x\nEOF\n", "EOF2\n EOF x\n"],
    ["an end that is indented, as documents have it", "a <<EOF b", "c\n  EOF\n", "c\n"],
    ["no tabs of one with a dash", "a <<-EOF b", "\tc\n\t\t d\te\n\tEOF\n", "c\n d\te\n"],
    ["the blanks of one with a dash", "a <<-EOF b", "  c\n \td\nEOF\n", "  c\n \td\n"],
    ["the tabs of one without a dash", "a <<EOF b", "\tc\nEOF\n", "\tc\n"],
    [
      "what is expanded",
      "a <<EOF b",
      'c "${d}" $(e) \\$f \\" \\t \\\\ g\\\nh\nEOF\n',
      'c "…" … $f \\" \\t \\ gh\n',
    ],
    ["nothing expanded by single quotes", "a <<'E F' b", "c $d \\$e `f`\nE F\n", "c $d \\$e `f`\n"],
    ["nothing expanded by double quotes", 'a <<"EOF" b', "c $d\nEOF\n", "c $d\n"],
    ["nothing expanded by a backslash", "a <<\\EOF b", "c $d\nEOF\n", "c $d\n"],
    ["the last of two", "a <<X <<Y b", "c\nX\nd\nY\n", "d\n"],
    ["one of a command in a pipe", "a <<EOF b | c 'd", "e\nEOF\n", "e\n"],
    ["a here-string", "a <<< 'c d' b", "", "c d"],
    ["a here-string behind a file", "a < x <<<c b", "", "c"],
  ])(
    "A command reads from its standard input what is written out: %s",
    (_name, head, lines, input) => {
      const text = `${head}\n${lines}${next}`;
      const command = commandAt(text, 0);
      expect(wordsOf(command)).toEqual(["a", "b"]);
      expect(inputOf(command)).toBe(input);
      expect(text.slice(command.end).replace(/^\n/, "")).toBe(next);
    },
  );

  it("Standard input that is written out may be empty, and may go on to the end of the text", () => {
    expect(commandAt("a <<EOF\nEOF\n", 0).input).toEqual({ text: "", offsets: [] });
    expect(commandAt("a <<EOF\nb c", 0).input?.text).toBe("b c");
    const ended = "a <<EOF\nb\nEOF";
    expect(commandAt(ended, 0)).toMatchObject({ input: { text: "b\n" }, end: ended.length });
  });

  it("Standard input that is written out has its letters at their places", () => {
    const text = "a <<-EOF\n\tb$c\\\\d\n\tEOF\n";
    const { input } = commandAt(text, 0);
    const written = [...(input?.text ?? "")].map((letter, index) => [
      shown(letter),
      text.slice(input?.offsets[index]).charAt(0),
    ]);
    expect(written).toEqual([
      ["b", "b"],
      ["…", "$"],
      ["\\", "\\"],
      ["d", "d"],
      ["\n", "\n"],
    ]);
  });

  it("Standard input is nothing known where the command writes out none", () => {
    expect(commandAt("a b < c", 0).input).toBeUndefined();
  });
});

describe("In a sample of a document", () => {
  it("A name in angle brackets is a placeholder in a sample, which a script would take for a file", () => {
    const text = "a -d x=<your key>&y -k <id> b > c";
    expect(wordsOf(commandAt("a x=<your key> <id> b > c", 0, true))).toEqual([
      "a",
      "x=…",
      "…",
      "b",
    ]);
    expect(wordsOf(commandAt(text, 0))).toEqual(["a", "-d", "x=", "key", "-k"]);
  });

  it("The prompt of a line that goes on is no part of a command in a sample", () => {
    const text = "a \\\n> b";
    expect(wordsOf(commandAt(text, 0, true))).toEqual(["a", "b"]);
    expect(wordsOf(commandAt("a \\\nb c", 0, true))).toEqual(["a", "b", "c"]);
    expect(wordsOf(commandAt(text, 0))).toEqual(["a"]);
  });
});
