import "./list.css";
import { useRouter } from "@tanstack/react-router";
import {
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  memo,
  type ReactNode,
  startTransition,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { flushSync } from "react-dom";
import { formatNumber } from "../languages/format.ts";
import { useLook } from "../preferences.ts";
import type { Problem } from "../problem.ts";
import { SmallRefusal } from "../refusal.tsx";
import { Empty } from "../rows.tsx";
import { Waiting } from "../waiting.tsx";
import { useKitWords } from "../words.ts";
import type { Column } from "./column.ts";
import { ListTools, Views, type ViewsProps } from "./list-tools.tsx";
import { STRETCH } from "./stretch.ts";
import { useArranged } from "./use-arranged.ts";
import { useStretches } from "./use-stretches.ts";
import { type ListView, nextSort, sameView, WHOLE } from "./view.ts";

export type { Column } from "./column.ts";

export interface DataTableProps<Row> {
  readonly label: string;
  /** Keep the same array while nothing changes; rows that are added later come at its end. */
  readonly rows: readonly Row[];
  /** Keep the same array between renderings (module constant or useMemo). */
  readonly columns: readonly Column<Row>[];
  readonly rowKey: (row: Row) => string;
  /** Where a row leads. */
  readonly rowTo?: (row: Row) => string;
  readonly view: ListView;
  readonly onView: (view: ListView) => void;
  readonly views?: Pick<ViewsProps, "offered" | "kept" | "onKeep" | "onForget">;
  readonly state?: "reading" | "more" | "read" | "failed";
  readonly problem?: Problem | null;
  readonly onRetry?: () => void;
  /** What stands here while there is nothing at all: `<Empty>` with a next step. */
  readonly empty: ReactNode;
  /** The view in which an empty list is empty, and not narrowed too far; without it, the whole list. */
  readonly base?: ListView;
  /** Fields that narrow the list on the server, before the rest. */
  readonly tools?: ReactNode;
}

/** Paper is patient, but not endless. */
const PRINTS_UP_TO = 2000;
const HEIGHTS = { calm: 82, compact: 33 } as const;

/** Some browsers forget that a table is one when its display is not: its roles are said again, where it is laid out as a grid. */
const ROLE = {
  table: { role: "table" },
  rowgroup: { role: "rowgroup" },
  row: { role: "row" },
  columnheader: { role: "columnheader" },
  cell: { role: "cell" },
} as const;

/**
 * A list that can be found in, narrowed, sorted and printed; from none to thirty thousand rows. Only what is seen is in the page; the row
 * with the focus always stays. Arrows, Home, End and Page keys move between rows.
 */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const {
    label,
    rows,
    columns,
    rowKey,
    rowTo,
    view,
    onView,
    views,
    state = "read",
    problem = null,
    onRetry,
    empty,
    base = WHOLE,
    tools,
  } = props;
  const { say, language } = useKitWords();
  const { order, working } = useArranged(rows, columns, view, language);
  const shown = useMemo(
    () => columns.filter(({ key, plainWhenOne }) => plainWhenOne !== true || view.only[key]?.length !== 1),
    [columns, view.only],
  );
  const printing = usePrinting();
  // The press itself stays light; what follows from it is made in steps that a finger may interrupt.
  const latest = useRef({ view, onView });
  useEffect(() => {
    latest.current = { view, onView };
  });
  const change = useCallback((next: ListView) => startTransition(() => latest.current.onView(next)), []);
  const sortBy = useCallback((sort: ListView["sort"]) => change({ ...latest.current.view, sort }), [change]);
  const again = onRetry === undefined ? {} : { onAgain: onRetry };

  if (rows.length === 0 && state === "reading") return <Waiting lines={6} />;
  if (rows.length === 0 && state === "failed" && problem !== null) return <SmallRefusal problem={problem} {...again} />;
  // An empty list keeps its tools: what was narrowed away must be found again.
  const nothing = rows.length === 0 && sameView({ ...view, sort: null }, { ...base, sort: null });
  return (
    <div>
      {views === undefined ? null : <Views {...views} view={view} onView={change} />}
      {tools}
      {nothing && state === "read" ? null : (
        <ListTools
          columns={columns}
          view={view}
          onView={change}
          found={order.length}
          all={rows.length}
          working={working}
          more={state === "more"}
        />
      )}
      {state === "failed" && problem !== null ? (
        <SmallRefusal problem={{ ...problem, title: say("list.failed") }} {...again} />
      ) : null}
      {nothing && state === "read" ? (
        empty
      ) : order.length === 0 && !working ? (
        <Empty title={say("list.none-match")}>{say("list.none-match-next")}</Empty>
      ) : (
        <Sheet
          label={label}
          rows={rows}
          order={order}
          columns={shown}
          rowKey={rowKey}
          rowTo={rowTo}
          sort={view.sort}
          onSort={sortBy}
          working={working}
          printing={printing}
        />
      )}
      {printing && order.length > PRINTS_UP_TO ? (
        <p className="print-only">
          {say("list.printed", {
            count: formatNumber(PRINTS_UP_TO, language),
            all: formatNumber(order.length, language),
          })}
        </p>
      ) : null}
    </div>
  );
}

