import type { DateOrder, PlannedDate } from "./model.ts";
import { type Reading, type Remark, read, remark, wrong } from "./reading.ts";
import { plainDigits, saysNothing, tidy } from "./text.ts";

/** What is needed to read a day: how its column writes 03/04/2020, which day it is today, and whether it may lie ahead. */
export type DateReading = { order: DateOrder | "mixed" | null; assumed: DateOrder; today: string; future: boolean };

const monthNames: readonly (readonly string[])[] = [
  ["jan", "january", "जनवरी"],
  ["feb", "february", "फरवरी", "फ़रवरी"],
  ["mar", "march", "मार्च"],
  ["apr", "april", "अप्रैल"],
  ["may", "मई"],
  ["jun", "june", "जून"],
  ["jul", "july", "जुलाई"],
  ["aug", "august", "अगस्त"],
  ["sep", "sept", "september", "सितंबर", "सितम्बर"],
  ["oct", "october", "अक्टूबर", "अक्तूबर"],
  ["nov", "november", "नवंबर", "नवम्बर"],
  ["dec", "december", "दिसंबर", "दिसम्बर"],
];
const monthOf = new Map(monthNames.flatMap((names, index) => names.map((name): [string, number] => [name, index + 1])));
const monthWord = "([a-z\\u0900-\\u097f]+)";

const aboutWords =
  /(?:^|\s)(?:about|approx(?:imately)?\.?|around|circa|ca?\.|~|roughly|est(?:imated|\.)?|probably|लगभग|करीब|करीबन)\s*/gu;
const seasons =
  /^(early|mid|middle of|late|end of|beginning of|before|after|since|until|till|spring|summer|autumn|fall|winter|monsoon)[\s-]+/;
const parts: Readonly<Record<string, readonly [number, number]>> = {
  early: [1, 4],
  "beginning of": [1, 4],
  mid: [5, 8],
  "middle of": [5, 8],
  late: [9, 12],
  "end of": [9, 12],
};

/** The first day that a record can speak of, and how far ahead a plan may reach. */
const firstYear = 1900;
const yearsAhead = 30;

/** Three numbers with marks between: the shape in which day and month can be mistaken for each other. */
const triple = /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4}|\d{2})(?:[ T]\d{1,2}:.*)?$/;

/**
 * Which of day and month comes first in a column's texts: what a number above twelve in one place proves. "mixed" where both are
 * proved, so that nothing can be said of the others; null where nothing is.
 */
export function orderOf(texts: Iterable<string>): DateOrder | "mixed" | null {
  let order: DateOrder | "mixed" | null = null;
  for (const text of texts) {
    const match = triple.exec(plainDigits(tidy(text)));
    if (!match) continue;
    const proved = Number(match[1]) > 12 ? "day-first" : Number(match[2]) > 12 ? "month-first" : null;
    if (proved === null) continue;
    order = order === null || order === proved ? proved : "mixed";
  }
  return order;
}

/** Could this text be mistaken in its order? */
export function isAmbiguous(text: string): boolean {
  const match = triple.exec(plainDigits(tidy(text)));
  return match !== null && Number(match[1]) <= 12 && Number(match[2]) <= 12 && match[1] !== match[2];
}

/** Reads a day, or as much of one as is known: "14/03/2019", "Mar 2019", "about 2018", "after Chhath 2021". */
export function readDate(cell: string, by: DateReading): Reading {
  const text = plainDigits(tidy(cell)).toLowerCase();
  if (saysNothing(text)) return read(null);
  const bare = text.replace(aboutWords, " ").trim();
  const about = bare !== text;
  const reading = readBare(bare, by);
  if (!reading.ok || reading.content?.is !== "date") return reading;
  const date = { ...reading.content.date, about: about || reading.content.date.about };
  const late =
    date.from > by.today && !(by.future && Number(date.from.slice(0, 4)) <= Number(by.today.slice(0, 4)) + yearsAhead);
  if (late) return wrong("date-in-future", { today: by.today });
  if (Number(date.from.slice(0, 4)) < firstYear) return wrong("date-too-old", { year: firstYear });
  const doubts = [...reading.doubts];
  if (date.about && !doubts.some((one) => one.code === "date-in-words")) doubts.push(remark("date-about"));
  return read({ is: "date", date }, ...doubts);
}

function readBare(text: string, by: DateReading): Reading {
  return (
    readIso(text) ??
    readTriple(text, by) ??
    readNamedMonth(text, by) ??
    readMonthAndYear(text) ??
    readYears(text, by) ??
    readSerial(text) ??
    readWords(text) ??
    wrong("date-unreadable", {}, ["2021-03-14", "2021-03", "2021"])
  );
}

function readIso(text: string): Reading | null {
  const match =
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[ t]\d{1,2}:.*)?$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  return match && day(Number(match[1]), Number(match[2]), Number(match[3]));
}

function readTriple(text: string, by: DateReading): Reading | null {
  const match = triple.exec(text);
  if (!match) return null;
  const [one, two] = [Number(match[1]), Number(match[2])];
  const { year, doubts } = fullYear(match[3] ?? "", by);
  const monthFirst = day(year, one, two, doubts);
  const dayFirst = day(year, two, one, doubts);
  // The number itself may say it, whatever the rest of the column does.
  if (one > 12) return dayFirst;
  if (two > 12) return monthFirst;
  if (one === two) return dayFirst;
  if (by.order === "mixed") return wrong("date-ambiguous", {}, [iso(year, two, one), iso(year, one, two)]);
  return (by.order ?? by.assumed) === "day-first" ? dayFirst : monthFirst;
}

