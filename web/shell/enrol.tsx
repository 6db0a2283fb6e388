import "./enrol.css";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../kit/button.tsx";
import { request } from "../kit/client.ts";
import { type Problem, problemOf } from "../kit/problem.ts";
import { QrCode } from "../kit/qr-code.tsx";
import { Waiting } from "../kit/waiting.tsx";
import { CodeField } from "./code-field.tsx";
import { Trouble } from "./trouble.tsx";

export interface EnrolProps {
  /** While a sign-in still owes its factor, or for somebody who is signed in and takes a new one. */
  readonly path: "/api/session/enrolment" | "/api/session/totp-enrolment";
  readonly onDone: () => void;
}

/** Sets up an authenticator: a picture to scan, the same in letters, and one code to prove that it works. */
export function Enrol({ path, onDone }: EnrolProps) {
  const { t } = useTranslation("shell");
  const [offer, setOffer] = useState<{ seed: string; uri: string } | null>(null);
  const [code, setCode] = useState("");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const asked = useRef(false);
  const owing = path === "/api/session/enrolment";
  useEffect(() => {
    if (asked.current) return;
    asked.current = true;
    request<{ seed: string; uri: string }>("POST", path, {}, { asIs: owing })
      .then(setOffer)
      .catch((thrown: unknown) => setProblem(problemOf(thrown)));
  }, [path, owing]);
  const confirm = async (event: FormEvent) => {
    event.preventDefault();
    if (busy || offer === null) return;
    setBusy(true);
    setProblem(null);
    try {
      await request("POST", path, { seed: offer.seed, code: code.replace(/\D/g, "") }, { asIs: owing });
      onDone();
    } catch (thrown) {
      setProblem(problemOf(thrown));
      setCode("");
    } finally {
      setBusy(false);
    }
  };
  if (offer === null) return problem === null ? <Waiting lines={4} /> : <Trouble problem={problem} />;
  return (
    <form className="enrol" onSubmit={confirm} noValidate>
      <ol>
        <li>
          <p>{t("enrol.app")}</p>
        </li>
        <li>
          <p>{t("enrol.scan")}</p>
          <QrCode text={offer.uri} label={t("enrol.picture")} />
          <p className="small">
            <a href={offer.uri}>{t("enrol.here")}</a>
          </p>
          <p className="small quiet">{t("enrol.letters")}</p>
          <p className="enrol-seed" translate="no">
            {offer.seed.match(/.{1,4}/g)?.join(" ")}
          </p>
        </li>
        <li>
          <p>{t("enrol.prove")}</p>
          {problem === null ? null : <Trouble problem={problem} />}
          <CodeField value={code} onChange={setCode} calm />
        </li>
      </ol>
      <div className="acts">
        <Button kind="first" type="submit" busy={busy}>
          {t("enrol.confirm")}
        </Button>
      </div>
    </form>
  );
}
