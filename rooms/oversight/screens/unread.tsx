import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { z } from "zod";
import type { Column } from "../../../web/kit/list/data-table.tsx";
import { Tag } from "../../../web/kit/notice.tsx";
import { keyOf as keyOfPath } from "../../../web/kit/reading.ts";
import { Moment } from "../../../web/kit/when.tsx";
import type { UnreadOfOversight } from "../model.ts";
import { OverseersList } from "./overseers-list.tsx";
import { agencyIn, narrowed } from "./shared.ts";

type Row = z.infer<typeof UnreadOfOversight>;
interface Found {
  readonly unread: readonly Row[];
  readonly next: string | null;
}

const KEYS = ["since", "kind", "danger", "channel", "agency", "state", "missed"];
const KINDS = ["unread", "unclaimed", "second-reading"] as const;
const DANGERS = ["now", "not-sure", "no"] as const;
const CHANNELS = ["public-form", "helpline", "agency"] as const;
/** What waits grows by the hour, and goes as soon as somebody reads it. */
const AGAIN_MS = 60_000;
const pick = (page: Found) => page.unread;
const keyOf = (row: Row) => row.key;

/** What waits too long, danger first; nothing of what it says. */
export function Unread() {
  const { t, i18n } = useTranslation("oversight");
  const language = i18n.resolvedLanguage ?? "en";
  const queries = useQueryClient();
  useEffect(() => {
    const timer = setInterval(
      () => void queries.invalidateQueries({ queryKey: keyOfPath("/api/oversight/unread") }),
      AGAIN_MS,
    );
    return () => clearInterval(timer);
  }, [queries]);
  const columns = useMemo(
    (): readonly Column<Row>[] => [
      {
        key: "since",
        label: t("columns.since"),
        width: "minmax(10rem, 1fr)",
        value: (row) => row.since,
        cell: (row) => (
          <>
            <Moment at={row.since} /> <small className="quiet">{t("unread.hours", { count: row.hours })}</small>
          </>
        ),
      },
      {
        key: "kind",
        label: t("columns.what"),
        width: "minmax(11rem, 1.6fr)",
        value: (row) => row.kind,
        words: (row) => t(`unread.kind.${row.kind}`),
        cell: (row) => t(`unread.kind.${row.kind}`),
        choices: KINDS.map((value) => ({ value, label: t(`unread.kind.${value}`) })),
        title: true,
      },
      {
        key: "danger",
        label: t("columns.danger"),
        width: "minmax(7rem, .8fr)",
        value: (row) => row.danger,
        order: (row) => DANGERS.indexOf(row.danger),
        words: (row) => t(`unread.dangers.${row.danger}`),
        cell: (row) =>
          row.danger === "now" ? <Tag meaning="late">{t("unread.danger")}</Tag> : t(`unread.dangers.${row.danger}`),
        choices: DANGERS.map((value) => ({ value, label: t(`unread.dangers.${value}`) })),
      },
      {
        key: "channel",
        label: t("columns.channel"),
        width: "minmax(7rem, .8fr)",
        value: (row) => row.channel,
        words: (row) => t(`unread.channel.${row.channel}`),
        cell: (row) => t(`unread.channel.${row.channel}`),
        choices: CHANNELS.map((value) => ({ value, label: t(`unread.channel.${value}`) })),
      },
      {
        key: "agency",
        label: t("columns.agency"),
        width: "minmax(9rem, 1.4fr)",
        value: (row) => agencyIn(row.agency, t("care-home"), language),
      },
      { key: "state", label: t("columns.state"), width: "minmax(5rem, .6fr)", value: (row) => row.jurisdiction },
      {
        key: "missed",
        label: t("columns.missed"),
        width: "minmax(6rem, .8fr)",
        value: (row) => row.missed,
        cell: (row) => (row.missed > 0 ? t("unread.missed", { count: row.missed }) : ""),
      },
    ],
    [t, language],
  );
  const offered = useMemo(() => [{ name: t("unread.danger"), view: narrowed("danger", "now") }], [t]);
  return (
    <OverseersList<Found, Row>
      name="unread"
      pick={pick}
      rowKey={keyOf}
      keys={KEYS}
      columns={columns}
      offered={offered}
    />
  );
}
