import "./case.css";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Acts, Button, Link } from "../../../web/kit/button.tsx";
import { Select } from "../../../web/kit/choice.tsx";
import { request } from "../../../web/kit/client.ts";
import { Disclosure } from "../../../web/kit/disclosure.tsx";
import { useDraft } from "../../../web/kit/draft.ts";
import { TextArea } from "../../../web/kit/field.tsx";
import { Journey } from "../../../web/kit/journey.tsx";
import { nameIn } from "../../../web/kit/languages/format.ts";
import { Notice, Tag } from "../../../web/kit/notice.tsx";
import { Columns, Page, Section } from "../../../web/kit/page.tsx";
import { problemOf } from "../../../web/kit/problem.ts";
import { useSubmit } from "../../../web/kit/reading.ts";
import { Refusal, useProblemWords } from "../../../web/kit/refusal.tsx";
import { Facts, Row, Rows } from "../../../web/kit/rows.tsx";
import { Sealed } from "../../../web/kit/sealed.tsx";
import { Timeline } from "../../../web/kit/timeline.tsx";
import { Waiting } from "../../../web/kit/waiting.tsx";
import { Moment, When } from "../../../web/kit/when.tsx";
import { useMe, viewerMark } from "../../../web/shell/session.ts";
import { headlineOf, nameOfCode } from "../../agencies/pack-names.ts";
import { Recusal } from "./recusal.tsx";
import { type Case, useCaseTitle, usePack } from "./shared.ts";

type Opened = { readonly identity: Readonly<Record<string, unknown>>; readonly entryId: string };
const OPENING = [
  "medical-care",
  "interview",
  "hearing",
  "production-before-committee",
  "search-for-family",
  "placement",
  "review",
] as const;
const STAGES = ["reported", "safe", "heard", "cared-for", "justice", "home", "followed"] as const;

/** The child's case: where she is on the way home, what is next, who can see it, who looked. */
export default function CasePage() {
  const { caseId = "" } = useParams({ strict: false }) as { caseId?: string };
  const found = useQuery({
    queryKey: ["cases", caseId],
    queryFn: () => request<Case>("GET", `/api/cases/${caseId}`),
    retry: false,
  });
  if (found.isError)
    return (
      <Refusal problem={problemOf(found.error)} onAgain={() => void found.refetch()} onBack={() => history.back()} />
    );
  if (found.data === undefined) return <Waiting />;
  return <OneCase of={found.data} />;
}

