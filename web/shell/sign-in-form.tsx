import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../kit/button.tsx";
import { PasswordField, TextField } from "../kit/field.tsx";
import { Notice } from "../kit/notice.tsx";
import { type Problem, problemOf } from "../kit/problem.ts";
import { CodeField } from "./code-field.tsx";
import { Enrol } from "./enrol.tsx";
import {
  askToRecover,
  enterAnew,
  enterByPasskey,
  enterCode,
  enterPassword,
  enterWords,
  type Lost,
  type NextStep,
  passkeysHere,
  turnedAway,
} from "./session.ts";
import { Trouble } from "./trouble.tsx";

/** The server wants the code without the spaces that authenticator apps put into it. */
const bare = (code: string) => code.replace(/\D/g, "");

/**
 * `words`: a colleague vouched and said them, the password is known. `anew`: they were said for a forgotten password. `lost` asks for either,
 * `asked` says what happens now.
 */
type Step = "password" | "code" | "passkey" | "enrol" | "words" | "anew" | "lost" | "asked";
const STEP_OF: Record<Exclude<NextStep["next"], "done">, Step> = { totp: "code", passkey: "passkey", enrol: "enrol" };

/** Name and password and the second factor, or a passkey alone; and the way back for whoever lost it. Used as a page and over a page. */
export function SignInForm({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation("shell");
  const [step, setStep] = useState<Step>("password");
  const [login, setLogin] = useState("");
  const [password, setPassword] = useState("");
  const [code, setCode] = useState("");
  const [said, setSaid] = useState("");
  const [lost, setLost] = useState<Lost>("factor");
  const [fresh, setFresh] = useState("");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  const to = (next: Step) => {
    setProblem(null);
    setStep(next);
  };
  const run = async (work: () => Promise<NextStep["next"] | "asked">) => {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    try {
      const next = await work();
      if (next === "done") return onDone();
      setStep(next === "asked" ? "asked" : STEP_OF[next]);
      setPassword(""); // not needed again; they should not lie in memory
      setFresh("");
      setSaid("");
    } catch (thrown) {
      if (turnedAway(thrown)) return;
      const found = problemOf(thrown);
      setProblem(found);
      setCode("");
      // The half-open session is gone: begin again with the name.
      if (step !== "password" && step !== "lost" && step !== "anew" && found.status === 401) setStep("password");
    } finally {
      setBusy(false);
    }
  };
  const go = (event: FormEvent) => {
    event.preventDefault();
    void run(async () => {
      if (step === "password") return (await enterPassword(login.trim(), password)).next;
      if (step === "code") return (await enterCode(bare(code))).next;
      if (step === "words") return (await enterWords(said)).next;
      if (step === "anew") return (await enterAnew(login.trim(), said, fresh)).next;
      await askToRecover(login.trim(), lost);
      return "asked";
    });
  };
  const byPasskey = () => void run(async () => (await enterByPasskey()).next);
  const plain = (word: string, next: Step) => (
    <Button kind="plain" onClick={() => to(next)}>
      {t(word)}
    </Button>
  );

  const without = (what: Lost) => (
    <Button
      kind="plain"
      onClick={() => {
        setLost(what);
        to("lost");
      }}
    >
      {t(what === "factor" ? "lost.title" : "forgot.title")}
    </Button>
  );
  const isWeak = problem?.code.startsWith("password-") === true;

  if (step === "enrol")
    return (
      <>
        <p className="lead">{t("enrol.lead")}</p>
        <Enrol path="/api/session/enrolment" onDone={onDone} />
      </>
    );
  if (step === "asked")
    return (
      <Notice title={t("lost.asked")} speak acts={plain("lost.back", "password")}>
        <p>{t("lost.asked-next")}</p>
        <p>{t(lost === "factor" ? "lost.asked-then" : "forgot.asked-then")}</p>
      </Notice>
    );
  const name = (
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
  );
  return (
    <form onSubmit={go} noValidate>
      {problem === null || isWeak ? null : <Trouble problem={problem} />}
      {step === "password" ? (
        <>
          {name}
          <PasswordField
            label={t("sign-in.password")}
            name="password"
            required
            value={password}
            onChange={setPassword}
          />
        </>
      ) : null}
      {step === "code" ? <CodeField value={code} onChange={setCode} /> : null}
      {step === "passkey" ? <p className="lead">{t("passkey.owed")}</p> : null}
      {step === "lost" ? (
        <>
          <p className="lead">{t(lost === "factor" ? "lost.lead" : "forgot.lead")}</p>
          {name}
        </>
      ) : null}
      {step === "anew" ? (
        <>
          <p className="lead">{t("forgot.anew-lead")}</p>
          {name}
        </>
      ) : null}
      {step === "words" || step === "anew" ? (
        <TextField
          label={t("lost.words")}
          hint={t("lost.words-hint")}
          name="words"
          autoCapitalize="none"
          spellCheck={false}
          autoFocus={step === "words"}
          required
          value={said}
          onChange={setSaid}
        />
      ) : null}
      {step === "anew" ? (
        <PasswordField
          label={t("forgot.new")}
          hint={t("set-up.password-hint")}
          name="new-password"
          autoComplete="new-password"
          required
          value={fresh}
          onChange={setFresh}
          error={isWeak ? `${problem.title} ${problem.next ?? ""}` : null}
        />
      ) : null}
      <div className="acts">
        {step === "passkey" ? (
          <Button kind="first" busy={busy} onClick={byPasskey}>
            {t("passkey.use")}
          </Button>
        ) : (
          <Button kind="first" type="submit" busy={busy}>
            {t(step === "password" ? "sign-in.enter" : step === "lost" ? "lost.ask" : "sign-in.confirm")}
          </Button>
        )}
        {step === "password" && passkeysHere() ? (
          <Button busy={busy} onClick={byPasskey}>
            {t("passkey.use")}
          </Button>
        ) : null}
        {step === "password" ? null : plain("sign-in.other", "password")}
      </div>
      <div className="entrance-ways small">
        {step === "password" ? (
          <>
            {without("password")}
            {without("factor")}
          </>
        ) : null}
        {step === "lost" && lost === "password" ? plain("lost.have-words", "anew") : null}
        {step === "code" || step === "passkey" ? (
          <>
            {plain("lost.have-words", "words")}
            {without("factor")}
          </>
        ) : null}
      </div>
    </form>
  );
}
