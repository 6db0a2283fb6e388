/**
 * Dates, times and numbers, as the reader's language writes them. Everything goes through Intl; nothing here knows a month's name.
 * Day before month and a 24-hour clock in every language, because a duty at "3" must not be read as the afternoon.
 */
import { PSEUDO } from "./pseudo.ts";

/** Country whose habits apply (lakh and crore, week start). A pack may set another before the first screen. */
let region = "IN";
let zone: string | undefined;

/** @param country ISO 3166-1 alpha-2; @param timeZone IANA name, absent: the device's own */
export function setPlace(country: string, timeZone?: string): void {
  if (region === country && zone === timeZone) return; // asked on every page; the formatters are dear
  region = country;
  zone = timeZone;
  dates.clear();
  numbers.clear();
}

/** The locale by which a language is formatted. The pseudo-language borrows English, so that only words differ. */
export function localeOf(language: string): string {
  const base = language === PSEUDO ? "en" : language;
  return base.includes("-") ? base : `${base}-${region}`;
}

const STYLES = {
  /** 24 November 2026 */
  day: { day: "numeric", month: "long", year: "numeric" },
  /** 24 Nov */
  "day-short": { day: "numeric", month: "short" },
  /** 24 Nov 2026 */
  "day-year": { day: "numeric", month: "short", year: "numeric" },
  /** Tuesday, 24 November */
  weekday: { weekday: "long", day: "numeric", month: "long" },
  /** Tue 24 Nov */
  "weekday-short": { weekday: "short", day: "numeric", month: "short" },
  /** 18:40 */
  time: { hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
  /** 24 Nov 2026, 18:40 */
  moment: { day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
  /** November 2026 */
  month: { month: "long", year: "numeric" },
} satisfies Record<string, Intl.DateTimeFormatOptions>;

export type DateStyle = keyof typeof STYLES;

const dates = new Map<string, Intl.DateTimeFormat>();
const numbers = new Map<string, Intl.NumberFormat>();
const plurals = new Map<string, Intl.PluralRules>();

function kept<T>(store: Map<string, T>, key: string, make: () => T): T {
  const found = store.get(key);
  if (found !== undefined) return found;
  const made = make();
  store.set(key, made);
  return made;
}

/** A plain day (`2026-11-24`) is the same day everywhere; read as an instant it would move a day west of Greenwich. */
const PLAIN_DAY = /^\d{4}-\d{2}-\d{2}$/;

/**
 * @param when an instant (Date, milliseconds or ISO 8601), or a plain day `YYYY-MM-DD`, which is never moved between zones
 * @returns an empty string for what is no date, so that a bad record cannot take a page down
 */
export function formatDate(when: Date | number | string, style: DateStyle, language: string): string {
  const plain = typeof when === "string" && PLAIN_DAY.test(when);
  const date = new Date(when);
  if (Number.isNaN(date.getTime())) return "";
  const timeZone = plain ? "UTC" : zone;
  const formatter = kept(
    dates,
    `${language} ${style} ${timeZone ?? ""}`,
    () =>
      new Intl.DateTimeFormat(localeOf(language), {
        ...STYLES[style],
        ...(timeZone === undefined ? {} : { timeZone }),
        calendar: "gregory",
        numberingSystem: "latn",
      }),
  );
  return formatter.format(date);
}

export function formatNumber(value: number, language: string, options: Intl.NumberFormatOptions = {}): string {
  const key = `${language} ${JSON.stringify(options)}`;
  return kept(
    numbers,
    key,
    () => new Intl.NumberFormat(localeOf(language), { numberingSystem: "latn", ...options }),
  ).format(value);
}

/** Which plural form a count takes in a language: `one`, `other` and so on. */
export function formatPlural(count: number, language: string): Intl.LDMLPluralRule {
  return kept(plurals, language, () => new Intl.PluralRules(localeOf(language))).select(count);
}

/** The day an instant falls on where the reader is: `YYYY-MM-DD`. */
export function dayOf(when: Date | number): string {
  if (zone === undefined) {
    // The device's own zone needs no Intl; a list asks this some hundred times for one screen.
    const date = new Date(when);
    const two = (value: number) => String(value).padStart(2, "0");
    return `${String(date.getFullYear()).padStart(4, "0")}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  }
  return kept(
    dates,
    `day ${zone}`,
    () => new Intl.DateTimeFormat("en-CA", { year: "numeric", month: "2-digit", day: "2-digit", timeZone: zone }),
  ).format(when);
}

/**
 * The instant at which a day's hour falls where the work is done; the start of the day without an hour.
 * @param day `YYYY-MM-DD`; @param time `HH:MM`
 * @returns ISO 8601 in UTC
 */
export function instantOf(day: string, time = "00:00"): string {
  const wanted = Date.parse(`${day}T${time}:00Z`);
  // The zone's own distance from UTC, taken twice: the first guess may lie on the other side of a change of clocks.
  let at = wanted;
  for (let turn = 0; turn < 2; turn += 1) {
    const shown = Date.parse(`${dayOf(at)}T${formatDate(at, "time", "en")}:00Z`);
    at += wanted - shown;
  }
  return new Date(at).toISOString();
}

/** A name in the reader's language, else in English, else in whichever there is. */
export function nameIn(names: Readonly<Record<string, string>>, language: string): string {
  return names[language] ?? names["en"] ?? Object.values(names)[0] ?? "";
}