function OneCase({ of }: { readonly of: Case }) {
  const { t, i18n } = useTranslation("cases");
  const language = i18n.resolvedLanguage ?? "en";
  const title = useCaseTitle()(of);
  const pack = usePack().data;
  const owner = of.members.find((member) => member.isOwner);
  const reached = STAGES.map((name) => of.stages.filter((stage) => stage.stage === name).at(-1));
  const now = [...of.stages].sort((a, b) => (a.reachedAt < b.reachedAt ? 1 : -1))[0]?.stage;
  const ownWords = of.notes.filter((note) => note.kind === "own-words");
  const notes = of.notes.filter((note) => note.kind !== "own-words");
  const homeOf = (agency: Record<string, string> | null, fromHome: boolean) =>
    agency === null ? (fromHome ? t("care-home") : "") : nameIn(agency, language);
  return (
    <Page
      title={title}
      crumbs={[{ label: t("list.title"), to: "/cases" }, { label: of.ref }]}
      lead={
        <>
          {t("page.opened")} <Moment at={of.openedAt} />
          {owner === undefined
            ? null
            : ` · ${t("page.owner")} ${owner.agency === null ? t("care-home") : nameIn(owner.agency, language)}`}
          {of.risk === null ? null : (
            <>
              {" "}
              ·{" "}
              <Tag meaning={of.risk === "immediate" ? "late" : of.risk === "high" ? "soon" : "info"}>
                {t(`risk.${of.risk}`)}
              </Tag>
            </>
          )}
        </>
      }
    >
      {of.people
        .filter((person) => person.sealed && !person.erased && person.role === "child")
        .map((person) => (
          <SealedPerson key={person.id} personId={person.id} what={t("sealed.child")} />
        ))}
      <Journey
        stages={STAGES.map((name, at) => ({
          name,
          state: reached[at] === undefined ? ("ahead" as const) : name === now ? ("open" as const) : ("done" as const),
          ...(reached[at] === undefined ? {} : { on: reached[at].reachedAt.slice(0, 10) }),
        }))}
      />
      <Columns>
        <>
          <Section title={t("page.next")}>
            <Rows>
              {of.respondBy === null ? null : (
                <Row
                  time={<When dueAt={of.respondBy} startedAt={of.riskSetAt} />}
                  what={t("page.respond")}
                  why={t(`risk-means.${of.risk ?? "none"}`)}
                />
              )}
              {of.tracks
                .filter((track) => track.closedAt === null)
                .map((track) => (
                  <Row
                    key={track.track}
                    time={<span className="quiet">{t("page.no-clock")}</span>}
                    what={t(`track.${track.track}`)}
                    why={t("page.track-open")}
                  />
                ))}
            </Rows>
          </Section>
          <Write caseId={of.id} />
          <Section title={t("page.happened")}>
            <Timeline
              label={t("page.happened")}
              entries={of.timeline.map((event) => ({
                id: event.id,
                at: event.happenedAt ?? event.recordedAt,
                enteredAt: event.recordedAt,
                sealed: !event.held,
                what: event.held
                  ? nameOfCode(pack?.eventKinds, event.kind, language)
                  : (headlineOf(pack, event.section, language) ?? t("headline.0")),
                detail: (
                  <>
                    {event.text === null ? null : (
                      <span className="said">
                        {event.text}
                        <br />
                      </span>
                    )}
                    {homeOf(event.agency, event.fromHome)}
                  </>
                ),
              }))}
            />
          </Section>
          <Section title={t("page.notes")}>
            {notes.length === 0 ? (
              <p className="quiet">{t("page.notes-none")}</p>
            ) : (
              <Rows>
                {notes.map((note) => (
                  <Row
                    key={note.id}
                    time={<Moment at={note.writtenAt} />}
                    what={<span className="said">{note.text ?? t("page.sealed-note")}</span>}
                    about={note.agency === null ? t("care-home") : nameIn(note.agency, language)}
                  />
                ))}
              </Rows>
            )}
          </Section>
        </>
        <>
          <Section title={t("page.who")}>
            <Rows label={t("page.who")}>
              {of.members.map((member) => (
                <Row
                  key={member.member}
                  time={<Moment at={member.since} as="day-short" />}
                  what={member.agency === null ? t("care-home") : nameIn(member.worker ?? member.agency, language)}
                  about={
                    member.isOwner
                      ? t("page.leads")
                      : nameOfCode(
                          pack?.purposes.map((p) => ({ ...p, code: String(p.number) })),
                          String(member.purpose),
                          language,
                        )
                  }
                  why={
                    <>
                      {member.sections.length === 0
                        ? t("page.summary-only")
                        : member.sections.map((section) => t(`section.${section}`)).join(" · ")}
                      {member.until === null ? null : (
                        <>
                          {" "}
                          · {t("page.until")} <Moment at={member.until} as="day-short" />
                        </>
                      )}
                    </>
                  }
                />
              ))}
            </Rows>
          </Section>
          <WhoLooked caseId={of.id} count={of.looks} />
          <Recusal caseId={of.id} />
          <Section title={t("page.people")}>
            {of.people.length === 0 ? (
              <p className="quiet">{t("page.people-none")}</p>
            ) : (
              <Rows>
                {of.people.map((person) => (
                  <Row
                    key={person.id}
                    time={t(`role.${person.role}`)}
                    what={`${nameOfCode(pack?.relations, person.relation, language)}${person.relation !== null && person.relation !== "self" && person.relationClaimed ? ` (${t("page.claimed")})` : ""}`}
                    about={person.sealed ? t("page.name-sealed") : t("page.name-none")}
                  />
                ))}
              </Rows>
            )}
            {of.people
              .filter((person) => person.sealed && !person.erased && person.role !== "child")
              .map((person) => (
                <Disclosure key={person.id} label={t("page.open-name", { role: t(`role.${person.role}`) })}>
                  <SealedPerson personId={person.id} what={t("sealed.other")} />
                </Disclosure>
              ))}
          </Section>
          {of.sections.includes(2) ? <Places caseId={of.id} /> : null}
          <Section title={t("page.own-words")} note={t("page.own-words-note")}>
            {ownWords.length === 0 ? (
              <p className="quiet">{t("page.own-words-none")}</p>
            ) : (
              ownWords.map((note) => (
                <blockquote key={note.id} className="said">
                  {note.text ?? t("page.sealed-note")}
                </blockquote>
              ))
            )}
          </Section>
        </>
      </Columns>
    </Page>
  );
}