/** True while the browser prints: then everything is in the page, not only what is seen. */
function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    const before = () => flushSync(() => setPrinting(true));
    const after = () => setPrinting(false);
    addEventListener("beforeprint", before);
    addEventListener("afterprint", after);
    return () => {
      removeEventListener("beforeprint", before);
      removeEventListener("afterprint", after);
    };
  }, []);
  return printing;
}

interface SheetProps<Row> {
  readonly label: string;
  readonly rows: readonly Row[];
  readonly order: readonly number[];
  readonly columns: readonly Column<Row>[];
  readonly rowKey: (row: Row) => string;
  readonly rowTo: ((row: Row) => string) | undefined;
  readonly sort: ListView["sort"];
  readonly onSort: (sort: ListView["sort"]) => void;
  readonly working: boolean;
  readonly printing: boolean;
}

const rowAt = (target: EventTarget | null): number | null => {
  const index = target instanceof Element ? target.closest<HTMLElement>("tr[data-index]")?.dataset["index"] : undefined;
  return index === undefined ? null : Number(index);
};

/** Drawn anew only when something of it changed: a page has other reasons to be drawn, and a sheet is the dearest thing on it. */
const Sheet = memo(PlainSheet) as typeof PlainSheet;

function PlainSheet<Row>(props: SheetProps<Row>) {
  const { label, rows, order, columns, rowKey, rowTo, sort, onSort, working, printing } = props;
  const { density } = useLook();
  const router = useRouter();
  const table = useRef<HTMLTableElement>(null);
  const [active, setActive] = useState(0);
  const wantsFocus = useRef(false);
  const count = order.length;
  const kept = count === 0 ? null : Math.floor(Math.min(active, count - 1) / STRETCH);
  const laid = useStretches(table, count, HEIGHTS[density], order, kept);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another order begins at its first row
  useEffect(() => setActive(0), [order]);
  useEffect(() => {
    if (!wantsFocus.current) return;
    const link = table.current?.querySelector<HTMLElement>(`tr[data-index="${active}"] .row-link`);
    if (link === null || link === undefined) return;
    wantsFocus.current = false;
    link.focus(); // and the browser scrolls it into view
  });

  const move = (event: KeyboardEvent) => {
    const page = Math.max(1, Math.floor(innerHeight / HEIGHTS[density]) - 2);
    const to = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      Home: 0,
      End: count - 1,
      PageDown: active + page,
      PageUp: active - page,
    }[event.key];
    if (to === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    if (!(event.target instanceof HTMLElement) || !event.target.classList.contains("row-link")) return;
    event.preventDefault();
    wantsFocus.current = true;
    setActive(Math.max(0, Math.min(count - 1, to)));
  };
  // One listener for all rows: thousands of links with their own would cost more than the rows.
  const follow = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a.row-link") : null;
    if (link === null || event.defaultPrevented || event.button !== 0) return;
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return; // a new tab is the browser's
    event.preventDefault();
    void router.navigate({ href: link.getAttribute("href") ?? "/" });
  };
  const entered = (event: FocusEvent) => {
    const index = rowAt(event.target);
    if (index !== null && event.target.classList.contains("row-link")) setActive(index);
  };

  const all = Math.ceil(Math.min(count, PRINTS_UP_TO) / STRETCH);
  const shown = printing ? Array.from({ length: all }, (_, stretch) => ({ stretch, gap: 0 })) : laid.shown;
  return (
    <table
      ref={table}
      className="table"
      {...ROLE.table}
      aria-label={label}
      aria-rowcount={count + 1}
      aria-busy={working}
      style={{
        ["--columns" as string]: columns.map((column) => column.width).join(" "),
        paddingBlockEnd: printing ? 0 : laid.rest,
      }}
      onKeyDown={move}
      onClick={follow}
      onFocus={entered}
    >
      <thead {...ROLE.rowgroup}>
        <tr {...ROLE.row} aria-rowindex={1}>
          {columns.map((column) => (
            <Head key={column.key} column={column} sort={sort} onSort={onSort} />
          ))}
        </tr>
      </thead>
      {shown.map(({ stretch, gap }) => (
        <Stretch
          key={stretch}
          stretch={stretch}
          gap={gap}
          rows={rows}
          order={order}
          columns={columns as readonly Column<unknown>[]}
          rowKey={rowKey as (row: unknown) => string}
          rowTo={rowTo as ((row: unknown) => string) | undefined}
          active={stretch === kept ? active : -1}
        />
      ))}
    </table>
  );
}

