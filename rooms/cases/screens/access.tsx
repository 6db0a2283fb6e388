import "./case.css";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../web/kit/button.tsx";
import { request } from "../../../web/kit/client.ts";
import { nameIn } from "../../../web/kit/languages/format.ts";
import { Page, Section } from "../../../web/kit/page.tsx";
import { problemOf } from "../../../web/kit/problem.ts";
import { keyOf, reading } from "../../../web/kit/reading.ts";
import { useProblemWords } from "../../../web/kit/refusal.tsx";
import { Row, Rows } from "../../../web/kit/rows.tsx";
import { Shown } from "../../../web/kit/shown.tsx";
import { showToast } from "../../../web/kit/toast.tsx";
import { Moment } from "../../../web/kit/when.tsx";
import type { SectionReason } from "../../access/model.ts";
import { nameOfCode } from "../../agencies/pack-names.ts";
import { BringIn } from "./access/bring-in.tsx";
import { EndOrExtend } from "./access/end-or-extend.tsx";
import { GiveSection } from "./access/give-section.tsx";
import { useAllowed } from "./case/allowed.ts";
import { type Case, useCaseTitle, usePack } from "./shared.tsx";

type Member = Case["members"][number];
type Act =
  | { readonly is: "bring" }
  | { readonly is: "extend" | "withdraw"; readonly member: Member }
  | { readonly is: "give"; readonly section: number };

/** Who can see this case, and each section of it, with the reason for each. Never a recusal, oversight, or a home's name. */
export default function AccessPage() {
  const { caseId = "" } = useParams({ strict: false }) as { caseId?: string };
  const found = useQuery(reading<Case>(`/api/cases/${caseId}`));
  return <Shown query={found}>{(of) => <Access of={of} />}</Shown>;
}

const SECTIONS = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

