import { useTranslation } from "react-i18next";
import { TextField } from "../kit/field.tsx";

export interface CodeFieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Does not take the focus: other things come before it. */
  readonly calm?: boolean;
}

/** Six digits from the authenticator. */
export function CodeField({ value, onChange, calm = false }: CodeFieldProps) {
  const { t } = useTranslation("shell");
  return (
    <div className="code-field">
      <TextField
        label={t("sign-in.code")}
        hint={t("sign-in.code-hint")}
        name="code"
        autoComplete="one-time-code"
        inputMode="numeric"
        maxLength={7}
        autoFocus={!calm}
        required
        short
        value={value}
        onChange={onChange}
      />
    </div>
  );
}
