import "./list.css";
import { defaultRangeExtractor, type Range, useWindowVirtualizer } from "@tanstack/react-virtual";
import {
  type KeyboardEvent,
  memo,
  type ReactNode,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { flushSync } from "react-dom";
import { Link } from "../button.tsx";
import { formatNumber } from "../languages/format.ts";
import { useLook } from "../preferences.ts";
import type { Problem } from "../problem.ts";
import { SmallRefusal } from "../refusal.tsx";
import { Empty } from "../rows.tsx";
import { Waiting } from "../waiting.tsx";
import { useKitWords } from "../words.ts";
import type { Sortable } from "./arrange.ts";
import { ListTools, Views, type ViewsProps } from "./list-tools.tsx";
import { useArranged } from "./use-arranged.ts";
import { type ListView, nextSort } from "./view.ts";

export interface Column<Row> extends Sortable<Row> {
  readonly label: string;
  /** What stands in the cell; without it, `value`. */
  readonly cell?: (row: Row) => ReactNode;
  /** A grid track: `10rem`, `minmax(12rem, 2fr)`. */
  readonly width: string;
  readonly sortable?: boolean;
  /** Answers by which the list can be narrowed; their value is the column's `value` as text. */
  readonly choices?: readonly { readonly value: string; readonly label: string }[];
  /** Numbers stand at the end. */
  readonly end?: boolean;
  /** This cell names the row and carries its link. One column has it. */
  readonly title?: boolean;
}

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
}

