import "./case.css";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "../../../web/kit/button.tsx";
import { Select } from "../../../web/kit/choice.tsx";
import { type Column, DataTable } from "../../../web/kit/list/data-table.tsx";
import { useKeptViews } from "../../../web/kit/list/kept-views.ts";
import { useAllRows } from "../../../web/kit/list/use-all-rows.ts";
import { useListView } from "../../../web/kit/list/use-list-view.ts";
import { type ListView, WHOLE } from "../../../web/kit/list/view.ts";
import { Page } from "../../../web/kit/page.tsx";
import { Empty } from "../../../web/kit/rows.tsx";
import { useShortcuts } from "../../../web/kit/shortcuts.ts";
import { Moment } from "../../../web/kit/when.tsx";
import { useMe } from "../../../web/shell/session.ts";
import { nameOfCode } from "../../agencies/pack-names.ts";
import { AgencyBoard } from "../board/screens/board.tsx";
import type { CaseRow } from "../model.ts";
import { RiskTag, useCaseTitle, usePack } from "./shared.tsx";

interface Found {
  readonly cases: readonly CaseRow[];
  readonly next: string | null;
}

const KEYS = ["opened", "child", "ref", "risk", "situation", "district", "open", "whose"];
const OPEN: ListView = { words: "", sort: null, only: { open: ["yes"] } };
const RISKS = ["immediate", "high", "medium", "low", "none"] as const;
const rowsOf = (page: Found) => page.cases;
const keyOfRow = (row: CaseRow) => row.id;
const toCase = (row: CaseRow) => `/cases/${row.id}`;
const openOf = (row: CaseRow) => (row.isOpen ? "yes" : "no");
const timeOf = (row: CaseRow) => row.happenedAt ?? row.openedAt;
/** All that a child's title is made of, as codes. */
const childOf = (row: CaseRow) => `${row.sex} ${row.age ?? ""} ${row.ageBasis} ${row.situation} ${row.district ?? ""}`;
const rankOf = (row: CaseRow) => (row.risk === null ? RISKS.length : RISKS.indexOf(row.risk));

/** What the server narrows and orders: what it has an index for. The rest is arranged here, over what was read. */
function pathOf(view: ListView): string {
  const one = (column: string) => (view.only[column]?.length === 1 ? view.only[column][0] : undefined);
  const risk = one("risk");
  const wish = {
    open: one("open") ?? "any",
    whose: one("whose") === "agency" ? "agency" : "mine",
    situation: one("situation"),
    district: one("district"),
    risk: risk === "unset" ? undefined : risk,
    sort:
      view.sort?.column === "opened"
        ? view.sort.down
          ? "newest"
          : "oldest"
        : view.sort?.column === "risk"
          ? "risk"
          : undefined,
  };
  const said = Object.entries(wish).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return `/api/cases?${new URLSearchParams(said)}`;
}