interface HeadProps<Row> {
  readonly column: Column<Row>;
  readonly sort: ListView["sort"];
  readonly onSort: (sort: ListView["sort"]) => void;
}

function Head<Row>({ column, sort, onSort }: HeadProps<Row>) {
  const here = sort?.column === column.key;
  return (
    <th
      {...ROLE.columnheader}
      scope="col"
      className={column.end ? "end" : undefined}
      aria-sort={here ? (sort.down ? "descending" : "ascending") : undefined}
    >
      {column.sortable === false ? (
        <span className="table-head-plain">{column.label}</span>
      ) : (
        <button type="button" className="table-sort" onClick={() => onSort(nextSort(sort, column.key))}>
          {column.label}
        </button>
      )}
    </th>
  );
}

interface StretchProps {
  readonly stretch: number;
  readonly gap: number;
  readonly rows: readonly unknown[];
  readonly order: readonly number[];
  readonly columns: readonly Column<unknown>[];
  readonly rowKey: (row: unknown) => string;
  readonly rowTo: ((row: unknown) => string) | undefined;
  /** Position of the row that Tab reaches; -1 where it is in another stretch. */
  readonly active: number;
}

/** A few rows, made together. */
const Stretch = memo(function Stretch({ stretch, gap, rows, order, columns, rowKey, rowTo, active }: StretchProps) {
  const first = stretch * STRETCH;
  return (
    <tbody {...ROLE.rowgroup} data-stretch={stretch} style={{ marginBlockStart: gap }}>
      {order.slice(first, first + STRETCH).map((position, at) => {
        const row = rows[position];
        if (row === undefined) return null;
        return (
          <TableRow
            key={rowKey(row)}
            row={row}
            index={first + at}
            columns={columns}
            rowTo={rowTo}
            reached={first + at === active}
          />
        );
      })}
    </tbody>
  );
});

interface TableRowProps {
  readonly row: unknown;
  readonly index: number;
  readonly columns: readonly Column<unknown>[];
  readonly rowTo: ((row: unknown) => string) | undefined;
  /** One stop of Tab for the whole list: from there the arrows move. */
  readonly reached: boolean;
}

const TableRow = memo(function TableRow({ row, index, columns, rowTo, reached }: TableRowProps) {
  return (
    <tr {...ROLE.row} data-index={index} aria-rowindex={index + 2}>
      {columns.map((column, at) => {
        const content: ReactNode = column.cell?.(row) ?? column.value(row);
        const title = column.title === true;
        return (
          <td
            key={column.key}
            {...ROLE.cell}
            className={title ? "title" : at === 0 ? "first" : column.end ? "end" : undefined}
            data-label={column.label}
          >
            {title && rowTo !== undefined ? (
              <a href={rowTo(row)} className="row-link" tabIndex={reached ? 0 : -1}>
                {content}
              </a>
            ) : (
              content
            )}
          </td>
        );
      })}
    </tr>
  );
});
