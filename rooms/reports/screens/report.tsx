import "./report.css";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Acts, Button, Link } from "../../../web/kit/button.tsx";
import { request } from "../../../web/kit/client.ts";
import { Disclosure } from "../../../web/kit/disclosure.tsx";
import { nameIn } from "../../../web/kit/languages/format.ts";
import { Notice } from "../../../web/kit/notice.tsx";
import { Page, Section } from "../../../web/kit/page.tsx";
import { type Problem, problemOf } from "../../../web/kit/problem.ts";
import { Refusal, useProblemWords } from "../../../web/kit/refusal.tsx";
import { type Fact, Facts, Row, Rows } from "../../../web/kit/rows.tsx";
import { Waiting } from "../../../web/kit/waiting.tsx";
import { Moment } from "../../../web/kit/when.tsx";
import { nameOfCode } from "../../agencies/pack-names.ts";
import type { Report } from "./about-report.ts";
import { Files } from "./files.tsx";
import { Messages } from "./messages.tsx";
import { usePack } from "./pack.ts";
import { SetAside } from "./set-aside.tsx";

/** One report: what was said, where, and the one next step. */
export default function ReportPage() {
  const { reportId = "" } = useParams({ strict: false }) as { reportId?: string };
  const found = useQuery({
    queryKey: ["reports", reportId],
    queryFn: () => request("GET", `/api/reports/${reportId}`),
    retry: false,
  });
  if (found.isError)
    return (
      <Refusal problem={problemOf(found.error)} onAgain={() => void found.refetch()} onBack={() => history.back()} />
    );
  if (found.data === undefined) return <Waiting />;
  return <OneReport of={found.data} />;
}

function OneReport({ of }: { readonly of: Report }) {
  const { t, i18n } = useTranslation("reports");
  const language = i18n.resolvedLanguage ?? "en";
  const words = useProblemWords();
  const queries = useQueryClient();
  const [problem, setProblem] = useState<Problem | null>(null);
  const open = of.status === "new" || of.status === "claimed";
  const claim = (method: "PUT" | "DELETE") => {
    setProblem(null);
    request(method, `/api/reports/${of.id}/claim`, method === "PUT" ? {} : undefined)
      .then(() => queries.invalidateQueries({ queryKey: ["reports"] }))
      // Two reached for it at once: what the other one did must show beside the refusal.
      .catch((thrown: unknown) => {
        setProblem(problemOf(thrown));
        void queries.invalidateQueries({ queryKey: ["reports"] });
      });
  };
  const facts = useFacts(of);
  const acts = useNextStepInFocus(of.mine);
  return (
    <Page
      title={of.danger === "now" ? t("danger.now") : of.codes["about"] === "me" ? t("row.child") : t("row.worried")}
      crumbs={[{ label: t("inbox.title"), to: "/reports" }, { label: t(`channel.${of.channel}`) }]}
      lead={
        <>
          {t("page.received")} <Moment at={of.receivedAt} /> · {t(`channel.${of.channel}`)} · {t(`status.${of.status}`)}
          {of.claimedBy === null ? null : ` · ${nameIn(of.claimedBy, language)}`}
        </>
      }
      shape="narrow"
    >
      {problem === null ? null : (
        <Notice meaning="late" title={words(problem).title} speak>
          {words(problem).next}
        </Notice>
      )}
      <Section title={t("page.said")}>
        <p className="report-said">{of.words === null || of.words.saw === "" ? t("page.said-none") : of.words.saw}</p>
      </Section>
      {of.words?.where ? (
        <Section title={t("page.where")}>
          <p className="report-said">{of.words.where}</p>
        </Section>
      ) : null}
      <Section title={t("page.reach")}>
        <p className="report-said">
          {of.words?.reachHow ? of.words.reachHow : t(of.answerable ? "page.reach-none" : "page.reach-nothing")}
        </p>
      </Section>
      {facts.length === 0 ? null : <Facts facts={facts} />}
      <div ref={acts}>
        <Acts>
          {/* A call that is still being taken is not screened: what is known stands in the call. */}
          {of.draft ? null : <Link to={`/reports/${of.id}/screening`}>{t("page.screening")}</Link>}
          {of.draft ? (
            <Link to={`/reports/call/${of.id}`} asButton kind="first">
              {t("day.call")}
            </Link>
          ) : of.caseId !== null ? (
            <Link to={`/cases/${of.caseId}`} asButton kind="first">
              {of.caseRef ?? t("page.case")}
            </Link>
          ) : !open ? null : of.mine ? (
            <>
              <Link to={`/reports/${of.id}/case`} asButton kind="first">
                {t("page.open-case")}
              </Link>
              <Button onClick={() => claim("DELETE")}>{t("page.release")}</Button>
            </>
          ) : (
            <Button kind="first" onClick={() => claim("PUT")}>
              {t("page.take")}
            </Button>
          )}
        </Acts>
      </div>
      {of.attachments.length > 0 ? <Files of={of} onProblem={setProblem} /> : null}
      {of.earlierCalls.length > 0 ? (
        <Section title={t("page.earlier")}>
          <Rows>
            {of.earlierCalls.map((call) => (
              <Row
                key={call.id}
                time={<Moment at={call.receivedAt} />}
                what={<Link to={`/reports/${call.id}`}>{t(`status.${call.status}`)}</Link>}
              />
            ))}
          </Rows>
        </Section>
      ) : null}
      {of.answerable ? <Messages of={of} /> : null}
      {open && !of.draft ? <SetAside of={of} /> : null}
      <Disclosure label={t("page.history")}>
        <Rows>
          {of.history.map((step) => (
            <Row
              key={`${step.at}${step.act}`}
              time={<Moment at={step.at} />}
              what={t(`act.${step.act}`, { defaultValue: step.act })}
              about={step.by === null ? undefined : nameIn(step.by, language)}
            />
          ))}
        </Rows>
      </Disclosure>
    </Page>
  );
}

