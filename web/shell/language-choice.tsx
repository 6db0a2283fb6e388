import { useTranslation } from "react-i18next";
import { chooseLanguage, LANGUAGES } from "../kit/languages/set-up.ts";

/** The languages, each in its own words. */
export function LanguageChoice() {
  const { t, i18n } = useTranslation("shell");
  return (
    // biome-ignore lint/a11y/useSemanticElements: toggles, not form fields
    <div className="languages" role="group" aria-label={t("look.language")}>
      {LANGUAGES.map(({ tag, name }) => (
        <button
          key={tag}
          type="button"
          lang={tag}
          aria-pressed={i18n.resolvedLanguage === tag}
          onClick={() => void chooseLanguage(tag)}
        >
          {name}
        </button>
      ))}
    </div>
  );
}