/** Opening shows, says who will know, and closes itself again after a minute without use. */
function SealedPerson({
  personId,
  what,
  holds,
}: {
  readonly personId: string;
  readonly what: string;
  readonly holds?: readonly string[];
}) {
  const { t, i18n } = useTranslation("cases");
  const me = useMe();
  const [reason, setReason] = useState<(typeof OPENING)[number] | null>(null);
  const queries = useQueryClient();
  return (
    <>
      <Sealed<Opened>
        what={what}
        consequence={t("sealed.consequence")}
        {...(holds === undefined ? {} : { holds })}
        reason={reason === null ? "ask" : { known: t(`opening.${reason}`) }}
        viewer={viewerMark(me, i18n.resolvedLanguage ?? "en")}
        open={async (typed) => {
          const opened = await request<Opened>(
            "POST",
            `/api/identities/${personId}/openings`,
            reason === null ? { reason: "other", words: typed } : { reason },
          );
          void queries.invalidateQueries({ queryKey: ["looks"] });
          return opened;
        }}
      >
        {(opened) => (
          <Facts
            facts={Object.entries(opened.identity).map(([name, value]) => ({
              name: t(`identity.${name}`, { defaultValue: name }),
              value: Array.isArray(value) ? value.join(", ") : String(value),
            }))}
          />
        )}
      </Sealed>
      <Select
        label={t("sealed.why")}
        value={reason}
        onChange={setReason}
        short
        options={OPENING.map((one) => ({ value: one, label: t(`opening.${one}`) }))}
      />
    </>
  );
}

function Places({ caseId }: { readonly caseId: string }) {
  const { t } = useTranslation("cases");
  const places = useQuery({
    queryKey: ["cases", caseId, "places"],
    queryFn: () =>
      request<{ places: { id: string; since: string; until: string | null }[] }>("GET", `/api/cases/${caseId}/places`),
  });
  const now = places.data?.places.find((place) => place.until === null);
  return (
    <Section title={t("page.place")}>
      {now === undefined ? (
        <p className="quiet">{t("page.place-none")}</p>
      ) : (
        <SealedPerson personId={now.id} what={t("sealed.place")} />
      )}
    </Section>
  );
}

/** A note, kept while it is typed. */
function Write({ caseId }: { readonly caseId: string }) {
  const { t } = useTranslation("cases");
  const words = useProblemWords();
  const draft = useDraft(`case/${caseId}/note`, { text: "" });
  const send = useSubmit<object, { id: string }>({
    path: `/api/cases/${caseId}/notes`,
    makesOld: [`/api/cases/${caseId}`],
  });
  return (
    <Section title={t("page.write")}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (draft.value.text.trim() !== "")
            send.mutate({ text: draft.value.text }, { onSuccess: () => draft.discard() });
        }}
      >
        <TextArea
          label={t("page.note")}
          hint={t("page.note-hint")}
          value={draft.value.text}
          onChange={(text) => draft.set({ text })}
          rows={3}
          most={20_000}
        />
        {send.error === null ? null : (
          <Notice meaning="late" title={words(send.error.problem).title} speak>
            {words(send.error.problem).next}
          </Notice>
        )}
        <Acts>
          <Button type="submit" busy={send.isPending}>
            {t("page.keep-note")}
          </Button>
        </Acts>
      </form>
    </Section>
  );
}

interface OneLook {
  readonly at: string;
  readonly verb: string;
  readonly purpose: string | null;
  readonly agency: Record<string, string> | null;
  readonly fromHome: boolean;
  readonly worker: Record<string, string> | null;
  readonly mine: boolean;
}

function WhoLooked({ caseId, count }: { readonly caseId: string; readonly count: number }) {
  const { t, i18n } = useTranslation("cases");
  const language = i18n.resolvedLanguage ?? "en";
  const [open, setOpen] = useState(false);
  const looks = useQuery({
    queryKey: ["looks", caseId],
    queryFn: () => request<{ looks: OneLook[] }>("GET", `/api/cases/${caseId}/looks`),
    enabled: open,
  });
  return (
    <Disclosure label={t("page.looked", { count })} open={open} onToggle={setOpen}>
      {looks.data === undefined ? (
        <Waiting />
      ) : (
        <Rows>
          {looks.data.looks.map((look) => (
            <Row
              key={`${look.at}${look.verb}`}
              time={<Moment at={look.at} />}
              what={look.worker === null ? t("care-home") : nameIn(look.worker, language)}
              about={look.agency === null ? t("care-home") : nameIn(look.agency, language)}
              why={`${t(`verb.${look.verb}`, { defaultValue: look.verb })}${look.purpose === null ? "" : ` · ${t(`opening.${look.purpose}`, { defaultValue: look.purpose })}`}`}
            />
          ))}
        </Rows>
      )}
      <p>
        <Link to="/help">{t("page.looked-help")}</Link>
      </p>
    </Disclosure>
  );
}
