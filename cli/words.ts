import en from "./words/en.json" with { type: "json" };
import hi from "./words/hi.json" with { type: "json" };

export type Language = "en" | "hi";
export type Word = keyof typeof en;
export type Values = Readonly<Record<string, string | number>>;

const words: Record<Language, Record<Word, string>> = { en, hi };

/**
 * The language of the command line: HOMEWARD_LANGUAGE, else what the terminal says (LC_ALL, LC_MESSAGES, LANG), else English. The
 * script `./homeward` chooses by the same rule.
 */
export function languageOf(environment: NodeJS.ProcessEnv): Language {
  const { HOMEWARD_LANGUAGE, LC_ALL, LC_MESSAGES, LANG } = environment;
  const wanted = HOMEWARD_LANGUAGE || LC_ALL || LC_MESSAGES || LANG || "en";
  return /^hi(?:$|[_.-])/.test(wanted) ? "hi" : "en";
}

/** A sentence in a language, each `{name}` replaced by its value. */
export function sayIn(language: Language, word: Word, values: Values = {}): string {
  return words[language][word].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

const spoken = languageOf(process.env);

/** A sentence in the language of this terminal. */
export function say(word: Word, values?: Values): string {
  return sayIn(spoken, word, values);
}

/** Is there such a word? For words named by data: the help of a command, of an option, of a setting. */
export function isWord(name: string): name is Word {
  return Object.hasOwn(en, name);
}

/** The sentence of a name put together at run time. @throws Error on an unknown one: a bug, and the tests read every such name. */
export function sayNamed(name: string, values?: Values): string {
  if (!isWord(name)) throw new Error(`no word is named ${name}`);
  return say(name, values);
}
