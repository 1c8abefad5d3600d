import {
  autocompletion,
  type CompletionSource,
  closeBrackets,
  completionKeymap,
} from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import {
  bracketMatching,
  HighlightStyle,
  type LanguageSupport,
  syntaxHighlighting,
} from "@codemirror/language";
import { type Diagnostic, forEachDiagnostic, lintKeymap, setDiagnostics } from "@codemirror/lint";
import { Compartment, EditorState } from "@codemirror/state";
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
} from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { element } from "./page.js";

/** Languages by the ending that a text is guessed to have; loaded when the first such text comes. */
const languages: Readonly<Record<string, () => Promise<LanguageSupport>>> = {
  ".json": async () => (await import("@codemirror/lang-json")).json(),
  ".html": async () => (await import("@codemirror/lang-html")).html(),
  ".php": async () => (await import("@codemirror/lang-html")).html(),
  ".js": async () =>
    (await import("@codemirror/lang-javascript")).javascript({ jsx: true, typescript: true }),
};

const colours = HighlightStyle.define([
  { tag: [tags.propertyName, tags.attributeName], color: "var(--code-key)" },
  { tag: [tags.string, tags.attributeValue], color: "var(--code-string)" },
  { tag: [tags.number, tags.bool, tags.null], color: "var(--code-number)" },
  { tag: [tags.keyword, tags.tagName, tags.operatorKeyword], color: "var(--code-keyword)" },
  { tag: [tags.comment, tags.meta], color: "var(--code-comment)" },
]);

const underline = (severity: string) => ({
  background: `var(--${severity}-mark)`,
  textDecoration: `underline wavy 1.5px var(--${severity})`,
  textUnderlineOffset: "3px",
  textDecorationSkipInk: "none",
  paddingBottom: "0",
});

// The editor's own pictures are addresses that the policy of the page refuses.
const look = EditorView.theme({
  "&": { color: "var(--text)", backgroundColor: "var(--card)", fontSize: "var(--code-size)" },
  "&.cm-focused": { outline: "3px solid var(--accent)", outlineOffset: "2px" },
  "&, .cm-scroller": { borderRadius: "12px" },
  ".cm-scroller": {
    fontFamily: 'ui-monospace, "SF Mono", Menlo, Consolas, "D2Coding", monospace',
    lineHeight: "1.6",
    minHeight: "22rem",
    maxHeight: "70vh",
  },
  ".cm-content": { caretColor: "var(--text)", padding: "0.6rem 0" },
  ".cm-cursor": { borderLeftColor: "var(--text)" },
  ".cm-gutters": {
    color: "var(--quiet)",
    backgroundColor: "var(--card)",
    borderRight: "1px solid var(--line)",
  },
  ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "var(--active-line)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground":
    { background: "var(--selection)" },
  "&.cm-focused .cm-matchingBracket": { backgroundColor: "var(--accent-soft)" },
  ".cm-lintRange": { backgroundImage: "none" },
  ".cm-lintRange-error": underline("error"),
  ".cm-lintRange-warning": underline("warning"),
  ".cm-lintRange-info": underline("info"),
  ".cm-lintRange-active": { backgroundColor: "var(--active-mark)" },
  ".cm-lintPoint::after": { borderBottomColor: "var(--error)" },
  ".cm-tooltip": {
    color: "var(--text)",
    backgroundColor: "var(--card)",
    border: "1px solid var(--edge)",
    borderRadius: "8px",
    boxShadow: "var(--shadow)",
    overflow: "hidden",
    wordBreak: "keep-all",
  },
  ".cm-tooltip-lint": { maxWidth: "min(34rem, 90vw)" },
  ".cm-diagnostic": {
    padding: "0.5rem 0.75rem",
    borderLeft: "4px solid var(--edge)",
    fontFamily: "system-ui, sans-serif",
  },
  ".cm-diagnostic-error": { borderLeftColor: "var(--error)" },
  ".cm-diagnostic-warning": { borderLeftColor: "var(--warning)" },
  ".cm-diagnostic-info": { borderLeftColor: "var(--info)" },
  ".cm-diagnosticAction": {
    color: "var(--on-accent)",
    backgroundColor: "var(--accent)",
    borderRadius: "6px",
    padding: "0.2rem 0.6rem",
    margin: "0.4rem 0 0",
    display: "block",
    cursor: "pointer",
  },
  ".cm-diagnosticSource": { color: "var(--quiet)", opacity: "1", fontSize: "0.85em" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul": { fontFamily: "inherit", maxHeight: "16rem" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li": { padding: "0.2rem 0.6rem" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]": {
    color: "var(--on-accent)",
    background: "var(--accent)",
  },
  ".cm-completionDetail": { color: "inherit" },
  ".cm-completionInfo": { maxWidth: "20rem", fontFamily: "system-ui, sans-serif" },
});

