import type { ReactNode } from "react";
import type { Sortable } from "./arrange.ts";

/** A column of a table: what it is called, what stands in it, how it sorts and narrows. */
export interface Column<Row> extends Sortable<Row> {
  readonly label: string;
  /** What stands in the cell; without it, `value`. */
  readonly cell?: (row: Row) => ReactNode;
  /** A grid track: `10rem`, `minmax(12rem, 2fr)`. */
  readonly width: string;
  readonly sortable?: boolean;
  /** Answers by which the list can be narrowed; their value is the column's `value` as text. */
  readonly choices?: readonly { readonly value: string; readonly label: string }[];
  /** Not shown while the list is narrowed to one of its answers: every row would say the same. */
  readonly plainWhenOne?: boolean;
  /** Numbers stand at the end. */
  readonly end?: boolean;
  /** This cell names the row and carries its link. One column has it. */
  readonly title?: boolean;
}