function readNamedMonth(text: string, by: DateReading): Reading | null {
  const dayMonth = new RegExp(
    `^(\\d{1,2})(?:st|nd|rd|th)?(?: of)?[ \\-/.]*${monthWord}\\.?,?[ \\-/.]*(\\d{4}|\\d{2})(?: \\d{1,2}:.*)?$`,
    "u",
  ).exec(text);
  const monthDay = new RegExp(`^${monthWord}\\.? ?(\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})$`, "u").exec(text);
  const monthYear = new RegExp(`^${monthWord}\\.?,?[ \\-/.']*(\\d{4}|\\d{2})$`, "u").exec(text);
  if (dayMonth) {
    const month = monthOf.get(dayMonth[2] ?? "");
    const { year, doubts } = fullYear(dayMonth[3] ?? "", by);
    return month === undefined ? null : day(year, month, Number(dayMonth[1]), doubts);
  }
  if (monthDay) {
    const month = monthOf.get(monthDay[1] ?? "");
    return month === undefined ? null : day(Number(monthDay[3]), month, Number(monthDay[2]));
  }
  if (monthYear) {
    const month = monthOf.get(monthYear[1] ?? "");
    const { year, doubts } = fullYear(monthYear[2] ?? "", by);
    return month === undefined ? null : read(months(year, month, month), ...doubts);
  }
  return null;
}

function readMonthAndYear(text: string): Reading | null {
  const match = /^(\d{1,2})[/.-](\d{4})$/.exec(text);
  const turned = /^(\d{4})[/.-](\d{1,2})$/.exec(text);
  const year = Number(match?.[2] ?? turned?.[1]);
  const month = Number(match?.[1] ?? turned?.[2]);
  if (!match && !turned) return null;
  // "2018-19" is a year of work, and no month.
  if (turned && month > 12) return null;
  return month >= 1 && month <= 12 ? read(months(year, month, month)) : wrong("date-impossible");
}

function readYears(text: string, by: DateReading): Reading | null {
  const one = /^(\d{4})$/.exec(text);
  if (one && plausible(Number(one[1]), by)) return read(months(Number(one[1]), 1, 12));
  const span = /^(\d{4})\s?(?:-|–|to|\/)\s?(\d{4}|\d{2})$/.exec(text);
  if (span) {
    const from = Number(span[1]);
    const to = span[2]?.length === 2 ? Math.floor(from / 100) * 100 + Number(span[2]) : Number(span[2]);
    if (to < from || !plausible(from, by)) return wrong("date-impossible");
    return read({ is: "date", date: { from: iso(from, 1, 1), to: iso(to, 12, 31), precision: "span", about: false } });
  }
  const season = seasons.exec(text);
  const rest = season && /^(\d{4})$/.exec(text.slice(season[0].length));
  if (!rest || !plausible(Number(rest[1]), by)) return null;
  const [first, last] = parts[season[1] ?? ""] ?? [1, 12];
  const content = months(Number(rest[1]), first, last);
  return read({
    is: "date",
    date: { ...content.date, precision: first === 1 && last === 12 ? "year" : "span", about: true },
  });
}

/** Days as Excel counts them, where a format was lost on the way: 43903 for 2020-03-13. */
function readSerial(text: string): Reading | null {
  const match = /^(\d{5})(?:\.\d+)?$/.exec(text);
  const serial = Number(match?.[1]);
  if (!match || serial < 7306 || serial > 73050) return null;
  const date = new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000).toISOString().slice(0, 10);
  return read(dayContent(date), remark("date-from-number", { read: date }, [date]));
}

/** "After Chhath 2021": the year is known, the rest is kept in words. */
function readWords(text: string): Reading | null {
  const years = [...text.matchAll(/(?<!\d)(19\d{2}|20\d{2})(?!\d)/g)];
  const year = Number(years[0]?.[1]);
  if (years.length !== 1 || /\d/.test(text.replace(years[0]?.[0] ?? "", ""))) return null;
  const content = months(year, 1, 12);
  return read(
    { is: "date", date: { ...content.date, about: true } },
    remark("date-in-words", { year }, [String(year)]),
  );
}

function plausible(year: number, by: DateReading): boolean {
  return year >= firstYear - 50 && year <= Number(by.today.slice(0, 4)) + 100;
}

/** "19" is 2019 and "87" is 1987: the latest year of that ending that has come. Told as doubtful. */
function fullYear(digits: string, by: DateReading): { year: number; doubts: Remark[] } {
  if (digits.length === 4) return { year: Number(digits), doubts: [] };
  const thisYear = Number(by.today.slice(0, 4));
  const century = Math.floor(thisYear / 100) * 100;
  const year = century + Number(digits) <= thisYear ? century + Number(digits) : century - 100 + Number(digits);
  return { year, doubts: [remark("date-short-year", { year }, [String(year)])] };
}

function day(year: number, month: number, dayOfMonth: number, doubts: readonly Remark[] = []): Reading {
  const last = month >= 1 && month <= 12 ? daysIn(year, month) : 0;
  if (dayOfMonth < 1 || dayOfMonth > last) return wrong("date-impossible");
  return read(dayContent(iso(year, month, dayOfMonth)), ...doubts);
}

function dayContent(date: string) {
  return { is: "date" as const, date: { from: date, to: date, precision: "day" as const, about: false } };
}

function months(year: number, first: number, last: number): { is: "date"; date: PlannedDate } {
  const precision = first === last ? "month" : "year";
  return {
    is: "date",
    date: { from: iso(year, first, 1), to: iso(year, last, daysIn(year, last)), precision, about: false },
  };
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function iso(year: number, month: number, dayOfMonth: number): string {
  const two = (part: number) => String(part).padStart(2, "0");
  return `${String(year).padStart(4, "0")}-${two(month)}-${two(dayOfMonth)}`;
}