/** The cases that somebody sees, the newest first: found, narrowed, sorted, and kept as views under names. */
export default function CaseList() {
  const { t } = useTranslation("cases");
  const me = useMe();
  const pack = usePack().data;
  const mayImport =
    pack?.roles.some((role) => me.worker.roles.includes(role.code) && role.actions.includes("import.run")) ?? false;
  const supervises = me.worker.roles.includes("supervisor");
  const [view, setView] = useListView(KEYS, OPEN);
  const kept = useKeptViews("cases");
  const { rows, state, problem, retry } = useAllRows<Found, CaseRow>(pathOf(view), rowsOf);
  const columns = useColumns(rows);
  const offered = useMemo(
    () => [
      { name: t("list.open-yes"), view: OPEN },
      { name: t("list.urgent"), view: { ...OPEN, only: { open: ["yes"], risk: ["immediate", "high"] } } },
      { name: t("risk.unset"), view: { ...OPEN, only: { open: ["yes"], risk: ["unset"] } } },
    ],
    [t],
  );
  const whose = view.only["whose"] ?? [];
  useShortcuts([{ keys: "n", label: t("list.new"), run: () => document.getElementById("new-case")?.click() }]);
  const { whose: _, ...rest } = view.only;
  const base = rest["open"]?.[0] === "yes" && rest["open"].length === 1 ? OPEN : WHOLE;
  return (
    <Page
      title={t("list.title")}
      lead={t("list.lead")}
      acts={
        <>
          <Link to="/cases/new" asButton kind="first" id="new-case">
            {t("list.new")}
          </Link>
          {mayImport ? (
            <Link to="/cases/import" asButton>
              {t("list.import")}
            </Link>
          ) : null}
        </>
      }
    >
      {supervises ? (
        <AgencyBoard
          onPick={(risk) => setView({ ...OPEN, only: { open: ["yes"], risk: [risk], whose: ["agency"] } })}
        />
      ) : null}
      <DataTable
        label={t("list.title")}
        rows={rows}
        columns={columns}
        rowKey={keyOfRow}
        rowTo={toCase}
        view={view}
        onView={setView}
        views={{ offered, ...kept }}
        state={state}
        problem={problem}
        onRetry={retry}
        base={whose.length === 0 ? base : { ...base, only: { ...base.only, whose } }}
        tools={
          supervises ? (
            <Select
              label={t("list.whose")}
              value={whose[0] === "agency" ? "agency" : "mine"}
              onChange={(next) =>
                setView({ ...view, only: { ...rest, ...(next === "agency" ? { whose: ["agency"] } : {}) } })
              }
              short
              options={[
                { value: "mine", label: t("list.whose-mine") },
                { value: "agency", label: t("list.whose-agency") },
              ]}
            />
          ) : null
        }
        empty={<Empty title={t("list.none")}>{t("list.none-lead")}</Empty>}
      />
    </Page>
  );
}

function useColumns(rows: readonly CaseRow[]): readonly Column<CaseRow>[] {
  const { t, i18n } = useTranslation("cases");
  const language = i18n.resolvedLanguage ?? "en";
  const pack = usePack().data;
  const title = useCaseTitle();
  const places = useMemo(() => [...new Set(rows.flatMap((row) => row.district ?? []))], [rows]);
  const placeKey = places.join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: `placeKey` is `places`, and the pack and language are what `title` is made of
  return useMemo(() => {
    const situation = (row: CaseRow) => nameOfCode(pack?.situations, row.situation, language);
    const district = (row: CaseRow) => nameOfCode(pack?.districts, row.district, language);
    return [
      {
        key: "opened",
        label: t("list.opened"),
        width: "minmax(6rem, .7fr)",
        value: timeOf,
        cell: (row) => <Moment at={timeOf(row)} as="day-short" />,
      },
      {
        key: "child",
        label: t("list.child"),
        width: "minmax(14rem, 3fr)",
        value: childOf,
        order: title,
        words: title,
        cell: title,
        title: true,
      },
      { key: "ref", label: t("list.number"), width: "minmax(7rem, .8fr)", value: (row) => row.ref },
      {
        key: "risk",
        label: t("list.risk"),
        width: "minmax(8rem, 1fr)",
        value: (row) => row.risk ?? "unset",
        order: rankOf,
        words: (row) => t(`risk.${row.risk ?? "unset"}`),
        cell: (row) => (row.risk === null ? t("risk.unset") : <RiskTag risk={row.risk} />),
        choices: [...RISKS, "unset" as const].map((value) => ({ value, label: t(`risk.${value}`) })),
      },
      {
        key: "situation",
        label: t("list.situation"),
        width: "minmax(9rem, 1.2fr)",
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
        key: "district",
        label: t("list.district"),
        width: "minmax(7rem, 1fr)",
        value: (row) => row.district,
        order: district,
        words: district,
        cell: district,
        choices: places.map((value) => ({ value, label: nameOfCode(pack?.districts, value, language) })),
      },
      {
        key: "open",
        label: t("list.open"),
        width: "minmax(5rem, .5fr)",
        value: openOf,
        plainWhenOne: true,
        words: () => "",
        cell: (row) => t(`list.open-${openOf(row)}`),
        choices: (["yes", "no"] as const).map((value) => ({ value, label: t(`list.open-${value}`) })),
      },
    ] satisfies readonly Column<CaseRow>[];
  }, [t, pack, language, placeKey]);
}
