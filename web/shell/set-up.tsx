import { type FormEvent, type ReactNode, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button, Link } from "../kit/button.tsx";
import { Select } from "../kit/choice.tsx";
import { request } from "../kit/client.ts";
import { PasswordField, TextField } from "../kit/field.tsx";
import { formatDate, nameIn } from "../kit/languages/format.ts";
import { PageTitle } from "../kit/page.tsx";
import { type Problem, problemOf } from "../kit/problem.ts";
import { Refusal } from "../kit/refusal.tsx";
import { Waiting } from "../kit/waiting.tsx";
import type { Names } from "./contract.ts";
import { Enrol } from "./enrol.tsx";
import { Entrance } from "./entrance.tsx";
import { Trouble } from "./trouble.tsx";

interface Choice {
  readonly code: string;
  readonly names: Names;
}
interface LinkRead {
  readonly first: boolean;
  readonly names: Names | null;
  readonly agencyNames: Names | null;
  readonly expiresAt: string;
  readonly kinds: readonly Choice[];
  readonly jurisdictions: readonly Choice[];
}

/** The link's secret stands behind the #: it never reaches a server's log. Read once, then gone from the address and the history. */
function takeToken(): string {
  const token = location.hash.slice(1);
  if (token !== "") history.replaceState(history.state, "", "/set-up");
  return token;
}

/** Behind a one-time link: the first administrator, or a new colleague, makes the own sign-in. */
export default function SetUp() {
  const { t, i18n } = useTranslation("shell");
  const language = i18n.resolvedLanguage ?? "en";
  const [token] = useState(takeToken);
  const [link, setLink] = useState<LinkRead | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [step, setStep] = useState<"who" | "enrol" | "in">("who");
  useEffect(() => {
    request("POST", "/api/sign-up-links/reading", { token: token.padEnd(20, "-") }, { asIs: true })
      .then(setLink)
      .catch((thrown: unknown) => setProblem(problemOf(thrown)));
  }, [token]);

  if (step === "in")
    return (
      <Framed title={t("set-up.in")}>
        <p className="lead">{t(link?.first ? "set-up.in-first" : "set-up.in-colleague")}</p>
        <div className="acts">
          <Button kind="first" onClick={() => location.replace("/")}>
            {t("set-up.go")}
          </Button>
        </div>
      </Framed>
    );
  if (step === "enrol")
    return (
      <Framed title={t("enrol.title")}>
        <p className="lead">{t("enrol.lead")}</p>
        <Enrol path="/api/session/enrolment" onDone={() => setStep("in")} />
      </Framed>
    );
  if (problem !== null)
    return (
      <Entrance>
        <Refusal
          problem={problem}
          act={
            <Link asButton kind="first" to="/sign-in">
              {t("set-up.to-sign-in")}
            </Link>
          }
        />
      </Entrance>
    );
  if (link === null)
    return (
      <Entrance>
        <Waiting />
      </Entrance>
    );
  const until = t("set-up.until", { time: formatDate(link.expiresAt, "moment", language) });
  return (
    <Framed
      title={
        link.names === null
          ? t("set-up.title-first")
          : t("set-up.title-colleague", { name: nameIn(link.names, language) })
      }
    >
      <p className="lead">
        {link.agencyNames === null
          ? t("set-up.lead-first")
          : t("set-up.lead-colleague", { agency: nameIn(link.agencyNames, language) })}
      </p>
      <p className="small quiet">{until}</p>
      <Making token={token} link={link} language={language} onMade={() => setStep("enrol")} />
    </Framed>
  );
}

function Framed({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <Entrance>
      <PageTitle key={title}>{title}</PageTitle>
      {children}
    </Entrance>
  );
}

interface MakingProps {
  readonly token: string;
  readonly link: LinkRead;
  readonly language: string;
  readonly onMade: () => void;
}

const EMPTY = { name: "", login: "", password: "", agencyName: "", unitName: "" };

