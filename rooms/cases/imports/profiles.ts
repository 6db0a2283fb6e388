import { type Cell, cellText, isDateCell } from "../../../platform/sheets/cells.ts";
import { codesIn, countries, languages, listNamed } from "./codes.ts";
import { isAmbiguous, orderOf, readDate } from "./dates.ts";
import type { DateOrder, ImportField } from "./model.ts";
import { saysNothing, tidy } from "./text.ts";
import { readAge } from "./values.ts";

/** What one pass over a file learns about a column: enough to tell what it is, and how it writes its days. */
export type ColumnProfile = {
  filled: number;
  /** The first different texts, without those that say nothing. */
  sample: string[];
  /** Of the filled cells, how many are Excel's own days. */
  days: number;
  /** Every number one more than the one before. */
  running: boolean;
  dateOrder: DateOrder | "mixed" | null;
  /** Texts such as 03/04/2020. */
  ambiguousDates: number;
};

const sampleSize = 60;

/** Gathers profiles row by row; `read()` at any time gives what is known so far. */
export function profiler(): { add(cells: readonly Cell[]): void; read(): ColumnProfile[] } {
  const columns: (ColumnProfile & { seen: Set<string>; last: number | null })[] = [];
  return {
    add(cells) {
      cells.forEach((cell, index) => {
        while (columns.length <= index) columns.push(emptyColumn());
        const column = columns[index];
        if (column && cell !== null) addCell(column, cell);
      });
    },
    read: () => columns.map(({ seen: _, last: __, ...profile }) => profile),
  };
}

function emptyColumn() {
  const profile = { filled: 0, days: 0, running: true, dateOrder: null, ambiguousDates: 0 };
  return { ...profile, sample: [], seen: new Set<string>(), last: null };
}

function addCell(column: ColumnProfile & { seen: Set<string>; last: number | null }, cell: Cell): void {
  const text = tidy(cellText(cell));
  if (text === "") return;
  column.filled++;
  if (isDateCell(cell)) column.days++;
  const number = /^\d{1,9}$/.test(text) ? Number(text) : null;
  column.running &&= number !== null && (column.last === null || number === column.last + 1);
  column.last = number;
  if (typeof cell === "string" && startsWithDigit.test(text)) {
    const order = orderOf([text]);
    if (order !== null) {
      column.dateOrder = column.dateOrder === null || column.dateOrder === order ? order : "mixed";
    }
    if (isAmbiguous(text)) column.ambiguousDates++;
  }
  if (column.sample.length < sampleSize && !column.seen.has(text)) {
    column.seen.add(text);
    if (!saysNothing(text)) column.sample.push(text);
  }
}

const startsWithDigit = /^\p{Nd}/u;

/** How a column's values speak for a field: how many of them it could hold, and whether that says much. */
export type ValueFit = { share: number; telling: boolean } | null;

const emailShape = /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/;
const phoneShape = /^\+?[\d\s().-]{7,20}$/;
const yesNoShape = /^(?:yes|no|y|n|true|false|1|0|हाँ|हां|नहीं)$/i;

/**
 * How many of a column's sampled values a field of this kind could hold.
 * @returns null where there are no values to judge by
 */
export function valueFit(field: ImportField, profile: ColumnProfile): ValueFit {
  const { sample } = profile;
  if (sample.length === 0) return null;
  const share = (test: (text: string) => boolean) => sample.filter(test).length / sample.length;
  const dated = profile.filled > 0 && profile.days / profile.filled > 0.8 ? 1 : share(isDay);
  switch (field.kind) {
    case "date":
      return { share: dated, telling: dated > 0.8 };
    case "choice":
    case "choices": {
      const list = listNamed(field.list ?? "");
      const held = share((text) => codesIn(list, text, "exact").unknown.length === 0);
      return { share: held, telling: held > 0.8 && sample.length > 1 && list.codes.length > 2 };
    }
    case "country":
    case "countries":
      return {
        share: share((text) => /^[A-Z]{2}$/.test(text) || codesIn(countries, text, "exact").unknown.length === 0),
        telling: false,
      };
    case "language":
      return { share: share((text) => codesIn(languages, text, "exact").unknown.length === 0), telling: true };
    case "email": {
      const held = share((text) => emailShape.test(text));
      return { share: held, telling: held > 0.8 };
    }
    case "phone":
      return { share: share((text) => phoneShape.test(text) && /\d{6}/.test(text.replace(/\D/g, ""))), telling: false };
    case "yes-no":
      return { share: share((text) => yesNoShape.test(text)), telling: false };
    case "number":
      return { share: share((text) => /^-?[\d.,]+$/.test(text)), telling: false };
    case "age":
      return { share: share((text) => readAge(text).ok), telling: false };
    case "document":
      return { share: 1 - share((text) => emailShape.test(text)), telling: false };
    case "text":
    case "long-text":
      // Anything may stand in a text; but a column of days, of addresses of mail or of yes and no is none.
      return {
        share:
          1 -
          Math.max(
            dated,
            share((text) => emailShape.test(text)),
            share((text) => yesNoShape.test(text)),
          ),
        telling: false,
      };
  }
}

function isDay(text: string): boolean {
  if (!/\d/.test(text) || /^\d{1,3}$/.test(text)) return false;
  return readDate(text, { order: null, assumed: "day-first", today: "2100-01-01", future: true }).ok;
}
