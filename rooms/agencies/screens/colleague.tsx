import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { ActDialog } from "../../../web/kit/act-dialog.tsx";
import { Acts, Button } from "../../../web/kit/button.tsx";
import { request } from "../../../web/kit/client.ts";
import { nameIn } from "../../../web/kit/languages/format.ts";
import { Notice } from "../../../web/kit/notice.tsx";
import { Page, Section } from "../../../web/kit/page.tsx";
import { type Problem, ProblemError, problemOf } from "../../../web/kit/problem.ts";
import { keyOf, reading } from "../../../web/kit/reading.ts";
import { SmallRefusal } from "../../../web/kit/refusal.tsx";
import { Facts } from "../../../web/kit/rows.tsx";
import { Shown } from "../../../web/kit/shown.tsx";
import { showToast } from "../../../web/kit/toast.tsx";
import { Moment } from "../../../web/kit/when.tsx";
import { OneTimeLink, type SignUp } from "./one-time-link.tsx";
import { meant, type Posting, PostingFields } from "./posting-fields.tsx";
import { COLLEAGUES, type Detail, useOffice } from "./shared.ts";

/** One colleague: where they serve and as what, a move with what it opens and closes, the end of the work here, and the way back. */
export default function ColleaguePage() {
  const { workerId = "" } = useParams({ strict: false }) as { workerId?: string };
  const found = useQuery(reading<Detail>(`${COLLEAGUES}/${workerId}`));
  return (
    <Shown query={found}>
      {/* Another posting is another form: what was ticked for the old one does not stay. */}
      {(one) => <OneColleague key={`${one.id} ${one.since} ${one.leftAt}`} one={one} />}
    </Shown>
  );
}

function OneColleague({ one }: { readonly one: Detail }) {
  const { t } = useTranslation("agencies");
  const { language, me, unitName, roleNames } = useOffice();
  const queries = useQueryClient();
  const [ending, setEnding] = useState(false);
  const [link, setLink] = useState<SignUp | null | undefined>(undefined);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const name = nameIn(one.names, language);
  const own = one.id === me.worker.id;
  const changed = () => queries.invalidateQueries({ queryKey: keyOf(COLLEAGUES) });
  const act = (work: () => Promise<unknown>) => {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    work()
      .catch((thrown: unknown) => setProblem(problemOf(thrown)))
      .finally(() => {
        setBusy(false);
        void changed();
      });
  };
  const posting = `${COLLEAGUES}/${one.id}/posting` as const;
  const before = { unitId: one.unitId, roles: [...one.roles] };
  const undo = (method: "PUT" | "POST") => () =>
    void request(method, posting, before)
      .then(() => showToast(t("one.undone")))
      .catch((thrown: unknown) => showToast(problemOf(thrown).title))
      .finally(() => void changed());
  const move = (to: Posting) =>
    act(async () => {
      await request("PUT", posting, { unitId: to.unitId ?? "", roles: [...to.roles] });
      showToast(t("one.moved"), undo("PUT"));
    });
  const end = () =>
    act(async () => {
      await request("DELETE", `${COLLEAGUES}/${one.id}`);
      setEnding(false);
      showToast(t("colleagues.ended"), undo("POST"));
    });
  const rejoin = (to: Posting) =>
    act(async () => {
      await request("POST", posting, { unitId: to.unitId ?? "", roles: [...to.roles] });
      showToast(t("one.back"));
    });
  const isOverseer = one.roles.includes("overseer");
  return (
    <Page
      title={name}
      lead={one.leftAt === null ? roleNames(one.roles) : t("one.has-left")}
      crumbs={[{ label: t("colleagues.title"), to: "/colleagues" }, { label: name }]}
      shape="narrow"
    >
      {problem === null || ending ? null : <SmallRefusal problem={problem} />}
      <Facts
        facts={[
          { name: t("colleagues.unit"), value: unitName(one.unitId) },
          { name: t("colleagues.roles"), value: roleNames(one.roles) },
          { name: t("one.since"), value: <Moment at={one.since} as="day-year" /> },
          ...(one.leftAt === null
            ? [
                {
                  name: t("one.sign-in"),
                  value: one.signsIn ? t("one.sessions", { count: one.openSessions }) : t("colleagues.not-yet"),
                },
              ]
            : [{ name: t("one.until"), value: <Moment at={one.leftAt} /> }]),
        ]}
      />
      {one.leftAt !== null ? (
        <Section title={t("one.again")}>
          <p>{t(one.signsIn ? "one.again-why" : "one.again-link")}</p>
          <PostingForm
            from={{ unitId: one.unitId, roles: [] }}
            act={t("one.again-do")}
            busy={busy}
            onAct={rejoin}
            says={() => []}
          />
        </Section>
      ) : own ? (
        <Notice title={t("one.own")}>{t("one.own-why")}</Notice>
      ) : (
        <>
          {one.signsIn ? null : (
            <Acts>
              <Button
                onClick={() =>
                  act(async () => setLink((await request("POST", `${COLLEAGUES}/${one.id}/sign-up-link`)).signUp))
                }
              >
                {t("colleagues.new-link")}
              </Button>
            </Acts>
          )}
          <Section title={t("one.move")}>
            {isOverseer ? <p>{t("one.overseer-moves")}</p> : null}
            <PostingForm
              from={before}
              act={t("one.move-do")}
              busy={busy}
              onAct={move}
              says={(to) => consequences(one, to)}
            />
          </Section>
          <Section title={t("colleagues.end")}>
            <p>{t("one.end-lead")}</p>
            <Acts>
              <Button kind="danger" onClick={() => setEnding(true)}>
                {t("colleagues.end")}
              </Button>
            </Acts>
          </Section>
        </>
      )}
      {ending ? (
        <ActDialog
          title={t("colleagues.end-title", { name })}
          act={t("colleagues.end")}
          kind="danger"
          busy={busy}
          onAct={end}
          onClose={() => {
            setEnding(false);
            setProblem(null);
          }}
          problem={problem === null ? null : new ProblemError(problem)}
        >
          <ul className="said-list">
            <li>{t("end.sessions", { count: one.openSessions })}</li>
            <li>{t("end.sign-in")}</li>
            <li>{t("end.unit", { unit: unitName(one.unitId) })}</li>
            {one.casesByName === 0 ? null : <li>{t("end.by-name", { count: one.casesByName })}</li>}
            {one.onlySupervisor ? <li>{t("end.only-supervisor")}</li> : null}
            <li>{t("end.stays")}</li>
          </ul>
          <p>{t("end.undo")}</p>
        </ActDialog>
      ) : null}
      {link === undefined ? null : <OneTimeLink name={name} signUp={link} onClose={() => setLink(undefined)} />}
    </Page>
  );
}

