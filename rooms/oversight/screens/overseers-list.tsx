import { useTranslation } from "react-i18next";
import { type Column, DataTable } from "../../../web/kit/list/data-table.tsx";
import { useKeptViews } from "../../../web/kit/list/kept-views.ts";
import type { NamedView } from "../../../web/kit/list/list-tools.tsx";
import { type ListPage, useAllRows } from "../../../web/kit/list/use-all-rows.ts";
import { useListView } from "../../../web/kit/list/use-list-view.ts";
import { Empty } from "../../../web/kit/rows.tsx";

interface OverseersListProps<Found extends ListPage, Row> {
  readonly name: "unread" | "openings" | "refusals" | "cases";
  /** A module constant, like the others here that read a row. */
  readonly pick: (page: Found) => readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly rowTo?: (row: Row) => string;
  /** Keys that may be sorted or narrowed by. */
  readonly keys: readonly string[];
  readonly columns: readonly Column<Row>[];
  readonly offered: readonly NamedView[];
}

/** One of oversight's lists, read page by page; found, narrowed, sorted and kept like every other. */
export function OverseersList<Found extends ListPage, Row>(props: OverseersListProps<Found, Row>) {
  const { name, pick, rowKey, rowTo, keys, columns, offered } = props;
  const { t } = useTranslation("oversight");
  const [view, setView] = useListView(keys);
  const kept = useKeptViews(`oversight/${name}`);
  const { rows, state, problem, retry } = useAllRows<Found, Row>(`/api/oversight/${name}`, pick);
  return (
    <DataTable
      label={t(`${name}.title`)}
      rows={rows}
      columns={columns}
      rowKey={rowKey}
      {...(rowTo === undefined ? {} : { rowTo })}
      view={view}
      onView={setView}
      views={{ offered, ...kept }}
      state={state}
      problem={problem}
      onRetry={retry}
      empty={<Empty title={t(`${name}.none`)}>{t(`${name}.none-lead`)}</Empty>}
    />
  );
}
