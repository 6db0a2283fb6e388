import "./report.css";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { z } from "zod";
import { Acts, Link } from "../../../web/kit/button.tsx";
import { request } from "../../../web/kit/client.ts";
import { formatNumber } from "../../../web/kit/languages/format.ts";
import { type Column, DataTable } from "../../../web/kit/list/data-table.tsx";
import { useKeptViews } from "../../../web/kit/list/kept-views.ts";
import { useAllRows } from "../../../web/kit/list/use-all-rows.ts";
import { useListView } from "../../../web/kit/list/use-list-view.ts";
import { type ListView, WHOLE } from "../../../web/kit/list/view.ts";
import { Notice, Tag } from "../../../web/kit/notice.tsx";
import { Page } from "../../../web/kit/page.tsx";
import { Empty } from "../../../web/kit/rows.tsx";
import { useShortcuts } from "../../../web/kit/shortcuts.ts";
import { Moment } from "../../../web/kit/when.tsx";
import { useMe } from "../../../web/shell/session.ts";
import { nameOfCode } from "../../agencies/pack-names.ts";
import type { ReportList, ReportRow } from "../model.ts";
import { usePack } from "./pack.ts";

type Found = z.infer<typeof ReportList>;
type Row = ReportRow;

const KEYS = ["received", "danger", "who", "state", "open", "channel", "district", "files"];
const OPEN: ListView = { words: "", sort: null, only: { open: ["open"] } };
const RANK = { now: 0, "not-sure": 1, no: 2 } as const;
const rowsOf = (page: Found) => page.reports;
const keyOfRow = (row: Row) => row.id;
const toReport = (row: Row) => `/reports/${row.id}`;
const isOpen = (row: Row) => (row.status === "new" || row.status === "claimed" ? "open" : "done");

/** What the server narrows and orders: what it has an index for. The rest is arranged here, over what was read. */
function pathOf(view: ListView): string {
  const one = (column: string) => (view.only[column]?.length === 1 ? view.only[column][0] : undefined);
  const wish = {
    which: one("open") === "open" ? "open" : "all",
    danger: one("danger"),
    channel: one("channel"),
    district: one("district"),
    sort:
      view.sort?.column === "received"
        ? view.sort.down
          ? "newest"
          : "oldest"
        : view.sort?.column === "danger"
          ? "danger"
          : undefined,
  };
  const said = Object.entries(wish).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return `/api/reports?${new URLSearchParams(said)}`;
}

/** A count for the plural's form, and as the language writes it. */
const counted = (count: number, language = "en") => ({ count, replace: { count: formatNumber(count, language) } });

/** What came to the desk: danger first, then the newest; what lies unread is said on top. */
export default function Inbox() {
  const { t, i18n } = useTranslation("reports");
  const me = useMe();
  const helpline = me.worker.agency?.kind === "helpline";
  const [view, setView] = useListView(KEYS, OPEN);
  const kept = useKeptViews("reports");
  const { rows, state, problem, retry } = useAllRows<Found, Row>(pathOf(view), rowsOf);
  const columns = useColumns(rows);
  const unfiled = useNews();
  const offered = useMemo(
    () => [
      { name: t("inbox.open"), view: OPEN },
      { name: t("danger.now"), view: { ...OPEN, only: { open: ["open"], danger: ["now"] } } },
      { name: t("inbox.unread-only"), view: { ...OPEN, only: { open: ["open"], state: ["unread"] } } },
      { name: t("inbox.mine"), view: { ...OPEN, only: { open: ["open"], state: ["mine"] } } },
    ],
    [t],
  );
  useShortcuts(
    helpline ? [{ keys: "n", label: t("inbox.call"), run: () => document.getElementById("new-report")?.click() }] : [],
  );
  return (
    <Page
      title={t("inbox.title")}
      lead={t("inbox.lead")}
      acts={
        <Acts>
          {unfiled === undefined ? null : (
            <span className="quiet">{t("inbox.unread", counted(unfiled.unread, i18n.resolvedLanguage))}</span>
          )}
          <Link to={helpline ? "/reports/call" : "/reports/new"} asButton kind="first" id="new-report">
            {helpline ? t("inbox.call") : t("inbox.new")}
          </Link>
        </Acts>
      }
    >
      {unfiled !== undefined && unfiled.unreadOver4h > 0 ? (
        <Notice meaning="late" title={t("inbox.waits", counted(unfiled.unreadOver4h, i18n.resolvedLanguage))} />
      ) : null}
      {unfiled !== undefined && unfiled.secondReadsLate > 0 ? (
        <Notice
          meaning="soon"
          title={t("inbox.reads", counted(unfiled.secondReadsLate, i18n.resolvedLanguage))}
          acts={<Link to="/reports/second-reads">{t("inbox.read-them")}</Link>}
        />
      ) : null}
      <DataTable
        label={t("inbox.title")}
        rows={rows}
        columns={columns}
        rowKey={keyOfRow}
        rowTo={toReport}
        view={view}
        onView={setView}
        views={{ offered, ...kept }}
        state={state}
        problem={problem}
        onRetry={retry}
        base={view.only["open"]?.[0] === "open" ? OPEN : WHOLE}
        empty={<Empty title={t("inbox.none")}>{t("inbox.none-lead")}</Empty>}
      />
    </Page>
  );
}

