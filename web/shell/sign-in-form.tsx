import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../kit/button.tsx";
import { PasswordField, TextField } from "../kit/field.tsx";
import { Notice } from "../kit/notice.tsx";
import { type Problem, problemOf } from "../kit/problem.ts";
import { useProblemWords } from "../kit/refusal.tsx";
import { enterCode, enterPassword } from "./session.ts";

/** The server wants the code without the spaces that authenticator apps put into it. */
const bare = (code: string) => code.replace(/\D/g, "");

/** Name and password, then the code of the second factor. Used as a page and over a page. */
export function SignInForm({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation("shell");
  const words = useProblemWords();
  const [step, setStep] = useState<"password" | "code">("password");
  const [login, setLogin] = useState("");
  const [password, setPassword] = useState("");
  const [code, setCode] = useState("");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  const go = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setProblem(null);
    try {
      const { next } = step === "password" ? await enterPassword(login.trim(), password) : await enterCode(bare(code));
      if (next === "done") return onDone();
      setStep("code");
      setPassword(""); // not needed again; it should not lie in memory
    } catch (thrown) {
      const found = problemOf(thrown);
      setProblem(found);
      // The half-open session is gone: begin again with the name.
      if (step === "code" && found.status === 401) setStep("password");
    } finally {
      setBusy(false);
    }
  };

  const told = problem === null ? null : words(problem);
  return (
    <form onSubmit={go} noValidate>
      {told === null ? null : (
        <Notice meaning="late" title={told.title} speak>
          {told.next}
        </Notice>
      )}
      {step === "password" ? (
        <>
          <TextField
            label={t("sign-in.login")}
            name="username"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            required
            value={login}
            onChange={setLogin}
          />
          <PasswordField
            label={t("sign-in.password")}
            name="password"
            required
            value={password}
            onChange={setPassword}
          />
        </>
      ) : (
        <CodeField value={code} onChange={setCode} />
      )}
      <div className="acts">
        <Button kind="first" type="submit" busy={busy}>
          {t(step === "password" ? "sign-in.enter" : "sign-in.confirm")}
        </Button>
        {step === "code" ? (
          <Button kind="plain" onClick={() => setStep("password")}>
            {t("sign-in.other")}
          </Button>
        ) : null}
      </div>
    </form>
  );
}

/** Six digits from the authenticator. */
export function CodeField({ value, onChange }: { readonly value: string; readonly onChange: (value: string) => void }) {
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
        autoFocus
        required
        short
        value={value}
        onChange={onChange}
      />
    </div>
  );
}
