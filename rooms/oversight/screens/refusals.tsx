import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { z } from "zod";
import { nameIn } from "../../../web/kit/languages/format.ts";
import type { Column } from "../../../web/kit/list/data-table.tsx";
import { Moment } from "../../../web/kit/when.tsx";
import type { RefusalOfOversight } from "../model.ts";
import { OverseersList } from "./overseers-list.tsx";
import { agencyIn, narrowed } from "./shared.ts";

type Row = z.infer<typeof RefusalOfOversight>;
interface Found {
  readonly refusals: readonly Row[];
  readonly next: string | null;
}

const KEYS = ["at", "worker", "agency", "outcome", "act", "code"];
const OUTCOMES = ["refused", "not-visible", "failed"] as const;
const pick = (page: Found) => page.refusals;
const keyOf = (row: Row) => row.entryId;

/** What was refused, or tried and not theirs to see, whoever tried. */
export function Refusals() {
  const { t, i18n } = useTranslation("oversight");
  const language = i18n.resolvedLanguage ?? "en";
  const columns = useMemo(
    (): readonly Column<Row>[] => [
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
        key: "agency",
        label: t("columns.agency"),
        width: "minmax(9rem, 1.4fr)",
        value: (row) => agencyIn(row.agency, t("care-home"), language),
      },
      {
        key: "outcome",
        label: t("columns.outcome"),
        width: "minmax(9rem, 1.2fr)",
        value: (row) => row.outcome,
        words: (row) => t(`outcome.${row.outcome}`),
        cell: (row) => t(`outcome.${row.outcome}`),
        choices: OUTCOMES.map((value) => ({ value, label: t(`outcome.${value}`) })),
      },
      { key: "act", label: t("columns.act"), width: "minmax(8rem, 1fr)", value: (row) => row.verb },
      { key: "code", label: t("columns.code"), width: "minmax(7rem, 1fr)", value: (row) => row.code ?? "" },
    ],
    [t, language],
  );
  const offered = useMemo(() => [{ name: t("refusals.unseen"), view: narrowed("outcome", "not-visible") }], [t]);
  return (
    <OverseersList<Found, Row>
      name="refusals"
      pick={pick}
      rowKey={keyOf}
      keys={KEYS}
      columns={columns}
      offered={offered}
    />
  );
}
