import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../web/kit/button.tsx";
import { Checks, Choice, Select } from "../../../web/kit/choice.tsx";
import { request } from "../../../web/kit/client.ts";
import { Dialog } from "../../../web/kit/dialog.tsx";
import { TextField } from "../../../web/kit/field.tsx";
import { formatDate, nameIn } from "../../../web/kit/languages/format.ts";
import { Page, Section } from "../../../web/kit/page.tsx";
import { type Problem, problemOf } from "../../../web/kit/problem.ts";
import { keyOf, reading } from "../../../web/kit/reading.ts";
import { SmallRefusal } from "../../../web/kit/refusal.tsx";
import { Row, Rows } from "../../../web/kit/rows.tsx";
import { Shown } from "../../../web/kit/shown.tsx";
import { showToast } from "../../../web/kit/toast.tsx";
import { useMe } from "../../../web/shell/session.ts";

type Names = Readonly<Record<string, string>>;
interface Colleague {
  readonly id: string;
  readonly names: Names;
  readonly roles: readonly string[];
  readonly unitId: string;
  readonly signsIn: boolean | null;
}
interface SignUp {
  readonly path: string;
  readonly expiresAt: string;
}
interface Unit {
  readonly id: string;
  readonly names: Names;
}
interface Role {
  readonly code: string;
  readonly names: Names;
  readonly kinds: readonly string[];
}

/** Who works here: adding a colleague, the one-time link with which they make their own sign-in, and the end of their work. */
export default function Colleagues() {
  const { t, i18n } = useTranslation("agencies");
  const language = i18n.resolvedLanguage ?? "en";
  const me = useMe();
  const queries = useQueryClient();
  const found = useQuery(reading<{ colleagues: readonly Colleague[] }>("/api/colleagues"));
  const directory = useQuery(reading<{ agencies: readonly { id: string; units: readonly Unit[] }[] }>("/api/agencies"));
  const pack = useQuery(reading<{ roles: readonly Role[] }>("/api/pack"));
  const [link, setLink] = useState<{ readonly name: string; readonly signUp: SignUp | null } | null>(null);
  const [ending, setEnding] = useState<Colleague | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);

  // A home is in no directory: its name is a place. Its administrator adds to the own unit.
  const listed = directory.data?.agencies.find((agency) => agency.id === me.worker.agency?.id)?.units ?? [];
  const units: readonly Unit[] = listed.length > 0 || me.worker.unit === null ? listed : [me.worker.unit];
  const kind = me.worker.agency?.kind ?? "";
  // Two people name an overseer, on a page of their own.
  const roles = (pack.data?.roles ?? []).filter((role) => role.code !== "overseer" && role.kinds.includes(kind));
  const roleNames = (codes: readonly string[]) =>
    codes
      .map((code) => nameIn(pack.data?.roles.find((role) => role.code === code)?.names ?? { en: code }, language))
      .join(", ");
  const changed = () => void queries.invalidateQueries({ queryKey: keyOf("/api/colleagues") });
  const act = (work: Promise<unknown>) => {
    setProblem(null);
    work.catch((thrown: unknown) => setProblem(problemOf(thrown))).finally(changed);
  };
  const newLink = (one: Colleague) =>
    act(
      request("POST", `/api/colleagues/${one.id}/sign-up-link`).then(({ signUp }) =>
        setLink({ name: nameIn(one.names, language), signUp }),
      ),
    );
  return (
    <Page title={t("colleagues.title")} lead={t("colleagues.lead")}>
      {problem === null ? null : <SmallRefusal problem={problem} />}
      <Section title={t("colleagues.here")}>
        <Shown query={found}>
          {({ colleagues }) => (
            <Rows>
              {colleagues.map((one) => {
                const name = nameIn(one.names, language);
                const unit = units.find(({ id }) => id === one.unitId);
                return (
                  <Row
                    key={one.id}
                    still={one.signsIn !== false}
                    what={name}
                    about={[...(unit ? [nameIn(unit.names, language)] : []), roleNames(one.roles)].join(" · ")}
                    why={one.signsIn === false ? t("colleagues.not-yet") : undefined}
                    act={
                      one.id === me.worker.id ? (
                        <span className="quiet">{t("colleagues.you")}</span>
                      ) : (
                        <div className="acts">
                          {one.signsIn === false ? (
                            <Button aria-label={`${t("colleagues.new-link")}: ${name}`} onClick={() => newLink(one)}>
                              {t("colleagues.new-link")}
                            </Button>
                          ) : null}
                          <Button
                            kind="danger"
                            aria-label={`${t("colleagues.end")}: ${name}`}
                            onClick={() => setEnding(one)}
                          >
                            {t("colleagues.end")}
                          </Button>
                        </div>
                      )
                    }
                  />
                );
              })}
            </Rows>
          )}
        </Shown>
      </Section>
      <Section title={t("colleagues.add")}>
        <AddColleague
          units={units}
          roles={roles}
          onAdded={(name, signUp) => {
            changed();
            setLink({ name, signUp });
          }}
        />
      </Section>
      {link === null ? null : <OneTimeLink {...link} onClose={() => setLink(null)} />}
      {ending === null ? null : (
        <Dialog
          title={t("colleagues.end-title", { name: nameIn(ending.names, language) })}
          onClose={() => setEnding(null)}
        >
          <p>{t("colleagues.end-why")}</p>
          <div className="acts">
            <Button
              kind="danger"
              onClick={() => {
                const { id } = ending;
                setEnding(null);
                act(request("DELETE", `/api/colleagues/${id}`).then(() => showToast(t("colleagues.ended"))));
              }}
            >
              {t("colleagues.end")}
            </Button>
            <Button kind="plain" onClick={() => setEnding(null)}>
              {t("colleagues.stay")}
            </Button>
          </div>
        </Dialog>
      )}
    </Page>
  );
}

