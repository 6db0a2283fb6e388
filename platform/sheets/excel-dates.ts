import type { Cell } from "./cells.ts";
import { readXml } from "./xml.ts";

/** Number formats that need no definition in the file and show a day or a time: ECMA-376 part 1, 18.8.30, with the East Asian ones. */
function isBuiltInDate(format: number): boolean {
  return (
    (format >= 14 && format <= 22) ||
    (format >= 27 && format <= 36) ||
    format === 45 ||
    format === 47 ||
    (format >= 50 && format <= 58)
  );
}

/**
 * Does a format such as `d mmm yyyy;@` show a day or a time of day? Texts in quotes, colours, conditions and escapes do not count;
 * hours that run on (`[h]:mm`) are a length of time and no day.
 */
export function isDateFormat(code: string): boolean {
  const bare = (code.split(";")[0] ?? "")
    .replace(/"[^"]*"/g, "")
    .replace(/\\./g, "")
    .replace(/[_*]./g, "")
    .replace(/\[[^\]]*\]/g, "");
  return !/\[(?:h+|m+|s+)\]/i.test(code) && !/general/i.test(bare) && /[dmyhs]/i.test(bare);
}

/** For each cell style of a workbook, whether its numbers are days. Empty where the workbook has no styles. */
export async function dateStyles(chunks: AsyncIterable<Uint8Array> | null): Promise<boolean[]> {
  if (!chunks) return [];
  const formats = new Map<number, string>();
  const styles: number[] = [];
  let inCells = false;
  const handler = {
    open(name: string, attributes: Readonly<Record<string, string>>) {
      if (name === "numFmt") formats.set(Number(attributes.numFmtId), attributes.formatCode ?? "");
      else if (name === "cellXfs") inCells = true;
      else if (name === "xf" && inCells) styles.push(Number(attributes.numFmtId ?? 0));
    },
    close(name: string) {
      if (name === "cellXfs") inCells = false;
    },
    text() {},
  };
  for await (const _ of readXml(chunks, handler));
  return styles.map((id) => {
    const code = formats.get(id);
    return code === undefined ? isBuiltInDate(id) : isDateFormat(code);
  });
}

const dayMs = 86_400_000;
/** The last day that Excel can show: 9999-12-31. */
const lastSerial = 2_958_465;

/**
 * The day that Excel means by a number, in the calendar from 1900 (with its 29 February 1900, which never was: number 60) or from 1904.
 * @param serial days, the time of day as the fraction
 * @returns a day; a time as text ("14:30") where there is no day to it; null where the number is no day of Excel's calendar
 */
export function dateOfSerial(serial: number, since1904: boolean): Exclude<Cell, number | boolean> {
  if (!Number.isFinite(serial) || serial < 0 || serial >= lastSerial + 1) return null;
  // Rounded to the minute first, so that 0.9999999 is the next day's midnight and not 23:59.
  const minutes = Math.round(serial * 1440);
  const day = Math.floor(minutes / 1440);
  const minute = minutes % 1440;
  const two = (part: number) => String(part).padStart(2, "0");
  const time = `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
  if (!since1904 && day === 60) return null;
  if (!since1904 && day === 0) return time;
  const epoch = since1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, day < 60 ? 31 : 30);
  const date = new Date(epoch + day * dayMs).toISOString().slice(0, 10);
  return { date, time: minute === 0 ? null : time };
}
