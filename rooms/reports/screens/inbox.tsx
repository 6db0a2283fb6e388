import "./report.css";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { z } from "zod";
import { Acts, Button, Link } from "../../../web/kit/button.tsx";
import { Select } from "../../../web/kit/choice.tsx";
import { request } from "../../../web/kit/client.ts";
import { Notice, Tag } from "../../../web/kit/notice.tsx";
import { Page } from "../../../web/kit/page.tsx";
import { problemOf } from "../../../web/kit/problem.ts";
import { useProblemWords } from "../../../web/kit/refusal.tsx";
import { Empty, Row, Rows } from "../../../web/kit/rows.tsx";
import { Waiting } from "../../../web/kit/waiting.tsx";
import { Moment } from "../../../web/kit/when.tsx";
import type { ReportList, ReportRow } from "../model.ts";

type Found = z.infer<typeof ReportList>;

/** What came to the desk: danger first, then the newest; what lies unread is said on top. */
export default function Inbox() {
  const { t } = useTranslation("reports");
  const words = useProblemWords();
  const [which, setWhich] = useState<"open" | "all" | null>("open");
  const [danger, setDanger] = useState<"now" | "no" | "not-sure" | null>(null);
  const filter = new URLSearchParams({ which: which ?? "open", atMost: "100", ...(danger === null ? {} : { danger }) });
  const found = useInfiniteQuery({
    queryKey: ["reports", filter.toString()],
    initialPageParam: "",
    queryFn: ({ pageParam }) =>
      request<Found>("GET", `/api/reports?${filter}${pageParam === "" ? "" : `&after=${pageParam}`}`),
    getNextPageParam: (last) => last.next ?? undefined,
    refetchInterval: 30_000,
  });
  const rows = found.data?.pages.flatMap((page) => page.reports) ?? [];
  const unfiled = found.data?.pages[0]?.unfiled;
  return (
    <Page
      title={t("inbox.title")}
      lead={t("inbox.lead")}
      acts={
        unfiled === undefined ? null : <span className="quiet">{t("inbox.unread", { count: unfiled.unread })}</span>
      }
    >
      {unfiled !== undefined && unfiled.unreadOver4h > 0 ? (
        <Notice meaning="late" title={t("inbox.waits", { count: unfiled.unreadOver4h })} />
      ) : null}
      {unfiled !== undefined && unfiled.secondReadsLate > 0 ? (
        <Notice
          meaning="soon"
          title={t("inbox.reads", { count: unfiled.secondReadsLate })}
          acts={<Link to="/reports/second-reads">{t("inbox.read-them")}</Link>}
        />
      ) : null}
      <search className="report-filters">
        <Select
          label={t("inbox.which")}
          value={which}
          onChange={setWhich}
          short
          options={[
            { value: "open", label: t("inbox.open") },
            { value: "all", label: t("inbox.all") },
          ]}
        />
        <Select
          label={t("inbox.danger")}
          value={danger}
          onChange={setDanger}
          short
          options={(["now", "not-sure", "no"] as const).map((d) => ({ value: d, label: t(`danger.${d}`) }))}
        />
      </search>
      {found.isError ? (
        <Notice
          meaning="late"
          title={words(problemOf(found.error)).title}
          speak
          acts={<Button onClick={() => void found.refetch()}>{t("again")}</Button>}
        >
          {words(problemOf(found.error)).next}
        </Notice>
      ) : found.isPending ? (
        <Waiting />
      ) : rows.length === 0 ? (
        <Empty title={t("inbox.none")}>{t("inbox.none-lead")}</Empty>
      ) : (
        <>
          <Rows label={t("inbox.title")}>
            {rows.map((row) => (
              <OneRow key={row.id} row={row} />
            ))}
          </Rows>
          {found.hasNextPage ? (
            <Acts>
              <Button busy={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
                {t("inbox.more")}
              </Button>
            </Acts>
          ) : null}
        </>
      )}
    </Page>
  );
}

function OneRow({ row }: { readonly row: ReportRow }) {
  const { t } = useTranslation("reports");
  const about = [
    t(`channel.${row.channel}`),
    row.codes["about"] === "me" ? t("row.child") : t("row.worried"),
    ...(row.files > 0 ? [t("row.files", { count: row.files })] : []),
  ];
  const state = [
    row.read ? null : t("row.unread"),
    row.reopened ? t("row.reopened") : null,
    row.mine ? t("row.mine") : row.claimed ? t("row.taken") : null,
    row.status === "new" || row.status === "claimed" ? null : t(`status.${row.status}`),
  ].filter((part) => part !== null);
  return (
    <Row
      time={<Moment at={row.receivedAt} />}
      what={
        <Link to={`/reports/${row.id}`}>
          {row.danger === "now" ? <Tag meaning="late">{t("danger.now")}</Tag> : t(`danger.${row.danger}`)}
        </Link>
      }
      about={about.join(" · ")}
      why={state.join(" · ")}
    />
  );
}
