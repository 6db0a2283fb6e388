import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Link } from "../../../web/kit/button.tsx";
import { request } from "../../../web/kit/client.ts";
import { nameIn } from "../../../web/kit/languages/format.ts";
import { Notice, Tag } from "../../../web/kit/notice.tsx";
import { Page, Section } from "../../../web/kit/page.tsx";
import { problemOf } from "../../../web/kit/problem.ts";
import { useProblemWords } from "../../../web/kit/refusal.tsx";
import { Empty, Row, Rows } from "../../../web/kit/rows.tsx";
import { Waiting } from "../../../web/kit/waiting.tsx";
import { Moment } from "../../../web/kit/when.tsx";

const SEX = ["not-known", "girl", "boy", "another"] as const;

/** What an overseer reads: who opened what and why, what was refused, and the cases without names. */
export default function Oversight() {
  const { t, i18n } = useTranslation("oversight");
  const language = i18n.resolvedLanguage ?? "en";
  const words = useProblemWords();
  const openings = useQuery({
    queryKey: ["oversight", "openings"],
    queryFn: () => request("GET", "/api/oversight/openings?atMost=100"),
  });
  const refusals = useQuery({
    queryKey: ["oversight", "refusals"],
    queryFn: () => request("GET", "/api/oversight/refusals?atMost=50"),
  });
  const cases = useQuery({
    queryKey: ["oversight", "cases"],
    queryFn: () => request("GET", "/api/oversight/cases?atMost=100"),
  });
  const unread = useQuery({
    queryKey: ["oversight", "unread"],
    queryFn: () => request("GET", "/api/oversight/unread?atMost=100"),
    refetchInterval: 60_000,
  });
  const log = useQuery({
    queryKey: ["oversight", "log"],
    queryFn: () => request("GET", "/api/oversight/log"),
    refetchInterval: 15_000,
  });
  const failed = [unread, openings, refusals, cases, log].find((query) => query.isError);
  const agencyOf = (agency: Record<string, string> | null, kind: string | null) =>
    (agency === null ? t("care-home") : nameIn(agency, language)) + (kind === null ? "" : "");
  return (
    <Page
      title={t("title")}
      lead={t("lead")}
      acts={
        log.data === undefined ? null : (
          <span className="quiet">
            {t("log", { count: log.data.size })}
            {log.data.at === null ? null : (
              <>
                {" "}
                · {t("signed")} <Moment at={log.data.at} />
              </>
            )}
          </span>
        )
      }
    >
      {failed === undefined ? null : (
        <Notice meaning="late" title={words(problemOf(failed.error)).title} speak>
          {words(problemOf(failed.error)).next}
        </Notice>
      )}
      <Section title={t("unread.title")} note={t("unread.note")}>
        {unread.data === undefined ? (
          unread.isPending ? (
            <Waiting />
          ) : null
        ) : unread.data.unread.length === 0 ? (
          <p>{t("unread.none")}</p>
        ) : (
          <Rows label={t("unread.title")}>
            {unread.data.unread.map((one) => (
              <Row
                key={`${one.since} ${one.kind}`}
                time={<Moment at={one.since} />}
                what={
                  <>
                    {t(`unread.kind.${one.kind}`)}{" "}
                    {one.danger === "now" ? <Tag meaning="late">{t("unread.danger")}</Tag> : null}
                  </>
                }
                about={`${agencyOf(one.agency, null)} · ${one.jurisdiction} · ${t(`unread.channel.${one.channel}`)}`}
                why={[
                  t("unread.hours", { count: one.hours }),
                  one.missed > 0 ? t("unread.missed", { count: one.missed }) : null,
                ]
                  .filter(Boolean)
                  .join(" · ")}
              />
            ))}
          </Rows>
        )}
      </Section>
      <Section title={t("openings.title")} note={t("openings.note")}>
        {openings.data === undefined ? (
          openings.isPending ? (
            <Waiting />
          ) : null
        ) : openings.data.openings.length === 0 ? (
          <Empty title={t("openings.none")}>{t("openings.none-lead")}</Empty>
        ) : (
          <Rows label={t("openings.title")}>
            {openings.data.openings.map((opening) => (
              <Row
                key={opening.entryId}
                time={<Moment at={opening.at} />}
                what={
                  <>
                    {nameIn(opening.worker, language)}{" "}
                    {opening.outcome === "done" ? (
                      t("openings.opened")
                    ) : (
                      <Tag meaning="late">{t(`outcome.${opening.outcome}`)}</Tag>
                    )}
                  </>
                }
                about={
                  <>
                    {agencyOf(opening.agency, opening.agencyKind)} ·{" "}
                    <a href={`#${opening.oversightRef}`}>{t("case", { ref: opening.oversightRef.slice(0, 8) })}</a>
                  </>
                }
                why={
                  <>
                    {opening.outcome === "done"
                      ? t("openings.because", {
                          reason:
                            opening.reason === null
                              ? t("openings.no-reason")
                              : t(`reasons.${opening.reason}`, { defaultValue: opening.reason }),
                        })
                      : null}
                    {opening.seq === null ? null : ` ${t("openings.entry", { seq: opening.seq })}`}
                  </>
                }
              />
            ))}
          </Rows>
        )}
      </Section>
      <Section title={t("refusals.title")} note={t("refusals.note")}>
        {refusals.data === undefined ? null : refusals.data.refusals.length === 0 ? (
          <p>{t("refusals.none")}</p>
        ) : (
          <Rows label={t("refusals.title")}>
            {refusals.data.refusals.map((one) => (
              <Row
                key={one.entryId}
                time={<Moment at={one.at} />}
                what={nameIn(one.worker, language)}
                about={agencyOf(one.agency, one.agencyKind)}
                why={`${t(`outcome.${one.outcome}`)} · ${one.verb}${one.code === null ? "" : ` · ${one.code}`}`}
              />
            ))}
          </Rows>
        )}
      </Section>
      <Section title={t("cases.title")} note={t("cases.note")}>
        {cases.data === undefined ? null : cases.data.cases.length === 0 ? (
          <p>{t("cases.none")}</p>
        ) : (
          <Rows label={t("cases.title")}>
            {cases.data.cases.map((one) => (
              <Row
                key={one.oversightRef}
                time={<Moment at={one.openedAt} as="day-short" />}
                what={
                  <span id={one.oversightRef}>
                    {t(`sex.${SEX[one.sex] ?? "not-known"}`)}
                    {one.ageBand === null ? "" : `, ${one.ageBand}`}
                  </span>
                }
                about={`${t("case", { ref: one.oversightRef.slice(0, 8) })} · ${one.jurisdiction} · ${one.situation}`}
                why={`${one.isOpen ? t("cases.open") : t("cases.closed")} · ${t("cases.openings", { count: one.openings })}`}
              />
            ))}
          </Rows>
        )}
      </Section>
      <p>
        <Link to="/help">{t("help")}</Link>
      </p>
    </Page>
  );
}