/** What is told of a stretch of the text, with a way out. */
export interface Finding {
  readonly start: number;
  readonly end: number;
  readonly severity: "error" | "warning" | "info";
  readonly rule: string;
  readonly message: string;
  readonly fix?: { readonly title: string; readonly apply: () => void };
}

export interface EditorOptions {
  /** What a screen reader calls the editor. */
  readonly label: string;
  readonly text: string;
  readonly onChange: () => void;
  readonly complete: CompletionSource;
}

/** An editor of code, in a shadow root, where the policy of the page lets it style itself. */
export class Editor {
  readonly dom = element("div", { class: "editor" });
  readonly #view: EditorView;
  readonly #language = new Compartment();
  #ending = "";

  constructor({ label, text, onChange, complete }: EditorOptions) {
    const root = this.dom.attachShadow({ mode: "open" });
    this.#view = new EditorView({
      root,
      parent: root,
      state: EditorState.create({
        doc: text,
        extensions: [
          lineNumbers(),
          highlightActiveLineGutter(),
          highlightActiveLine(),
          history(),
          drawSelection(),
          bracketMatching(),
          closeBrackets(),
          autocompletion({ override: [complete], icons: false }),
          syntaxHighlighting(colours),
          this.#language.of([]),
          keymap.of([...completionKeymap, ...lintKeymap, ...historyKeymap, ...defaultKeymap]),
          EditorView.contentAttributes.of({
            "aria-label": label,
            spellcheck: "false",
            tabindex: "0",
          }),
          EditorView.updateListener.of((update) => {
            if (update.docChanged) onChange();
          }),
          look,
        ],
      }),
    });
  }

  get text(): string {
    return this.#view.state.doc.toString();
  }

  /** Puts another text in as one step that can be undone, and touches only what differs. */
  replace(text: string): void {
    const before = this.text;
    const shorter = Math.min(before.length, text.length);
    let from = 0;
    while (from < shorter && before[from] === text[from]) from++;
    let rest = 0;
    while (rest < shorter - from && before.at(-1 - rest) === text.at(-1 - rest)) rest++;
    if (before === text) return;
    this.#view.dispatch({
      changes: { from, to: before.length - rest, insert: text.slice(from, text.length - rest) },
    });
  }

  /** Colours the text as what its ending says it is. */
  async speak(ending: string): Promise<void> {
    const known = Object.hasOwn(languages, ending) ? ending : ".js";
    if (known === this.#ending) return;
    this.#ending = known;
    const language = await (languages[known] as () => Promise<LanguageSupport>)();
    if (this.#ending !== known) return;
    this.#view.dispatch({ effects: this.#language.reconfigure(language) });
  }

  /** Marks what was found. */
  mark(found: readonly Finding[]): void {
    const { length } = this.#view.state.doc;
    const diagnostics = found.map(
      ({ start, end, severity, rule, message, fix }): Diagnostic => ({
        from: Math.min(start, length),
        to: Math.min(Math.max(end, start + 1), length),
        severity,
        message,
        source: rule,
        markClass: severity,
        actions: fix ? [{ name: fix.title, apply: fix.apply }] : [],
      }),
    );
    this.#view.dispatch(setDiagnostics(this.#view.state, diagnostics));
  }

  /** The texts that are marked, in their order. */
  get marked(): string[] {
    const texts: string[] = [];
    forEachDiagnostic(this.#view.state, (_, from, to) => {
      texts.push(this.#view.state.sliceDoc(from, to));
    });
    return texts;
  }

  /** Selects a stretch, and brings it into view. */
  select(start: number, end: number): void {
    this.#view.dispatch({ selection: { anchor: start, head: end }, scrollIntoView: true });
    this.focus();
  }

  focus(): void {
    this.#view.focus();
  }
}