function Making({ token, link, language, onMade }: MakingProps) {
  const { t } = useTranslation("shell");
  const [typed, setTyped] = useState(EMPTY);
  const [kind, setKind] = useState<string | null>(null);
  const [jurisdiction, setJurisdiction] = useState<string | null>(null);
  const [missing, setMissing] = useState<readonly string[]>([]);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const put = (field: keyof typeof EMPTY) => (value: string) => setTyped((before) => ({ ...before, [field]: value }));
  const login = typed.login.trim().toLowerCase();

  const make = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    const empty = [
      ...(/^[a-z0-9][a-z0-9._-]{1,63}$/.test(login) ? [] : ["login"]),
      ...(typed.password === "" ? ["password"] : []),
      ...(link.first
        ? [
            ...(["name", "agencyName", "unitName"] as const).filter((field) => typed[field].trim() === ""),
            ...(kind === null ? ["kind"] : []),
            ...(jurisdiction === null ? ["jurisdiction"] : []),
          ]
        : []),
    ];
    setMissing(empty);
    if (empty.length > 0) return;
    setBusy(true);
    setProblem(null);
    try {
      const { password } = typed;
      if (link.first)
        await request(
          "POST",
          "/api/installation/administrator",
          { token, ...typed, login, language: language === "hi" ? "hi" : "en", kind, jurisdiction },
          { asIs: true },
        );
      else await request("POST", "/api/sign-ups", { token, login, password }, { asIs: true });
      onMade();
    } catch (thrown) {
      setProblem(problemOf(thrown));
      setBusy(false);
    }
  };
  const wrong = (field: string) => (missing.includes(field) ? t(`set-up.missing.${field}`) : null);
  const options = (list: readonly Choice[]) =>
    list.map(({ code, names }) => ({ value: code, label: nameIn(names, language) }));
  const isPassword = problem?.code.startsWith("password-") === true;
  return (
    <form onSubmit={make} noValidate>
      {link.first ? (
        <TextField
          label={t("set-up.name")}
          name="name"
          autoComplete="name"
          value={typed.name}
          onChange={put("name")}
          error={wrong("name")}
        />
      ) : null}
      <TextField
        label={t("sign-in.login")}
        hint={t("set-up.login-hint")}
        name="username"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        value={typed.login}
        onChange={put("login")}
        error={problem?.code === "login-taken" ? `${problem.title} ${problem.next ?? ""}` : wrong("login")}
      />
      <PasswordField
        label={t("sign-in.password")}
        hint={t("set-up.password-hint")}
        name="password"
        autoComplete="new-password"
        value={typed.password}
        onChange={put("password")}
        error={isPassword ? `${problem.title} ${problem.next ?? ""}` : wrong("password")}
      />
      {link.first ? (
        <>
          <TextField
            label={t("set-up.agency")}
            hint={t("set-up.agency-hint")}
            name="agency"
            value={typed.agencyName}
            onChange={put("agencyName")}
            error={wrong("agencyName")}
          />
          <Select
            label={t("set-up.kind")}
            name="kind"
            value={kind}
            onChange={setKind}
            options={options(link.kinds)}
            error={wrong("kind")}
          />
          <Select
            label={t("set-up.place")}
            name="place"
            value={jurisdiction}
            onChange={setJurisdiction}
            options={options(link.jurisdictions)}
            error={wrong("jurisdiction")}
          />
          <TextField
            label={t("set-up.unit")}
            hint={t("set-up.unit-hint")}
            name="unit"
            value={typed.unitName}
            onChange={put("unitName")}
            error={wrong("unitName")}
          />
        </>
      ) : null}
      {problem === null || isPassword || problem.code === "login-taken" ? null : <Trouble problem={problem} />}
      <div className="acts">
        <Button kind="first" type="submit" busy={busy}>
          {t("set-up.next")}
        </Button>
      </div>
    </form>
  );
}