/** One sentence of what a move does: the word's key, and what it needs. */
interface Says {
  readonly key: string;
  readonly from?: string;
  readonly to?: string;
  readonly count?: number;
}

/** What would open and close with this move, before it is made. */
function consequences(one: Detail, to: Posting): readonly Says[] {
  const gains = (role: string) => to.roles.includes(role) && !one.roles.includes(role);
  const loses = (role: string) => !to.roles.includes(role) && one.roles.includes(role);
  return [
    ...(to.unitId !== null && to.unitId !== one.unitId
      ? [
          { key: "move.unit-opens", to: to.unitId },
          { key: "move.unit-closes", from: one.unitId },
          ...(one.casesByName === 0 ? [] : [{ key: "move.by-name", count: one.casesByName }]),
        ]
      : []),
    ...(gains("supervisor") ? [{ key: "move.supervisor" }] : []),
    ...(loses("supervisor") ? [{ key: one.onlySupervisor ? "move.last-supervisor" : "move.no-supervisor" }] : []),
    ...(gains("administrator") ? [{ key: "move.administrator" }] : []),
    ...(loses("administrator") ? [{ key: "move.no-administrator" }] : []),
    ...(loses("overseer") ? [{ key: "move.no-overseer" }] : []),
  ];
}

interface PostingFormProps {
  readonly from: Posting;
  readonly act: string;
  readonly busy: boolean;
  readonly onAct: (to: Posting) => void;
  readonly says: (to: Posting) => readonly Says[];
}

function PostingForm({ from, act, busy, onAct, says }: PostingFormProps) {
  const { t } = useTranslation("agencies");
  const { open, unitName } = useOffice();
  const [value, setValue] = useState<Posting>(from);
  const [tried, setTried] = useState(false);
  const to = { ...value, unitId: meant(value, open) };
  // A unit that was closed since is no answer.
  const gone = to.unitId !== null && open.length > 0 && !open.some(({ id }) => id === to.unitId);
  const same = to.unitId === from.unitId && [...to.roles].sort().join() === [...from.roles].sort().join();
  const list = says(to);
  const send = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (busy || to.unitId === null || gone || to.roles.length === 0 || same) return;
    onAct(to);
  };
  return (
    <form onSubmit={send} noValidate>
      <PostingFields value={gone ? { ...value, unitId: null } : value} onChange={setValue} tried={tried} />
      {list.length === 0 ? null : (
        <Notice title={t("move.then")}>
          <ul className="said-list">
            {list.map(({ key, from: old, to: next, count }) => (
              <li key={key}>
                {t(key, {
                  ...(old === undefined ? {} : { unit: unitName(old) }),
                  ...(next === undefined ? {} : { unit: unitName(next) }),
                  ...(count === undefined ? {} : { count }),
                })}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {tried && same ? <p className="quiet">{t("one.same")}</p> : null}
      <Acts>
        <Button kind="first" type="submit" busy={busy}>
          {act}
        </Button>
      </Acts>
    </form>
  );
}
