import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../../web/kit/button.tsx";
import { Disclosure } from "../../../../web/kit/disclosure.tsx";
import { dayOf } from "../../../../web/kit/languages/format.ts";
import { Tag } from "../../../../web/kit/notice.tsx";
import { Section } from "../../../../web/kit/page.tsx";
import { reading } from "../../../../web/kit/reading.ts";
import { Empty, Row, Rows } from "../../../../web/kit/rows.tsx";
import { Shown } from "../../../../web/kit/shown.tsx";
import { Moment } from "../../../../web/kit/when.tsx";
import { type Case, useAgencyName } from "../../screens/shared.tsx";
import { UnderCase, useDay } from "../../screens/under-case.tsx";
import type { Assessment } from "../model.ts";
import { turnOf } from "../rules.ts";
import { AssessForm } from "./assess.tsx";

/** Dated looks at the child's situation, the latest first. Earlier ones stay as they were. */
export default function AssessmentsPage() {
  const { t } = useTranslation("cases/assessments");
  return (
    <UnderCase part="assessments" lead={t("lead")}>
      {(of) => <List of={of} />}
    </UnderCase>
  );
}

function List({ of }: { readonly of: Case }) {
  const { t } = useTranslation("cases/assessments");
  const found = useQuery(reading<{ assessments: Assessment[] }>(`/api/cases/${of.id}/assessments`));
  const [follows, setFollows] = useState<Assessment | null>(null);
  const [making, setMaking] = useState(false);
  const done = () => {
    setMaking(false);
    setFollows(null);
  };
  return (
    <Shown query={found} small>
      {({ assessments }) => (
        <>
          {making ? (
            <Section title={t(follows === null ? "new" : "again-title")}>
              <AssessForm of={of} follows={follows} onDone={done} />
            </Section>
          ) : (
            <p className="screen-only parts-act">
              <Button kind="first" onClick={() => setMaking(true)}>
                {t("new")}
              </Button>
            </p>
          )}
          {assessments.length === 0 ? (
            <Empty title={t("none")}>{t("none-next")}</Empty>
          ) : (
            assessments.map((one) => (
              <OneAssessment
                key={one.id}
                one={one}
                before={assessments.find((other) => other.id === one.follows) ?? null}
                onAgain={
                  making || assessments.some((other) => other.follows === one.id)
                    ? null
                    : () => {
                        setFollows(one);
                        setMaking(true);
                        scrollTo({ top: 0 });
                      }
                }
              />
            ))
          )}
        </>
      )}
    </Shown>
  );
}

const MEANING = { safe: "safe", concern: "soon", danger: "late", "not-known": "info" } as const;

function OneAssessment({
  one,
  before,
  onAgain,
}: {
  readonly one: Assessment;
  readonly before: Assessment | null;
  readonly onAgain: (() => void) | null;
}) {
  const { t } = useTranslation(["cases/assessments", "cases/plan"]);
  const day = useDay();
  const agencyName = useAgencyName();
  const late = onAgain !== null && one.reviewOn !== null && one.reviewOn < dayOf(Date.now());
  const by = agencyName(one.agency, one.fromHome);
  return (
    <Section
      title={`${t(`kind.${one.kind}`)}, ${day(one.madeOn)}`}
      note={
        one.reviewOn === null ? undefined : late ? (
          <Tag meaning="late">{t("review-late", { day: day(one.reviewOn) })}</Tag>
        ) : (
          t("review", { day: day(one.reviewOn) })
        )
      }
    >
      <p className="small quiet">
        {by === "" ? "" : `${by} · `}
        {t(`heard.${one.childHeard}`)} · {t("entered")} <Moment at={one.recordedAt} />
        {before === null ? null : ` · ${t("follows", { day: day(before.madeOn) })}`}
      </p>
      <p className="goal-words">{one.bestInterests ?? t("sealed")}</p>
      {one.childView === null ? null : <blockquote className="said">{one.childView}</blockquote>}
      {one.findings.length === 0 ? (
        <p className="quiet">{t("findings-none")}</p>
      ) : (
        <Rows label={t("findings")}>
          {one.findings.map((finding) => {
            const turn = before === null ? null : turnOf(before.findings, finding);
            return (
              <Row
                key={finding.domain}
                still
                time={<Tag meaning={MEANING[finding.level]}>{t(`level.${finding.level}`)}</Tag>}
                what={t(`domain.${finding.domain}`, { ns: "cases/plan" })}
                about={finding.text === null ? undefined : <span className="said">{finding.text}</span>}
                why={turn === null || turn === "new" ? undefined : t(`turn.${turn}`)}
              />
            );
          })}
        </Rows>
      )}
      {before === null ? null : (
        <Disclosure label={t("before")}>
          <p className="said">{before.bestInterests ?? t("sealed")}</p>
        </Disclosure>
      )}
      {onAgain === null ? null : (
        <p className="screen-only">
          <Button onClick={onAgain}>{t("again")}</Button>
        </p>
      )}
    </Section>
  );
}
