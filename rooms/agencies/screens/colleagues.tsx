import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button, Link } from "../../../web/kit/button.tsx";
import { Choice } from "../../../web/kit/choice.tsx";
import { request } from "../../../web/kit/client.ts";
import { TextField } from "../../../web/kit/field.tsx";
import { nameIn } from "../../../web/kit/languages/format.ts";
import { Page, Section } from "../../../web/kit/page.tsx";
import { type Problem, problemOf } from "../../../web/kit/problem.ts";
import { keyOf } from "../../../web/kit/reading.ts";
import { SmallRefusal } from "../../../web/kit/refusal.tsx";
import { Row, Rows } from "../../../web/kit/rows.tsx";
import { Shown } from "../../../web/kit/shown.tsx";
import { Moment } from "../../../web/kit/when.tsx";
import { OneTimeLink, type SignUp } from "./one-time-link.tsx";
import { meant, type Posting, PostingFields } from "./posting-fields.tsx";
import { COLLEAGUES, useColleagues, useOffice, useUnits } from "./shared.ts";

/** Who works here and who did: adding a colleague, the one-time link with which they make their own sign-in, and the way to each one's page. */
export default function Colleagues() {
  const { t } = useTranslation("agencies");
  const { language, me, unitName, roleNames } = useOffice();
  const queries = useQueryClient();
  const found = useColleagues();
  const office = useUnits().data;
  const [link, setLink] = useState<{ readonly name: string; readonly signUp: SignUp | null } | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const changed = () => void queries.invalidateQueries({ queryKey: keyOf(COLLEAGUES) });
  const newLink = (id: string, name: string) => {
    setProblem(null);
    request("POST", `/api/colleagues/${id}/sign-up-link`)
      .then(({ signUp }) => setLink({ name, signUp }))
      .catch((thrown: unknown) => setProblem(problemOf(thrown)))
      .finally(changed);
  };
  const gone = found.data?.gone ?? [];
  return (
    <Page
      title={t("colleagues.title")}
      lead={t("colleagues.lead")}
      acts={
        <>
          <Link to="/units">{t("units.open")}</Link>
          {office?.keepsAgencies === true ? <Link to="/agencies">{t("agencies.open")}</Link> : null}
          {me.worker.agency?.isOversight === true ? <Link to="/overseers">{t("overseers.open")}</Link> : null}
        </>
      }
    >
      {problem === null ? null : <SmallRefusal problem={problem} />}
      <Section title={t("colleagues.here")}>
        <Shown query={found}>
          {({ colleagues }) => (
            <Rows>
              {colleagues.map((one) => {
                const name = nameIn(one.names, language);
                const mine = one.id === me.worker.id;
                return (
                  <Row
                    key={one.id}
                    still={one.signsIn !== false}
                    what={mine ? name : <Link to={`/colleagues/${one.id}`}>{name}</Link>}
                    about={[unitName(one.unitId), roleNames(one.roles)].filter((part) => part !== "").join(" · ")}
                    why={one.signsIn === false ? t("colleagues.not-yet") : undefined}
                    act={
                      mine ? (
                        <span className="quiet">{t("colleagues.you")}</span>
                      ) : one.signsIn === false ? (
                        <Button
                          aria-label={`${t("colleagues.new-link")}: ${name}`}
                          onClick={() => newLink(one.id, name)}
                        >
                          {t("colleagues.new-link")}
                        </Button>
                      ) : undefined
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
          onAdded={(name, signUp) => {
            changed();
            setLink({ name, signUp });
          }}
        />
      </Section>
      {gone.length === 0 ? null : (
        <Section title={t("colleagues.gone")} note={t("colleagues.gone-note")}>
          <Rows>
            {gone.map((one) => (
              <Row
                key={one.id}
                still
                what={<Link to={`/colleagues/${one.id}`}>{nameIn(one.names, language)}</Link>}
                about={[unitName(one.unitId), roleNames(one.roles)].filter((part) => part !== "").join(" · ")}
                why={
                  <>
                    {t("colleagues.left")} <Moment at={one.leftAt} as="day-year" />
                  </>
                }
              />
            ))}
          </Rows>
        </Section>
      )}
      {link === null ? null : <OneTimeLink {...link} onClose={() => setLink(null)} />}
    </Page>
  );
}

const NOWHERE: Posting = { unitId: null, roles: [] };

function AddColleague({ onAdded }: { readonly onAdded: (name: string, signUp: SignUp | null) => void }) {
  const { t } = useTranslation("agencies");
  const { open } = useOffice();
  const [name, setName] = useState("");
  const [reads, setReads] = useState<"en" | "hi" | null>(null);
  const [posting, setPosting] = useState<Posting>(NOWHERE);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const unitId = meant(posting, open);
  const add = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (busy || name.trim() === "" || reads === null || unitId === null || posting.roles.length === 0) return;
    setBusy(true);
    setProblem(null);
    try {
      const { signUp } = await request("POST", COLLEAGUES, {
        names: { [reads]: name.trim() },
        language: reads,
        unitId,
        roles: [...posting.roles],
      });
      onAdded(name.trim(), signUp);
      setName("");
      setReads(null);
      setPosting(NOWHERE);
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
      <PostingFields value={posting} onChange={setPosting} tried={tried} />
      <div className="acts">
        <Button kind="first" type="submit" busy={busy}>
          {t("colleagues.add")}
        </Button>
      </div>
    </form>
  );
}
