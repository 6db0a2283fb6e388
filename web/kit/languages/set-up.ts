/** i18next with Homeward's habits: words load by room and language when a screen needs them, and <html> always tells the truth. */
import i18next, { type i18n } from "i18next";
import { initReactI18next } from "react-i18next";
import { setAnswerLanguage } from "../client.ts";
import { currentLook, setLook } from "../preferences.ts";
import { PSEUDO, pseudoWords, type Words } from "./pseudo.ts";

/** The languages a person may choose, each in its own words. */
export const LANGUAGES = [
  { tag: "en", name: "English" },
  { tag: "hi", name: "हिन्दी" },
] as const;

const RIGHT_TO_LEFT = new Set(["ar", "fa", "he", "ps", "sd", "ug", "ur", "ckb", PSEUDO]);

export const directionOf = (language: string): "ltr" | "rtl" =>
  RIGHT_TO_LEFT.has(language.split("-")[0] ?? language) ? "rtl" : "ltr";

/** Loads one namespace's words in one language. Absent words are an error, never a silent English page. */
export type WordSource = (language: string, namespace: string) => Promise<Words>;

/** The best language we have for a wish; English where we have none. */
export function nearestLanguage(wish: string | null | undefined): string {
  const base = wish?.toLowerCase().split("-")[0];
  return LANGUAGES.find((language) => language.tag === base)?.tag ?? (base === PSEUDO ? PSEUDO : "en");
}

/** A choice on this device comes first, then the worker's record, then the browser. */
export function chosenLanguage(worker?: string): string {
  return nearestLanguage(currentLook().language ?? worker ?? navigator.language);
}

function tellThePage(language: string): void {
  // To a screen reader the pseudo-language is English: its letters are.
  document.documentElement.lang = language === PSEUDO ? "en" : language;
  document.documentElement.dir = directionOf(language);
  setAnswerLanguage(language === PSEUDO ? "en" : language);
}

/**
 * Starts the languages.
 * @param source where words come from; the pseudo-language is made from its English
 * @param first namespaces that every page needs
 */
export async function startLanguages(source: WordSource, first: readonly string[]): Promise<i18n> {
  i18next
    .use(initReactI18next)
    .use({
      type: "backend",
      read: (language: string, namespace: string, done: (error: unknown, words: Words | null) => void) => {
        const from = language === PSEUDO ? source("en", namespace).then(pseudoWords) : source(language, namespace);
        from.then((words) => done(null, words)).catch((error: unknown) => done(error, null));
      },
    })
    .on("languageChanged", tellThePage);
  await i18next.init({
    lng: chosenLanguage(),
    supportedLngs: [...LANGUAGES.map(({ tag }) => tag), PSEUDO],
    // Both languages are complete (a test proves it), so no page pays for a second one.
    fallbackLng: false,
    ns: [...first],
    defaultNS: first[0] ?? "kit",
    interpolation: { escapeValue: false }, // React escapes
    returnNull: false,
    // A key in the place of a sentence is a bug: it is said where whoever develops looks, and the stories in the browser fail on it.
    saveMissing: true,
    missingKeyHandler: (languages, namespace, key) =>
      console.error(`No words for ${namespace}:${key} in ${languages.join()}`),
    react: { useSuspense: true },
  });
  return i18next;
}

/** Changes the language for this person on this device. */
export async function chooseLanguage(language: string): Promise<void> {
  await i18next.changeLanguage(language);
  setLook({ language });
}
