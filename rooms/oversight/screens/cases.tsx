import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { z } from "zod";
import type { Column } from "../../../web/kit/list/data-table.tsx";
import { Moment } from "../../../web/kit/when.tsx";
import { nameOfCode } from "../../agencies/pack-names.ts";
import type { CaseOfOversight } from "../model.ts";
import { OverseersList } from "./overseers-list.tsx";
import { narrowed, shortRef, usePack } from "./shared.ts";

type Row = z.infer<typeof CaseOfOversight>;
interface Found {
  readonly cases: readonly Row[];
  readonly next: string | null;
}

const KEYS = ["opened", "child", "case", "state", "situation", "open", "openings"];
const SEX = ["not-known", "girl", "boy", "another"] as const;
const pick = (page: Found) => page.cases;
const keyOf = (row: Row) => row.oversightRef;
const openOf = (row: Row) => (row.isOpen ? "open" : "closed");

/** The cases without names: a random reference, an age band, a State. */
export function Cases() {
  const { t, i18n } = useTranslation("oversight");
  const language = i18n.resolvedLanguage ?? "en";
  const pack = usePack().data;
  const columns = useMemo((): readonly Column<Row>[] => {
    const child = (row: Row) =>
      [t(`sex.${SEX[row.sex] ?? "not-known"}`), row.ageBand].filter((part) => part !== null).join(", ");
    const situation = (row: Row) => nameOfCode(pack?.situations, row.situation, language);
    return [
      {
        key: "opened",
        label: t("columns.opened"),
        width: "minmax(7rem, .8fr)",
        value: (row) => row.openedAt,
        cell: (row) => <Moment at={row.openedAt} as="day-year" />,
      },
      {
        key: "child",
        label: t("columns.child"),
        width: "minmax(8rem, 1.2fr)",
        value: (row) => `${row.sex} ${row.ageBand ?? ""}`,
        order: child,
        words: child,
        cell: child,
        title: true,
      },
      {
        key: "case",
        label: t("columns.case"),
        width: "minmax(6rem, .8fr)",
        value: (row) => shortRef(row.oversightRef),
      },
      { key: "state", label: t("columns.state"), width: "minmax(5rem, .6fr)", value: (row) => row.jurisdiction },
      {
        key: "situation",
        label: t("columns.situation"),
        width: "minmax(9rem, 1.4fr)",
        value: (row) => row.situation,
        order: situation,
        words: situation,
        cell: situation,
        choices: (pack?.situations ?? []).map((one) => ({
          value: one.code,
          label: nameOfCode(pack?.situations, one.code, language),
        })),
      },
      {
        key: "open",
        label: t("columns.open"),
        width: "minmax(5rem, .6fr)",
        value: openOf,
        plainWhenOne: true,
        words: (row) => t(`cases.${openOf(row)}`),
        cell: (row) => t(`cases.${openOf(row)}`),
        choices: (["open", "closed"] as const).map((value) => ({ value, label: t(`cases.${value}`) })),
      },
      {
        key: "openings",
        label: t("columns.openings"),
        width: "minmax(5rem, .6fr)",
        value: (row) => row.openings,
        end: true,
      },
    ];
  }, [t, pack, language]);
  const offered = useMemo(() => [{ name: t("cases.open-only"), view: narrowed("open", "open") }], [t]);
  return (
    <OverseersList<Found, Row>
      name="cases"
      pick={pick}
      rowKey={keyOf}
      keys={KEYS}
      columns={columns}
      offered={offered}
    />
  );
}