interface AddProps {
  readonly units: readonly Unit[];
  readonly roles: readonly Role[];
  readonly onAdded: (name: string, signUp: SignUp | null) => void;
}

function AddColleague({ units, roles, onAdded }: AddProps) {
  const { t, i18n } = useTranslation("agencies");
  const language = i18n.resolvedLanguage ?? "en";
  const [name, setName] = useState("");
  const [reads, setReads] = useState<"en" | "hi" | null>(null);
  const [unit, setUnit] = useState<string | null>(null);
  const [asked, setAsked] = useState<string[]>([]);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const unitId = units.length === 1 ? (units[0]?.id ?? null) : unit;
  const add = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (busy || name.trim() === "" || reads === null || unitId === null || asked.length === 0) return;
    setBusy(true);
    setProblem(null);
    try {
      const { signUp } = await request("POST", "/api/colleagues", {
        names: { [reads]: name.trim() },
        language: reads,
        unitId,
        roles: asked,
      });
      onAdded(name.trim(), signUp);
      setName("");
      setReads(null);
      setAsked([]);
      setTried(false);
    } catch (thrown) {
      setProblem(problemOf(thrown));
    } finally {
      setBusy(false);
    }
  };
  const needed = (there: boolean, word: string) => (tried && !there ? t(word) : null);
  return (
    <form onSubmit={add} noValidate>
      {problem === null ? null : <SmallRefusal problem={problem} />}
      <TextField
        label={t("colleagues.name")}
        name="colleague"
        value={name}
        onChange={setName}
        error={needed(name.trim() !== "", "colleagues.name-needed")}
      />
      <Choice
        label={t("colleagues.reads")}
        name="reads"
        value={reads}
        onChange={setReads}
        options={[
          { value: "en", label: "English" },
          { value: "hi", label: "हिन्दी" },
        ]}
        error={needed(reads !== null, "colleagues.reads-needed")}
      />
      {units.length === 1 ? null : (
        <Select
          label={t("colleagues.unit")}
          name="unit"
          value={unit}
          onChange={setUnit}
          options={units.map(({ id, names }) => ({ value: id, label: nameIn(names, language) }))}
          error={needed(unitId !== null, "colleagues.unit-needed")}
        />
      )}
      <Checks
        label={t("colleagues.roles")}
        name="roles"
        value={asked}
        onChange={setAsked}
        options={roles.map(({ code, names }) => ({ value: code, label: nameIn(names, language) }))}
        error={needed(asked.length > 0, "colleagues.roles-needed")}
      />
      <div className="acts">
        <Button kind="first" type="submit" busy={busy}>
          {t("colleagues.add")}
        </Button>
      </div>
    </form>
  );
}

/** Shown once: nobody keeps it, here or on the server. */
function OneTimeLink({
  name,
  signUp,
  onClose,
}: {
  readonly name: string;
  readonly signUp: SignUp | null;
  readonly onClose: () => void;
}) {
  const { t, i18n } = useTranslation("agencies");
  const language = i18n.resolvedLanguage ?? "en";
  const address = signUp === null ? "" : `${location.origin}${signUp.path}`;
  return (
    <Dialog title={t("colleagues.link-title", { name })} onClose={onClose}>
      {signUp === null ? (
        <p>{t("colleagues.link-gone")}</p>
      ) : (
        <>
          <p>{t("colleagues.link-lead", { time: formatDate(signUp.expiresAt, "moment", language) })}</p>
          <TextField label={t("colleagues.link")} name="link" readOnly value={address} onChange={() => undefined} />
          <p className="small quiet">{t("colleagues.link-how")}</p>
        </>
      )}
      <div className="acts">
        {signUp === null ? null : (
          <Button
            kind="first"
            onClick={() => void navigator.clipboard?.writeText(address).then(() => showToast(t("colleagues.copied")))}
          >
            {t("colleagues.copy")}
          </Button>
        )}
        <Button onClick={onClose}>{t("colleagues.done")}</Button>
      </div>
    </Dialog>
  );
}
