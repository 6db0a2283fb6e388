import "./screening.css";
import { useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Answers } from "../../../../engines/screening/index.ts";
import { Acts, Button, Link } from "../../../../web/kit/button.tsx";
import { nameIn } from "../../../../web/kit/languages/format.ts";
import { Page, Section } from "../../../../web/kit/page.tsx";
import { PrintMark } from "../../../../web/kit/print-mark.tsx";
import { ownProblem } from "../../../../web/kit/problem.ts";
import { Refusal } from "../../../../web/kit/refusal.tsx";
import { Row, Rows } from "../../../../web/kit/rows.tsx";
import { Shown } from "../../../../web/kit/shown.tsx";
import { Moment } from "../../../../web/kit/when.tsx";
import { useMe, viewerMark } from "../../../../web/shell/session.ts";
import { Decision } from "./decision.tsx";
import { differences } from "./differences.ts";
import { ActNow } from "./found.tsx";
import { adviceOf, headlineOf } from "./kept.ts";
import { type Kept, type Place, useCrumbs, useMay, usePlace, useScreenings } from "./place.ts";
import { Given, Result } from "./result.tsx";
import { useEngineWords } from "./words.ts";

/** One kept screening: its advice as it was made, the decision of a named worker, and what differs from the one before. */
export default function OneScreening() {
  const { screeningId = "" } = useParams({ strict: false }) as { screeningId?: string };
  const place = usePlace();
  return (
    <Shown query={useScreenings(place)}>
      {({ screenings }) => {
        const at = screenings.findIndex((one) => one.id === screeningId);
        const kept = screenings[at];
        return kept === undefined ? (
          <Refusal problem={ownProblem("not-found", 404)} onBack={() => history.back()} />
        ) : (
          <KeptPage place={place} of={kept} earlier={screenings.slice(at + 1)} />
        );
      }}
    </Shown>
  );
}

function KeptPage({
  place,
  of,
  earlier,
}: {
  readonly place: Place;
  readonly of: Kept;
  readonly earlier: readonly Kept[];
}) {
  const { t, i18n } = useTranslation("cases/screenings");
  const { question } = useEngineWords();
  const me = useMe();
  const may = useMay("screening.make");
  const language = i18n.resolvedLanguage ?? "en";
  const advice = adviceOf(of);
  const answers = of.answers as Answers;
  const by = [of.madeBy, of.agency].flatMap((names) => (names === null ? [] : [nameIn(names, language)]));
  const noted = Object.entries(of.itemNotes);
  const before = earlier[0];
  return (
    <Page
      title={t("one.title")}
      windowTitle={t("title")}
      crumbs={useCrumbs(place, t("one.title"))}
      shape="narrow"
      lead={
        <>
          <Moment at={of.madeAt} /> · {by.length === 0 ? t("care-home") : by.join(" · ")}
          {of.onReport ? ` · ${t("list.on-report")}` : ""}
        </>
      }
      acts={
        <>
          <Button onClick={() => print()}>{t("one.print")}</Button>
          {may ? (
            <Link to={place.page} className="screen-only">
              {t("one.again")}
            </Link>
          ) : null}
        </>
      }
    >
      <p className="screening-advises">{t("one.advises")}</p>
      <Decision place={place} of={of} />
      {place.kind === "report" ? <NextOnReport place={place} /> : null}
      {advice.kind === "act-now" ? (
        <>
          <ActNow dangers={advice.dangers} />
          <Given answers={answers} />
        </>
      ) : (
        <Result advice={advice} answers={answers} />
      )}
      {of.notes === null && noted.length === 0 ? null : (
        <Section title={t("one.notes")} note={t("one.notes-sealed")}>
          {of.notes === null ? null : <p className="screening-said">{of.notes}</p>}
          <Rows>
            {noted.map(([item, text]) => (
              <Row key={item} still what={<span className="screening-said">{text}</span>} about={question(item)} />
            ))}
          </Rows>
        </Section>
      )}
      {before === undefined ? null : <Compared before={before} after={of} page={place.page} />}
      <PrintMark who={viewerMark(me, language)} demo={me.demo} />
    </Page>
  );
}

/** What becomes of the report: a case, into which all this goes along, or back to it. */
function NextOnReport({ place }: { readonly place: Place }) {
  const { t } = useTranslation("cases/screenings");
  return (
    <Section title={t("report.title")} className="screen-only">
      <p>{t("report.lead")}</p>
      <Acts>
        <Link to={`${place.home}/case`} asButton kind="first">
          {t("report.open")}
        </Link>
        <Link to={place.home} asButton>
          {t("report.back")}
        </Link>
      </Acts>
    </Section>
  );
}

function Compared({ before, after, page }: { readonly before: Kept; readonly after: Kept; readonly page: string }) {
  const { t } = useTranslation("cases/screenings");
  const { question, code } = useEngineWords();
  const found = differences(before.answers as Answers, after.answers as Answers);
  const [was, is] = [headlineOf(before, code), headlineOf(after, code)];
  const word = (value: string | null) => code("value", value ?? "not-asked");
  return (
    <Section
      title={t("compare.title")}
      note={
        <Link to={`${page}/${before.id}`}>
          <Moment at={before.madeAt} />
        </Link>
      }
    >
      <p>{was === is ? t("compare.same-finding") : t("compare.finding", { was, is })}</p>
      {found.length === 0 ? (
        <p className="quiet">{t("compare.none")}</p>
      ) : (
        <Rows label={t("compare.title")}>
          {found.map((one) => (
            <Row
              key={one.item}
              still
              what={question(one.item)}
              about={t("compare.from-to", { before: word(one.before), after: word(one.after) })}
            />
          ))}
        </Rows>
      )}
    </Section>
  );
}
