/** The kit's own words, and the language they are in. */
import { useTranslation } from "react-i18next";
import type { Say } from "./due.ts";

/** `const { say, language } = useKitWords()` */
export function useKitWords(): { say: Say; language: string } {
  const { t, i18n } = useTranslation("kit");
  return { say: t as unknown as Say, language: i18n.resolvedLanguage ?? i18n.language };
}