/** A button that was pressed and is gone leaves the keyboard nowhere: what stands in its place takes the focus. */
function useNextStepInFocus(mine: boolean) {
  const place = useRef<HTMLDivElement>(null);
  const before = useRef(mine);
  useEffect(() => {
    if (before.current === mine) return;
    before.current = mine;
    if (document.activeElement === document.body) place.current?.querySelector<HTMLElement>(".button")?.focus();
  }, [mine]);
  return place;
}

/** What was marked besides the words; only what is known. */
function useFacts(of: Report): readonly Fact[] {
  const { t, i18n } = useTranslation("reports");
  const language = i18n.resolvedLanguage ?? "en";
  const pack = usePack().data;
  const code = (name: string) => (typeof of.codes[name] === "string" ? (of.codes[name] as string) : "");
  const known: readonly (readonly [string, string])[] = [
    [t("facts.about"), t(of.codes["about"] === "me" ? "row.child" : "row.worried")],
    [t("inbox.danger"), t(`danger.${of.danger}`)],
    [t("page.district"), nameOfCode(pack?.districts, of.district, language)],
    [t("call.situation"), nameOfCode(pack?.situations, of.situation, language)],
    // The public form asks by bands; a call keeps what was said.
    [t("call.age"), i18n.exists(`age.${code("age")}`, { ns: "reports" }) ? t(`age.${code("age")}`) : code("age")],
    [t("call.phone"), of.words?.callerPhone ?? ""],
    [t("call.back"), code("callBack") === "" ? "" : t(`call.back-${code("callBack")}`)],
    [t("facts.line"), of.codes["silent"] === true ? t("call.silent") : ""],
    [t("facts.ended"), code("ended") === "" ? "" : t(`call.${code("ended")}`)],
    [t("facts.language"), new Intl.DisplayNames([language], { type: "language" }).of(of.language) ?? of.language],
  ];
  return known.filter(([, value]) => value !== "").map(([name, value]) => ({ name, value }));
}
