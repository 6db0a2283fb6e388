/** The sentences of the public pages. A key that does not exist does not compile; the test compares the two languages. */
import type { Language } from "../../../platform/languages/words.ts";
import en from "../words/public.en.json" with { type: "json" };
import hi from "../words/public.hi.json" with { type: "json" };

export type WordKey = keyof typeof en;
type Values = Readonly<Record<string, string | number>>;

const words: Readonly<Record<Language, Readonly<Record<WordKey, string>>>> = { en, hi };

/** One language's voice. At a child's door it speaks as to a child wherever the words file has a sentence for that. */
export type Say = {
  (key: WordKey, values?: Values): string;
  readonly language: Language;
};

export function speak(language: Language, to: "worried" | "me" = "worried"): Say {
  const say = (key: WordKey, values: Values = {}) => {
    const own = `${key}.me`;
    const sentence = words[language][to === "me" && isKey(own) ? own : key];
    return sentence.replace(/\{(\w+)\}/g, (hole, name: string) => String(values[name] ?? hole));
  };
  return Object.assign(say, { language });
}

/** For sentences whose key is put together from a step, an option or a code. @throws Error if the words file has no such sentence */
export function keyOf(...parts: readonly string[]): WordKey {
  const key = parts.join(".");
  if (!isKey(key)) throw new Error(`The words file of the public pages has no "${key}".`);
  return key;
}

export function isKey(key: string): key is WordKey {
  return Object.hasOwn(en, key);
}

/** The sentence of a count, in the plural form of its language. */
export function counted(say: Say, key: string, count: number): string {
  const form = new Intl.PluralRules(say.language).select(count) === "one" ? "one" : "other";
  return say(keyOf(key, form), { count });
}
