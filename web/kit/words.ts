/** The kit's own words, and the language they are in. */
import i18next from "i18next";
import { useSyncExternalStore } from "react";
import type { Say } from "./due.ts";

const listeners = new Set<() => void>();
let listening = false;
let known: { readonly say: Say; readonly language: string } | null = null;

function subscribe(listener: () => void): () => void {
  if (!listening) {
    listening = true;
    i18next.on("languageChanged", () => {
      known = null;
      for (const one of listeners) one();
    });
  }
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function current(): { readonly say: Say; readonly language: string } {
  const language = i18next.resolvedLanguage ?? i18next.language;
  if (known?.language !== language) {
    known = { language, say: i18next.getFixedT(language, "kit") as unknown as Say };
  }
  return known;
}

/**
 * `const { say, language } = useKitWords()`. The kit's words are loaded before the first page, so this needs none of the waiting that
 * useTranslation does: a list shows it in hundreds of cells at once.
 */
export function useKitWords(): { readonly say: Say; readonly language: string } {
  return useSyncExternalStore(subscribe, current);
}