/** Paper is patient, but not endless. */
const PRINTS_UP_TO = 2000;
const HEIGHTS = { calm: 61, compact: 33 } as const;

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
  } = props;
  const { say, language } = useKitWords();
  const { density } = useLook();
  const { order, working } = useArranged(rows, columns, view, language);
  const body = useRef<HTMLTableSectionElement>(null);
  const [top, setTop] = useState(0);
  const [active, setActive] = useState(0);
  const [printing, setPrinting] = useState(false);
  const wantsFocus = useRef(false);

  const extract = useCallback(
    (range: Range) => {
      const seen = defaultRangeExtractor(range);
      if (active < range.count && !seen.includes(active)) seen.push(active);
      return seen.sort((one, other) => one - other);
    },
    [active],
  );
  const virtualizer = useWindowVirtualizer({
    count: order.length,
    estimateSize: () => HEIGHTS[density],
    getItemKey: (index) => {
      const row = rows[order[index] ?? -1];
      return row === undefined ? index : rowKey(row);
    },
    overscan: 8,
    scrollMargin: top,
    rangeExtractor: extract,
  });
  // The tools above grow and shrink; where the list begins is measured, not known.
  useLayoutEffect(() => {
    const begins = body.current?.getBoundingClientRect().top;
    if (begins !== undefined) setTop((before) => (Math.abs(before - begins - scrollY) < 1 ? before : begins + scrollY));
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another density means other heights for every row
  useEffect(() => virtualizer.measure(), [density]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another view begins at its first row
  useEffect(() => setActive(0), [view]);
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
  useEffect(() => {
    if (!wantsFocus.current) return;
    const link = body.current?.querySelector<HTMLElement>(`tr[data-index="${active}"] .row-link`);
    if (link === null || link === undefined) return;
    wantsFocus.current = false;
    link.focus({ preventScroll: true });
  });

  const move = (event: KeyboardEvent) => {
    const page = Math.max(1, Math.floor(innerHeight / HEIGHTS[density]) - 2);
    const to = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      Home: 0,
      End: order.length - 1,
      PageDown: active + page,
      PageUp: active - page,
    }[event.key];
    if (to === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    if (!(event.target instanceof HTMLElement) || !event.target.classList.contains("row-link")) return;
    event.preventDefault();
    const next = Math.max(0, Math.min(order.length - 1, to));
    wantsFocus.current = true;
    setActive(next);
    virtualizer.scrollToIndex(next, { align: "auto" });
  };

  if (rows.length === 0 && state === "reading") return <Waiting lines={6} />;
  if (rows.length === 0 && state === "failed" && problem !== null) {
    return <SmallRefusal problem={problem} {...(onRetry === undefined ? {} : { onAgain: onRetry })} />;
  }
  if (rows.length === 0) return empty;

  const items = printing
    ? order.slice(0, PRINTS_UP_TO).map((_, index) => ({ index, start: 0, key: index }))
    : virtualizer.getVirtualItems();
  return (
    <div>
      {views === undefined ? null : <Views {...views} view={view} onView={onView} />}
      <ListTools
        columns={columns}
        view={view}
        onView={onView}
        found={order.length}
        all={rows.length}
        working={working}
        more={state === "more"}
      />
      {state === "failed" && problem !== null ? (
        <SmallRefusal
          problem={{ ...problem, title: say("list.failed") }}
          {...(onRetry === undefined ? {} : { onAgain: onRetry })}
        />
      ) : null}
      {order.length === 0 && !working ? (
        <Empty title={say("list.none-match")}>{say("list.none-match-next")}</Empty>
      ) : (
        <table
          className="table"
          {...ROLE.table}
          aria-label={label}
          aria-rowcount={order.length + 1}
          aria-busy={working}
          style={{ ["--columns" as string]: columns.map((column) => column.width).join(" ") }}
        >
          <thead {...ROLE.rowgroup}>
            <tr {...ROLE.row} aria-rowindex={1}>
              {columns.map((column) => (
                <Head key={column.key} column={column} sort={view.sort} onSort={(sort) => onView({ ...view, sort })} />
              ))}
            </tr>
          </thead>
          <tbody {...ROLE.rowgroup} ref={body} onKeyDown={move} style={{ blockSize: virtualizer.getTotalSize() }}>
            {items.map((item) => {
              const row = rows[order[item.index] ?? -1];
              return row === undefined ? null : (
                <TableRow
                  key={item.key}
                  row={row}
                  index={item.index}
                  start={item.start - top}
                  columns={columns as readonly Column<unknown>[]}
                  rowTo={rowTo as ((row: unknown) => string) | undefined}
                  active={item.index === active}
                  onActive={setActive}
                  measure={virtualizer.measureElement}
                />
              );
            })}
          </tbody>
        </table>
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

interface TableRowProps {
  readonly row: unknown;
  readonly index: number;
  readonly start: number;
  readonly columns: readonly Column<unknown>[];
  readonly rowTo: ((row: unknown) => string) | undefined;
  readonly active: boolean;
  readonly onActive: (index: number) => void;
  readonly measure: (node: Element | null) => void;
}

const TableRow = memo(function TableRow({
  row,
  index,
  start,
  columns,
  rowTo,
  active,
  onActive,
  measure,
}: TableRowProps) {
  return (
    <tr
      {...ROLE.row}
      ref={measure}
      data-index={index}
      aria-rowindex={index + 2}
      style={{ transform: `translateY(${start}px)` }}
    >
      {columns.map((column, at) => {
        const content = column.cell?.(row) ?? column.value(row);
        const classes = [column.title ? "title" : "", at === 0 ? "first" : "", column.end ? "end" : ""]
          .filter(Boolean)
          .join(" ");
        return (
          <td key={column.key} {...ROLE.cell} className={classes === "" ? undefined : classes}>
            <span className="cell-label">{column.label}: </span>
            {column.title && rowTo !== undefined ? (
              <RowLink to={rowTo(row)} active={active} onFocus={() => onActive(index)}>
                {content}
              </RowLink>
            ) : (
              content
            )}
          </td>
        );
      })}
    </tr>
  );
});

interface RowLinkProps {
  readonly to: string;
  readonly active: boolean;
  readonly onFocus: () => void;
  readonly children: ReactNode;
}

/** One stop of Tab for the whole list: from there the arrows move. */
function RowLink({ to, active, onFocus, children }: RowLinkProps) {
  return (
    <Link to={to} className="row-link" tabIndex={active ? 0 : -1} onFocus={onFocus}>
      {children}
    </Link>
  );
}
