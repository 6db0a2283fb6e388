import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../kit/button.tsx";
import { request } from "../kit/client.ts";
import { Dialog } from "../kit/dialog.tsx";
import { PasswordField, TextField } from "../kit/field.tsx";
import { Section } from "../kit/page.tsx";
import { type Problem, problemOf } from "../kit/problem.ts";
import { Row, Rows } from "../kit/rows.tsx";
import { showToast } from "../kit/toast.tsx";
import { Moment } from "../kit/when.tsx";
import { Enrol } from "./enrol.tsx";
import { addPasskey, passkeysHere, turnedAway } from "./session.ts";
import { Trouble } from "./trouble.tsx";

export interface Passkey {
  readonly id: string;
  readonly label: string;
  readonly createdAt: string;
  readonly lastUsedAt: string | null;
}

export interface OwnSignIn {
  readonly login: string;
  readonly hasCode: boolean;
  readonly recoveryEndsAt: string | null;
  readonly passkeys: readonly Passkey[];
  readonly events: readonly {
    readonly at: string;
    readonly verb: string;
    readonly outcome: string;
    readonly label: string | null;
    readonly factor: string | null;
  }[];
}

/** What lies over the page: a new authenticator, a new or named passkey, the password. */
type Over = "code" | "password" | { readonly passkey: Passkey | null } | null;

/** How one signs in: authenticator, passkeys, password. Each change asks who is there first. */
export function WaysIn({ mine, onChanged }: { readonly mine: OwnSignIn; readonly onChanged: () => void }) {
  const { t } = useTranslation("shell");
  const [over, setOver] = useState<Over>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const done = (word: string) => {
    setOver(null);
    onChanged();
    showToast(t(word));
  };
  const remove = (id: string) => {
    setProblem(null);
    request("DELETE", `/api/passkeys/${id}`)
      .then(() => done("ways.removed"))
      .catch((thrown: unknown) => setProblem(problemOf(thrown)));
  };
  return (
    <Section title={t("ways.title")} note={mine.login}>
      {problem === null ? null : <Trouble problem={problem} />}
      <Rows>
        <Row
          what={t("ways.code")}
          why={t(mine.hasCode ? "ways.code-there" : "ways.code-none")}
          act={<Button onClick={() => setOver("code")}>{t(mine.hasCode ? "ways.code-anew" : "ways.code-set")}</Button>}
        />
        {mine.passkeys.map((passkey) => (
          <Row
            key={passkey.id}
            what={t("ways.passkey", { label: passkey.label })}
            why={
              passkey.lastUsedAt === null ? (
                t("ways.never-used")
              ) : (
                <>
                  {t("ways.last-used")} <Moment at={passkey.lastUsedAt} />
                </>
              )
            }
            act={
              <div className="acts">
                <Button aria-label={`${t("ways.rename")}: ${passkey.label}`} onClick={() => setOver({ passkey })}>
                  {t("ways.rename")}
                </Button>
                <Button
                  kind="danger"
                  aria-label={`${t("ways.remove")}: ${passkey.label}`}
                  onClick={() => remove(passkey.id)}
                >
                  {t("ways.remove")}
                </Button>
              </div>
            }
          />
        ))}
        <Row
          what={t("ways.new-passkey")}
          why={t(passkeysHere() ? "ways.passkey-why" : "ways.passkey-not-here")}
          {...(passkeysHere()
            ? { act: <Button onClick={() => setOver({ passkey: null })}>{t("ways.add")}</Button> }
            : {})}
        />
        <Row
          what={t("sign-in.password")}
          why={t("ways.password-why")}
          act={<Button onClick={() => setOver("password")}>{t("ways.password-change")}</Button>}
        />
      </Rows>
      {over === "code" ? (
        <Dialog title={t("enrol.title")} onClose={() => setOver(null)}>
          <Enrol path="/api/session/totp-enrolment" onDone={() => done("ways.code-kept")} />
        </Dialog>
      ) : null}
      {over === "password" ? (
        <NewPassword onClose={() => setOver(null)} onDone={() => done("ways.password-kept")} />
      ) : null}
      {typeof over === "object" && over !== null ? (
        <NamePasskey passkey={over.passkey} onClose={() => setOver(null)} onDone={() => done("ways.kept")} />
      ) : null}
    </Section>
  );
}

interface OverProps {
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** One act in a dialog: busy, refused, done. A question of the device that was turned away is no refusal. */
function useAct(onDone: () => void) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const run = (work: () => Promise<unknown>) => (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setProblem(null);
    work()
      .then(onDone)
      .catch((thrown: unknown) => {
        if (!turnedAway(thrown)) setProblem(problemOf(thrown));
      })
      .finally(() => setBusy(false));
  };
  return { busy, problem, run };
}

function NamePasskey({ passkey, onClose, onDone }: OverProps & { readonly passkey: Passkey | null }) {
  const { t } = useTranslation("shell");
  const [label, setLabel] = useState(passkey?.label ?? "");
  const { busy, problem, run } = useAct(onDone);
  const name = label.trim() === "" ? t("ways.this-device") : label.trim();
  return (
    <Dialog title={t(passkey === null ? "ways.new-passkey" : "ways.rename")} onClose={onClose}>
      <form
        onSubmit={run(() =>
          passkey === null ? addPasskey(name) : request("PUT", `/api/passkeys/${passkey.id}`, { label: name }),
        )}
        noValidate
      >
        {problem === null ? null : <Trouble problem={problem} />}
        <TextField
          label={t("ways.label")}
          hint={t("ways.label-hint")}
          name="label"
          maxLength={60}
          optional={passkey === null}
          value={label}
          onChange={setLabel}
        />
        <div className="acts">
          <Button kind="first" type="submit" busy={busy}>
            {t(passkey === null ? "ways.make" : "ways.rename")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function NewPassword({ onClose, onDone }: OverProps) {
  const { t } = useTranslation("shell");
  const [old, setOld] = useState("");
  const [password, setPassword] = useState("");
  const { busy, problem, run } = useAct(onDone);
  return (
    <Dialog title={t("ways.password-change")} onClose={onClose}>
      <form onSubmit={run(() => request("PUT", "/api/password", { old, password }))} noValidate>
        {problem === null ? null : <Trouble problem={problem} />}
        <PasswordField label={t("ways.password-old")} name="old" required value={old} onChange={setOld} />
        <PasswordField
          label={t("ways.password-new")}
          hint={t("set-up.password-hint")}
          name="new"
          autoComplete="new-password"
          required
          value={password}
          onChange={setPassword}
        />
        <div className="acts">
          <Button kind="first" type="submit" busy={busy}>
            {t("ways.password-change")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