/** Counts every half minute; only when they moved is the list read again: rereading a long list each time would be in the way of work. */
function useNews(): Found["unfiled"] | undefined {
  const queries = useQueryClient();
  const { data } = useQuery({
    queryKey: ["reports-news"],
    queryFn: () => request("GET", "/api/reports?atMost=1").then((page) => page.unfiled),
    refetchInterval: 30_000,
  });
  const said = data === undefined ? null : `${data.unread} ${data.oldest}`;
  const before = useRef<string | null>(null);
  useEffect(() => {
    if (said !== null && before.current !== null && said !== before.current)
      void queries.invalidateQueries({ queryKey: ["reports"] });
    before.current = said;
  }, [said, queries]);
  return data;
}

const aboutOf = (row: Row) => (row.codes["about"] === "me" ? "child" : "worried");

function stateOf(row: Row): string {
  if (row.draft) return "call-open";
  if (row.mine) return "mine";
  if (row.claimed) return "taken";
  if (isOpen(row) === "done") return row.status;
  return row.read ? "read" : "unread";
}

function useColumns(rows: readonly Row[]): readonly Column<Row>[] {
  const { t, i18n } = useTranslation("reports");
  const language = i18n.resolvedLanguage ?? "en";
  const pack = usePack().data;
  const places = useMemo(() => [...new Set(rows.flatMap((row) => row.district ?? []))], [rows]);
  const placeKey = places.join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: `placeKey` is `places`, by value
  return useMemo(() => {
    const who = (row: Row) => t(`row.${aboutOf(row)}`);
    const words = (row: Row) => (isOpen(row) === "done" ? t(`status.${row.status}`) : t(`row.${stateOf(row)}`));
    const district = (row: Row) => nameOfCode(pack?.districts, row.district, language);
    return [
      {
        key: "received",
        label: t("page.received"),
        width: "minmax(9rem, 1fr)",
        value: (row) => row.receivedAt,
        cell: (row) => <Moment at={row.receivedAt} />,
      },
      {
        key: "who",
        label: t("inbox.who"),
        width: "minmax(11rem, 2fr)",
        value: aboutOf,
        order: who,
        words: who,
        title: true,
        cell: (row) => (row.danger === "now" ? `${t("danger.now")} · ${who(row)}` : who(row)),
      },
      {
        key: "danger",
        label: t("inbox.danger"),
        width: "minmax(8rem, 1fr)",
        value: (row) => row.danger,
        order: (row) => RANK[row.danger],
        words: (row) => t(`danger.${row.danger}`),
        cell: (row) => (row.danger === "now" ? <Tag meaning="late">{t("danger.now")}</Tag> : t(`danger.${row.danger}`)),
        choices: (["now", "not-sure", "no"] as const).map((value) => ({ value, label: t(`danger.${value}`) })),
      },
      {
        key: "state",
        label: t("inbox.state"),
        width: "minmax(9rem, 1fr)",
        value: stateOf,
        words,
        cell: (row) => (row.reopened ? `${words(row)} · ${t("row.reopened")}` : words(row)),
        choices: (["unread", "read", "mine", "taken", "call-open"] as const).map((value) => ({
          value,
          label: t(`row.${value}`),
        })),
      },
      {
        key: "channel",
        label: t("inbox.channel"),
        width: "minmax(7rem, 1fr)",
        value: (row) => row.channel,
        words: (row) => t(`channel.${row.channel}`),
        cell: (row) => t(`channel.${row.channel}`),
        choices: (["public-form", "helpline-call", "agency"] as const).map((value) => ({
          value,
          label: t(`channel.${value}`),
        })),
      },
      {
        key: "district",
        label: t("page.district"),
        width: "minmax(7rem, 1fr)",
        value: (row) => row.district,
        words: district,
        order: district,
        cell: district,
        choices: places.map((value) => ({ value, label: nameOfCode(pack?.districts, value, language) })),
      },
      {
        key: "open",
        label: t("inbox.which"),
        width: "minmax(6rem, .6fr)",
        value: isOpen,
        plainWhenOne: true,
        words: () => "",
        cell: (row) => t(`inbox.${isOpen(row)}`),
        choices: (["open", "done"] as const).map((value) => ({ value, label: t(`inbox.${value}`) })),
      },
    ] satisfies readonly Column<Row>[];
  }, [t, pack, language, placeKey]);
}
