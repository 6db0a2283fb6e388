import "./screening.css";
import { useTranslation } from "react-i18next";
import { Link } from "../../../../web/kit/button.tsx";
import { nameIn } from "../../../../web/kit/languages/format.ts";
import { Tag } from "../../../../web/kit/notice.tsx";
import { Page, Section } from "../../../../web/kit/page.tsx";
import { Empty, Row, Rows } from "../../../../web/kit/rows.tsx";
import { Shown } from "../../../../web/kit/shown.tsx";
import { Moment } from "../../../../web/kit/when.tsx";
import { headlineOf } from "./kept.ts";
import { type Kept, type Place, useCrumbs, useMay, usePlace, useScreenings } from "./place.ts";
import { useFilling } from "./use-filling.ts";
import { useEngineWords } from "./words.ts";

/** All screenings of a case or report, the newest first, and the two ways to make one. */
export default function Overview() {
  const place = usePlace();
  return (
    <Shown query={useScreenings(place)}>{({ screenings }) => <All place={place} screenings={screenings} />}</Shown>
  );
}

function All({ place, screenings }: { readonly place: Place; readonly screenings: readonly Kept[] }) {
  const { t } = useTranslation("cases/screenings");
  const crumbs = useCrumbs(place);
  const draft = useFilling(place);
  const may = useMay("screening.make");
  const begun = Object.keys(draft.value.answers).length;
  const ways = (
    <>
      <Link to={`${place.page}/questions`} asButton kind="first">
        {t("start.questions")}
      </Link>
      <Link to={`${place.page}/sheet`} asButton>
        {t("start.sheet")}
      </Link>
    </>
  );
  return (
    <Page title={t("title")} lead={t("lead")} crumbs={crumbs} {...(may ? { acts: ways } : {})}>
      {may && begun > 0 ? (
        <p>
          {t("start.begun", { count: begun })} <Link to={`${place.page}/questions`}>{t("start.go-on")}</Link>
        </p>
      ) : null}
      <Section title={t("list.title")} note={t("list.note")}>
        {screenings.length === 0 ? (
          <Empty title={t("list.none")}>{may ? t("list.none-next") : t("list.none-read")}</Empty>
        ) : (
          <Rows label={t("list.title")}>
            {screenings.map((one) => (
              <Line key={one.id} of={one} to={`${place.page}/${one.id}`} />
            ))}
          </Rows>
        )}
      </Section>
    </Page>
  );
}

function Line({ of, to }: { readonly of: Kept; readonly to: string }) {
  const { t, i18n } = useTranslation("cases/screenings");
  const { code } = useEngineWords();
  const language = i18n.resolvedLanguage ?? "en";
  const by = [of.madeBy, of.agency].flatMap((names) => (names === null ? [] : [nameIn(names, language)]));
  return (
    <Row
      time={<Moment at={of.madeAt} />}
      what={<Link to={to}>{headlineOf(of, code)}</Link>}
      about={
        <>
          {by.length === 0 ? t("care-home") : by.join(" · ")}
          {of.onReport ? ` · ${t("list.on-report")}` : ""}
        </>
      }
      why={t("list.answers", { count: Object.keys(of.answers).length })}
      act={
        of.decision === undefined ? undefined : of.decision === null ? (
          <Tag>{t("decision.open")}</Tag>
        ) : (
          <Tag meaning={of.countersignatureNeeded ? "soon" : "info"}>
            {of.countersignatureNeeded ? t("decision.waits") : t(`decision.${of.decision}`)}
          </Tag>
        )
      }
    />
  );
}
