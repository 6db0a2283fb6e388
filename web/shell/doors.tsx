import "./sign-in.css";
import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useCallback, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../kit/button.tsx";
import { type Asked, request, setDoors } from "../kit/client.ts";
import { Dialog } from "../kit/dialog.tsx";
import { formatDate, nameIn } from "../kit/languages/format.ts";
import { Notice } from "../kit/notice.tsx";
import { useNow } from "../kit/now.ts";
import { type Problem, problemOf } from "../kit/problem.ts";
import { useProblemWords } from "../kit/refusal.tsx";
import { CodeField } from "./code-field.tsx";
import type { Me } from "./contract.ts";
import { enterAs, meOptions, passkeysHere, readMe, stepUp, stepUpByPasskey, turnedAway } from "./session.ts";
import { SignInForm } from "./sign-in-form.tsx";
import { Trouble } from "./trouble.tsx";

/** Minutes before the end of a session at which the page says so. */
const WARNS_MINUTES = 10;

/** What comes over a page when the server wants to know who is there: the sign-in, and the second factor. */
export function Doors({ me }: { readonly me: Me }) {
  const [asking, setAsking] = useState<"signIn" | "stepUp" | null>(null);
  const settle = useRef<((answer: Asked) => void) | null>(null);
  const queries = useQueryClient();

  const ask = useCallback(
    (door: "signIn" | "stepUp") =>
      new Promise<Asked>((resolve) => {
        settle.current?.("gone");
        settle.current = resolve;
        setAsking(door);
      }),
    [],
  );
  useEffect(() => {
    setDoors({ signIn: () => ask("signIn"), stepUp: () => ask("stepUp") });
    return () => setDoors({ signIn: async () => "gone", stepUp: async () => "gone" });
  }, [ask]);

  const answer = useCallback((said: Asked) => {
    settle.current?.(said);
    settle.current = null;
    setAsking(null);
  }, []);

  const entered = useCallback(async () => {
    const now = await readMe();
    if (now.worker.id !== me.worker.id) {
      // Somebody else: their work begins on an empty page. The person before finds the draft when they return.
      location.replace("/");
      return;
    }
    queries.setQueryData(meOptions.queryKey, now);
    answer("again");
  }, [answer, me.worker.id, queries]);

  // A page that comes back from the browser's own memory may show what its session no longer may.
  useEffect(() => {
    const back = (event: PageTransitionEvent) => {
      if (event.persisted) void request("GET", "/api/me").catch(() => location.replace("/sign-in"));
    };
    addEventListener("pageshow", back);
    return () => removeEventListener("pageshow", back);
  }, []);

  return (
    <>
      <Expiry me={me} onAgain={() => void ask("signIn")} />
      {asking === "signIn" ? <SignInAgain me={me} onEntered={entered} /> : null}
      {asking === "stepUp" ? <StepUp me={me} onAnswer={answer} /> : null}
    </>
  );
}

/** Says in time that a session ends, and asks at its end. Neither loses anything. */
function Expiry({ me, onAgain }: { readonly me: Me; readonly onAgain: () => void }) {
  const { t, i18n } = useTranslation("shell");
  const now = useNow();
  const ends = Date.parse(me.session.expiresAt);
  useEffect(() => {
    const left = ends - Date.now();
    // Longer than a timer can count is not our concern; half a day is usual.
    if (Number.isNaN(left) || left > 2 ** 31 - 1) return;
    const timer = setTimeout(() => void request("GET", "/api/me").catch(() => undefined), Math.max(0, left) + 500);
    return () => clearTimeout(timer);
  }, [ends]);
  if (Number.isNaN(ends) || ends - now > WARNS_MINUTES * 60_000 || ends < now) return null;
  return (
    <section className="expiry" aria-label={t("expiry.act")}>
      <Notice
        meaning="soon"
        title={t("expiry.title", { time: formatDate(ends, "time", i18n.resolvedLanguage ?? "en") })}
        acts={<Button onClick={onAgain}>{t("expiry.act")}</Button>}
        speak
      >
        {t("expiry.lead")}
      </Notice>
    </section>
  );
}

function SignInAgain({ me, onEntered }: { readonly me: Me; readonly onEntered: () => Promise<void> }) {
  const { t, i18n } = useTranslation("shell");
  const name = nameIn(me.worker.names, i18n.resolvedLanguage ?? "en");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const words = useProblemWords();
  const enter = async (work: () => Promise<unknown>) => {
    setBusy(true);
    setProblem(null);
    try {
      await work();
      await onEntered();
    } catch (thrown) {
      setProblem(problemOf(thrown));
      setBusy(false);
    }
  };
  return (
    <Dialog title={t("again.title")} covering>
      <p>{t("again.lead", { name })}</p>
      {problem === null ? null : (
        <Notice meaning="late" title={words(problem).title} speak>
          {words(problem).next}
        </Notice>
      )}
      {me.demo ? (
        <div className="acts">
          <Button kind="first" busy={busy} onClick={() => void enter(() => enterAs(me.worker.id))}>
            {t("again.as", { name })}
          </Button>
        </div>
      ) : (
        <SignInForm onDone={() => void enter(async () => undefined)} />
      )}
      <p className="small quiet">
        <a href="/sign-in">{t("again.other")}</a>
      </p>
    </Dialog>
  );
}

function StepUp({ me, onAnswer }: { readonly me: Me; readonly onAnswer: (answer: Asked) => void }) {
  const { t } = useTranslation("shell");
  const queries = useQueryClient();
  const [code, setCode] = useState("");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const confirm = async (by: () => Promise<unknown>) => {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    try {
      await by();
      void queries.invalidateQueries({ queryKey: meOptions.queryKey });
      onAnswer("again");
    } catch (thrown) {
      if (!turnedAway(thrown)) setProblem(problemOf(thrown));
      setCode("");
      setBusy(false);
    }
  };
  const go = (event: FormEvent) => {
    event.preventDefault();
    void confirm(() => stepUp(code.replace(/\D/g, "")));
  };
  return (
    <Dialog title={t("step-up.title")} onClose={() => onAnswer("gone")}>
      <p>{t("step-up.lead")}</p>
      {problem === null ? null : <Trouble problem={problem} />}
      <form onSubmit={go} noValidate>
        <CodeField value={code} onChange={setCode} />
        {me.demo ? (
          <p className="small">
            <a href="/cast" target="_blank" rel="noreferrer">
              {t("step-up.cast")}
            </a>
          </p>
        ) : null}
        <div className="acts">
          <Button kind="first" type="submit" busy={busy}>
            {t("sign-in.confirm")}
          </Button>
          {passkeysHere() ? (
            <Button busy={busy} onClick={() => void confirm(stepUpByPasskey)}>
              {t("passkey.use")}
            </Button>
          ) : null}
          <Button kind="plain" onClick={() => onAnswer("gone")}>
            {t("step-up.leave")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