function Access({ of }: { readonly of: Case }) {
  const { t, i18n } = useTranslation("cases");
  const language = i18n.resolvedLanguage ?? "en";
  const pack = usePack().data;
  const may = useAllowed();
  const queries = useQueryClient();
  const words = useProblemWords();
  const title = useCaseTitle()(of);
  const [act, setAct] = useState<Act | null>(null);
  const sections = useQuery(reading<{ sections: SectionReason[] }>(`/api/cases/${of.id}/access`));
  const manages = of.manages && may("case.grant");
  const owner = of.members.find((member) => member.isOwner);
  const nameOf = useMemberName();
  const purpose = (member: Member) =>
    nameOfCode(
      pack?.purposes.map((one) => ({ ...one, code: String(one.number) })),
      String(member.purpose),
      language,
    );
  const old = () => queries.invalidateQueries({ queryKey: keyOf(`/api/cases/${of.id}`) });
  const refused = (thrown: unknown) => showToast(words(problemOf(thrown)).title);
  const takeBack = async (one: SectionReason) => {
    const path = `/api/cases/${of.id}/members/${one.member}/sections/${one.section}`;
    try {
      await request("PUT", path, { until: new Date().toISOString(), basis: "work-done" });
    } catch (thrown) {
      return refused(thrown);
    }
    await old();
    showToast(t("access.section-ended"), () => {
      const until = one.until ?? new Date(Date.now() + 365 * 86_400_000).toISOString();
      void request("PUT", path, { until, basis: "longer-needed" }).then(old, refused);
    });
  };
  return (
    <Page
      title={t("access.title")}
      lead={title}
      crumbs={[
        { label: t("list.title"), to: "/cases" },
        { label: of.ref, to: `/cases/${of.id}` },
        { label: t("access.title") },
      ]}
      acts={
        manages ? (
          <Button kind="first" onClick={() => setAct({ is: "bring" })}>
            {t("access.bring")}
          </Button>
        ) : undefined
      }
    >
      <Section title={t("access.members")} note={t("access.members-note")}>
        <Rows label={t("access.members")}>
          {of.members.map((member) => (
            <Row
              key={member.member}
              time={
                <>
                  <span className="quiet small">{t("access.since")}</span> <Moment at={member.since} as="day-short" />
                </>
              }
              what={nameOf(member)}
              about={
                member.isOwner
                  ? t("page.leads")
                  : `${purpose(member)} · ${t(`basis.${member.basis}`, { defaultValue: member.basis })}`
              }
              why={
                <>
                  {member.until === null ? (
                    t("access.no-end")
                  ) : (
                    <>
                      {t("access.ends")} <Moment at={member.until} as="day-year" />
                    </>
                  )}
                  {" · "}
                  {member.sections.length === 0
                    ? t("page.summary-only")
                    : member.sections.map((section) => t(`section.${section}`)).join(", ")}
                </>
              }
              act={
                manages && !member.isOwner ? (
                  <div className="case-acts">
                    <Button kind="plain" onClick={() => setAct({ is: "extend", member })}>
                      {t("access.extend")}
                      <span className="unseen">: {nameOf(member)}</span>
                    </Button>
                    <Button kind="plain" onClick={() => setAct({ is: "withdraw", member })}>
                      {t("access.withdraw")}
                      <span className="unseen">: {nameOf(member)}</span>
                    </Button>
                  </div>
                ) : undefined
              }
            />
          ))}
        </Rows>
        {owner === undefined ? null : (
          <p className="small quiet">{t("access.supervisors", { agency: nameOf(owner, true) })}</p>
        )}
      </Section>
      <Section title={t("access.by-section")} note={t("access.by-section-note")}>
        <Shown query={sections} small>
          {(read) => (
            <Rows label={t("access.by-section")}>
              {SECTIONS.filter((section) => section !== 2 || of.sections.includes(2)).map((section) => {
                const holders = read.sections.filter((one) => one.section === section);
                return (
                  <Row
                    key={section}
                    time={<strong>{t(`section-name.${section}`)}</strong>}
                    what={
                      holders.length === 0 ? (
                        <span className="quiet">{t("access.nobody")}</span>
                      ) : (
                        <ul className="holders">
                          {holders.map((one) => {
                            const member = of.members.find((other) => other.member === one.member);
                            if (member === undefined) return null;
                            return (
                              <li key={one.member}>
                                {nameOf(member)}{" "}
                                <span className="small quiet">
                                  {t(`basis.${one.basis}`, { defaultValue: one.basis })}
                                  {one.until === null ? null : (
                                    <>
                                      {" · "}
                                      {t("access.ends")} <Moment at={one.until} as="day-short" />
                                    </>
                                  )}
                                </span>{" "}
                                {manages && !member.isOwner ? (
                                  <Button kind="plain" onClick={() => void takeBack(one)}>
                                    {t("access.take-section")}
                                    <span className="unseen">
                                      : {t(`section-name.${section}`)}, {nameOf(member)}
                                    </span>
                                  </Button>
                                ) : null}
                              </li>
                            );
                          })}
                        </ul>
                      )
                    }
                    act={
                      manages && of.members.length > 1 ? (
                        <Button kind="plain" onClick={() => setAct({ is: "give", section })}>
                          {t("access.give")}
                          <span className="unseen">: {t(`section-name.${section}`)}</span>
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
      {act?.is === "bring" ? <BringIn of={of} onClose={() => setAct(null)} /> : null}
      {act?.is === "extend" || act?.is === "withdraw" ? (
        <EndOrExtend of={of} member={act.member} how={act.is} name={nameOf(act.member)} onClose={() => setAct(null)} />
      ) : null}
      {act?.is === "give" ? (
        <GiveSection of={of} section={act.section} nameOf={nameOf} onClose={() => setAct(null)} />
      ) : null}
    </Page>
  );
}

/** A member by name: a person with the agency, a unit with its agency; a home is "a care home" to whoever may not know which. */
function useMemberName(): (member: Member, agencyOnly?: boolean) => string {
  const { t, i18n } = useTranslation("cases");
  const language = i18n.resolvedLanguage ?? "en";
  return (member, agencyOnly = false) => {
    if (member.agency === null) return t("care-home");
    const agency = nameIn(member.agency, language);
    if (agencyOnly) return agency;
    const who = member.worker ?? (member.kind === 2 ? member.unit : null);
    return who === null ? agency : `${nameIn(who, language)}, ${agency}`;
  };
}
