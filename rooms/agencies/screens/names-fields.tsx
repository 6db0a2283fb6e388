import { useTranslation } from "react-i18next";
import { TextField } from "../../../web/kit/field.tsx";

/** A name as typed, in each language that names are kept in. */
export interface Typed {
  readonly en: string;
  readonly hi: string;
}
export const UNNAMED: Typed = { en: "", hi: "" };

/** What was typed, without the empty ones. */
export const namesOf = (typed: Typed): Record<string, string> =>
  Object.fromEntries(
    (["en", "hi"] as const).map((tag) => [tag, typed[tag].trim()] as const).filter(([, name]) => name !== ""),
  );
export const typedOf = (names: Readonly<Record<string, string>>): Typed => ({
  en: names["en"] ?? "",
  hi: names["hi"] ?? "",
});
export const isNamed = (typed: Typed): boolean => Object.keys(namesOf(typed)).length > 0;

interface NamesFieldsProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: Typed;
  readonly onChange: (value: Typed) => void;
  readonly error?: string | null;
}

/** A name, in English letters, in Hindi, or both: people read it in their own language where it is there. */
export function NamesFields({ label, hint, value, onChange, error = null }: NamesFieldsProps) {
  const { t } = useTranslation("agencies");
  return (
    <>
      <TextField
        label={t("names.en", { what: label })}
        {...(hint === undefined ? {} : { hint })}
        maxLength={120}
        value={value.en}
        onChange={(en) => onChange({ ...value, en })}
        error={error}
      />
      <TextField
        label={t("names.hi", { what: label })}
        maxLength={120}
        lang="hi"
        optional
        value={value.hi}
        onChange={(hi) => onChange({ ...value, hi })}
      />
    </>
  );
}
