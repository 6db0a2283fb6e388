/**
 * Sheets: rows out of the files that offices send, CSV and Excel, and the questions of an XForm.
 * Promises: streams; goes by content; refuses in stable codes whatever could harm (macros, bombs, formulas, entities) or mislead
 * (a wrong name, an unknown encoding, an open quotation mark); never guesses a value.
 */
export {
  type Cell,
  cellName,
  cellText,
  columnName,
  type DateCell,
  type ErrorCell,
  isDateCell,
  isErrorCell,
  placeOf,
  type SheetRow,
} from "./cells.ts";
export type { CsvForm, Delimiter } from "./csv.ts";
export { defaultLimits, type SheetLimits } from "./limits.ts";
export { type OpenedSheets, type OpenOptions, openSheet, type Sheet } from "./open.ts";
export { type RefusalCode, refusalCodes, type SheetRefusal } from "./refusals.ts";
export { type Encoding, encodings } from "./text.ts";
export type { Form, FormField } from "./xform.ts";
