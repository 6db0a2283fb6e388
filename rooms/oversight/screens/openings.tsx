import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { z } from "zod";
import { nameIn } from "../../../web/kit/languages/format.ts";
import type { Column } from "../../../web/kit/list/data-table.tsx";
import { Tag } from "../../../web/kit/notice.tsx";
import { Moment } from "../../../web/kit/when.tsx";
import { OPENING_REASONS } from "../../identities/model.ts";
import type { Opening } from "../model.ts";
import { OverseersList } from "./overseers-list.tsx";
import { agencyIn, narrowed, shortRef } from "./shared.ts";

type Row = z.infer<typeof Opening>;
interface Found {
  readonly openings: readonly Row[];
  readonly next: string | null;
}

const KEYS = ["at", "worker", "outcome", "agency", "case", "reason", "entry"];
const OUTCOMES = ["done", "refused", "not-visible", "failed"] as const;
const pick = (page: Found) => page.openings;
const keyOf = (row: Row) => row.entryId;
const refOf = (row: Row) => shortRef(row.oversightRef);
/** To the case without its name, among the others. */
const toItsCase = (row: Row) => `/oversight?list=cases&q=${refOf(row)}`;

/** Every opening of an identity and every try: when, who, of which agency, why, on which case. */
export function Openings() {
  const { t, i18n } = useTranslation("oversight");
  const language = i18n.resolvedLanguage ?? "en";
  const columns = useMemo((): readonly Column<Row>[] => {
    const outcome = (code: string) => t(code === "done" ? "openings.opened" : `outcome.${code}`);
    const reason = (row: Row) =>
      row.reason === null ? t("openings.no-reason") : t(`reasons.${row.reason}`, { defaultValue: row.reason });
    return [
      {
        key: "at",
        label: t("columns.when"),
        width: "minmax(10rem, 1fr)",
        value: (row) => row.at,
        cell: (row) => <Moment at={row.at} />,
      },
      {
        key: "worker",
        label: t("columns.who"),
        width: "minmax(9rem, 1.4fr)",
        value: (row) => nameIn(row.worker, language),
        title: true,
      },
      {
        key: "outcome",
        label: t("columns.outcome"),
        width: "minmax(9rem, 1.2fr)",
        value: (row) => row.outcome,
        words: (row) => outcome(row.outcome),
        cell: (row) => (row.outcome === "done" ? outcome("done") : <Tag meaning="late">{outcome(row.outcome)}</Tag>),
        choices: OUTCOMES.map((value) => ({ value, label: outcome(value) })),
      },
      {
        key: "agency",
        label: t("columns.agency"),
        width: "minmax(9rem, 1.4fr)",
        value: (row) => agencyIn(row.agency, t("care-home"), language),
      },
      { key: "case", label: t("columns.case"), width: "minmax(6rem, .7fr)", value: refOf },
      {
        key: "reason",
        label: t("columns.reason"),
        width: "minmax(9rem, 1.2fr)",
        value: (row) => row.reason,
        order: reason,
        words: reason,
        cell: (row) => (row.outcome === "done" ? reason(row) : ""),
        choices: OPENING_REASONS.map((value) => ({ value, label: t(`reasons.${value}`) })),
      },
      {
        key: "entry",
        label: t("columns.entry"),
        width: "minmax(4rem, .5fr)",
        value: (row) => row.seq,
        end: true,
      },
    ];
  }, [t, language]);
  const offered = useMemo(
    () => [{ name: t("openings.tries"), view: narrowed("outcome", "refused", "not-visible", "failed") }],
    [t],
  );
  return (
    <OverseersList<Found, Row>
      name="openings"
      pick={pick}
      rowKey={keyOf}
      rowTo={toItsCase}
      keys={KEYS}
      columns={columns}
      offered={offered}
    />
  );
}
