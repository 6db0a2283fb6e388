import i18next from "i18next";
import { useTranslation } from "react-i18next";
import type { ItemId } from "../../../../engines/screening/index.ts";

interface EngineWords {
  readonly items: Readonly<Record<ItemId, { readonly question: string; readonly why: string }>>;
  readonly codes: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** The engine's own words: each question with its reason, and every code. They load with this screen; an item of an old list shows its code. */
export function useEngineWords() {
  const { i18n } = useTranslation("screening");
  const words = i18next.getResourceBundle(i18n.resolvedLanguage ?? i18n.language, "screening") as EngineWords;
  return {
    question: (item: ItemId): string => words.items[item]?.question ?? item,
    why: (item: ItemId): string => words.items[item]?.why ?? "",
    code: (group: string, code: string): string => words.codes[group]?.[code] ?? code,
  };
}
