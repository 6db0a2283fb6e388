import { Readable } from "node:stream";
import { CsvError, parse } from "csv-parse";
import { cellName, type SheetRow } from "./cells.ts";
import type { SheetLimits } from "./limits.ts";
import { Refused, refuse, type SheetRefusal } from "./refusals.ts";
import { type Source, streamOf } from "./source.ts";
import { decoded, type Encoding } from "./text.ts";

const candidates = [",", ";", "\t", "|"] as const;
export type Delimiter = (typeof candidates)[number];

/** How a file of separated values is written. `skip` lines stand before the first row (Excel's own `sep=;`). */
export type CsvForm = { encoding: Encoding; delimiter: Delimiter; skip: number };

/** Reads the separator off the first 64 KiB of text: the one that cuts the most lines into the same number (above one) of fields. */
export function csvFormOf(sample: string, encoding: Encoding): CsvForm {
  const said = /^sep=([,;|\t])\r?\n/i.exec(sample);
  if (said) return { encoding, delimiter: candidates.find((one) => one === said[1]) ?? ",", skip: 1 };
  let best: { delimiter: Delimiter; score: number } = { delimiter: ",", score: 0 };
  for (const delimiter of candidates) {
    const counts = fieldCounts(sample, delimiter);
    const tally = new Map<number, number>();
    for (const count of counts) tally.set(count, (tally.get(count) ?? 0) + 1);
    for (const [fields, lines] of tally) {
      const score = fields > 1 ? (lines / counts.length) * Math.log2(fields) : 0;
      if (score > best.score) best = { delimiter, score };
    }
  }
  return { encoding, delimiter: best.delimiter, skip: 0 };
}

function fieldCounts(sample: string, delimiter: Delimiter): number[] {
  const counts: number[] = [];
  let fields = 1;
  let quoted = false;
  let empty = true;
  for (const char of sample) {
    if (char === '"') quoted = !quoted;
    else if (!quoted && char === delimiter) fields++;
    else if (!quoted && char === "\n") {
      if (!empty) counts.push(fields);
      if (counts.length === 60) return counts;
      fields = 1;
      empty = true;
      continue;
    }
    if (char !== "\r") empty = false;
  }
  // The sample's last line may be cut through; it counts only where there is no other.
  if (counts.length === 0) counts.push(fields);
  return counts;
}

/**
 * The rows of a CSV file, streamed; lines that hold nothing are passed over. All cells are text or empty.
 * Ends with a refusal where the file cannot be read to its end.
 */
export async function* csvRows(
  file: Source,
  form: CsvForm,
  limits: SheetLimits,
): AsyncGenerator<SheetRow | SheetRefusal> {
  const source = streamOf(file);
  const text = Readable.from(decoded(source, form.encoding));
  const parser = parse({
    delimiter: form.delimiter,
    record_delimiter: "\n",
    relax_column_count: true,
    // A stray mark within a field is a character like another (5" pipe); one that never closes is still refused.
    relax_quotes: true,
    info: true,
    from_line: form.skip + 1,
    max_record_size: limits.cellChars * 32,
  });
  text.on("error", (error) => parser.destroy(error));
  text.pipe(parser);

  let next = form.skip + 1;
  let rows = 0;
  try {
    for await (const item of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      const line = next;
      next = item.info.lines + 1;
      const cells = item.record.map((field) => (field === "" ? null : field));
      if (cells.every((cell) => cell === null)) continue;
      if (++rows > limits.rows) return yield refuse("too-many-rows", { limit: limits.rows }, { line });
      if (cells.findLastIndex((cell) => cell !== null) >= limits.columns) {
        return yield refuse("too-many-columns", { limit: limits.columns }, { line });
      }
      const long = cells.findIndex((cell) => cell !== null && cell.length > limits.cellChars);
      if (long !== -1) {
        return yield refuse("cell-too-long", { limit: limits.cellChars }, { line, cell: cellName(long, line) });
      }
      yield { ok: true, line, cells, hidden: false };
    }
  } catch (error) {
    if (error instanceof Refused) return yield error.refusal;
    if (error instanceof CsvError) return yield refuse("quotes-broken", {}, { line: next });
    throw error;
  } finally {
    source.destroy();
    text.destroy();
    parser.destroy();
  }
}
