import { type Cell, cellText, isDateCell, isErrorCell } from "../../../platform/sheets/cells.ts";
import { languages, listNamed, readCodes, readCountries } from "./codes.ts";
import { type DateReading, readDate } from "./dates.ts";
import type { ImportField } from "./model.ts";
import { type Reading, read, remark, wrong } from "./reading.ts";
import { plainDigits, plainWords, saysNothing, tidy } from "./text.ts";

/** What readers need besides the cell. */
export type ReadingContext = Omit<DateReading, "future"> & {
  /** The country code that a phone number without one is taken to have ("91"); null: none. */
  callingCode: string | null;
};

const longestText = 20_000;

/**
 * Reads a cell as its field's kind. An empty cell, or one that says in words that nothing is known, is `content: null`; what cannot
 * be read is wrong, with what would be right; what was read but may be meant otherwise is told as doubtful.
 */
export function readValue(cell: Cell, field: ImportField, context: ReadingContext): Reading {
  if (isErrorCell(cell)) return wrong("cell-error");
  const text = tidy(cellText(cell));
  if (text === "") return read(null);
  // A formula as text: Excel would run it when the list is opened again.
  if (/^=(?!=)/.test(text)) return wrong("formula-text");
  switch (field.kind) {
    case "text":
    case "long-text":
      return readText(text);
    case "date":
      return readDate(isDateCell(cell) ? cell.date : text, { ...context, future: field.future });
    case "number":
      return readNumber(text);
    case "age":
      return readAge(text);
    case "choice":
    case "choices": {
      const list = listNamed(field.list ?? "");
      const reading = readCodes(list, text, { several: field.kind === "choices" });
      return !reading.ok && saysNothing(text) ? read(null) : reading;
    }
    case "country":
    case "countries": {
      const reading = readCountries(text, { several: field.kind === "countries" });
      return !reading.ok && saysNothing(text) ? read(null) : reading;
    }
    case "language":
      return saysNothing(text) ? read(null) : readCodes(languages, text, { several: true });
    case "phone":
      return readPhone(text, context.callingCode);
    case "email":
      return readEmail(text);
    case "document":
      return readDocument(text);
    case "yes-no":
      return readYesNo(text);
  }
}

function readText(text: string): Reading {
  if (saysNothing(text)) return read(null);
  if (text.length > longestText) return wrong("text-too-long", { limit: longestText });
  return read({ is: "text", text });
}

function readNumber(text: string): Reading {
  if (saysNothing(text)) return read(null);
  const plain = plainDigits(text).replace(/(?<=\d)[, ](?=\d{2,3}\b)/g, "");
  const number = Number(plain);
  return plain === "" || !Number.isFinite(number) ? wrong("number-unreadable") : read({ is: "number", number });
}

const yes = new Set([
  "yes",
  "y",
  "true",
  "t",
  "1",
  "checked",
  "x",
  "✓",
  "given",
  "obtained",
  "ok",
  "हाँ",
  "हां",
  "हा",
  "जी हाँ",
  "सत्य",
  "oui",
  "si",
]);
const no = new Set([
  "no",
  "n",
  "false",
  "f",
  "0",
  "unchecked",
  "refused",
  "declined",
  "not given",
  "नहीं",
  "ना",
  "असत्य",
  "non",
]);

function readYesNo(text: string): Reading {
  const words = plainWords(text);
  if (yes.has(words) || /^[✓✔☑]/u.test(text)) return read({ is: "yes-no", yes: true });
  if (no.has(words) || /^[✗✘☒☐]/u.test(text)) return read({ is: "yes-no", yes: false });
  return saysNothing(text) ? read(null) : wrong("yes-no-unclear", {}, ["yes", "no"]);
}

/** Nobody older is in a register of living children and workers. */
const oldest = 120;

/** Reads years of age: "14", "14-16", "about 15", "under 18", "14 yrs 6 months", "48+", "8 months". */
export function readAge(cell: string): Reading {
  if (saysNothing(cell)) return read(null);
  const text = plainDigits(cell)
    .toLowerCase()
    .replace(/[–—]|--/g, "-")
    .trim();
  const unit = "(?:years?|yrs?|y|yo|y\\.o\\.|साल|वर्ष)?\\.?(?:\\s*old)?";
  const about = /(?:about|approx\w*\.?|around|circa|~|लगभग|करीब|\?)/.test(text);
  const bare = text.replace(/(?:about|approx\w*\.?|around|circa|~|लगभग|करीब|\?|aged?)/g, "").trim();
  const span = new RegExp(`^(\\d{1,3})\\s*(?:-|to|or|/|से)\\s*(\\d{1,3})\\s*${unit}$`).exec(bare);
  if (span) return ages(Number(span[1]), Number(span[2]), about);
  const above = new RegExp(`^(?:(\\d{1,3})\\s*\\+|(?:above|over|more than|>)\\s*(\\d{1,3}))\\s*${unit}$`).exec(bare);
  if (above) return ages(Number(above[1] ?? Number(above[2]) + 1), null, about);
  const atLeast = new RegExp(`^(?:>=|≥|at least)\\s*(\\d{1,3})\\s*${unit}$`).exec(bare);
  if (atLeast) return ages(Number(atLeast[1]), null, about);
  const below = new RegExp(`^(?:below|under|less than|<)\\s*(\\d{1,3})\\s*${unit}$`).exec(bare);
  if (below) return ages(null, Number(below[1]) - 1, about);
  const months = /^(\d{1,2})\s*(?:months?|mths?|mos?|महीने|माह)$/.exec(bare);
  if (months) return ages(Math.floor(Number(months[1]) / 12), Math.floor(Number(months[1]) / 12), about);
  const years = new RegExp(
    `^(\\d{1,3})(?:\\.\\d+)?\\s*${unit}(?:\\s*(?:and\\s*)?\\d{1,2}\\s*(?:months?|mths?|m|महीने|माह))?$`,
  ).exec(bare);
  if (years) return ages(Number(years[1]), Number(years[1]), about);
  if (/^(?:minor|child|juvenile|नाबालिग|बच्चा|बच्ची)$/.test(bare)) return ages(null, 17, about);
  if (/^(?:adult|major|बालिग|वयस्क)$/.test(bare)) return ages(18, null, about);
  return wrong("age-unreadable", {}, ["14", "14-16", "about 15"]);
}

function ages(from: number | null, to: number | null, about: boolean): Reading {
  const inverted = from !== null && to !== null && from > to;
  if (inverted || (from ?? 0) > oldest || (to ?? 0) > oldest || (to ?? 0) < 0)
    return wrong("age-impossible", { limit: oldest });
  return read({ is: "age", from, to, about });
}

/** Excel's short form of a long number: "9.19877E+11". The digits between are gone from the file. */
const shortened = /^\d(?:[.,]\d+)?e\+?\d{1,2}$/i;

/** Reads a phone number into E.164. One without a country's code is taken as `callingCode` says, and kept as typed where it cannot be. */
function readPhone(text: string, callingCode: string | null): Reading {
  if (saysNothing(text)) return read(null);
  if (shortened.test(text)) return wrong("digits-lost");
  const typed = plainDigits(text).replace(/(?:ext|extn|x)\.?\s*\d+$/i, "");
  const digits = typed.replace(/\D/g, "");
  if (digits.length < 3 || digits.length > 20) return wrong("phone-unreadable");
  if (/[\p{L}]/u.test(typed) || (/[,;/]/.test(typed) && digits.length > 15)) {
    return read({ is: "text", text }, remark("phone-with-words"));
  }
  const international = typed.trim().startsWith("+") ? digits : digits.startsWith("00") ? digits.slice(2) : null;
  if (international !== null && international.length >= 8 && international.length <= 15) {
    return read({ is: "text", text: `+${international}` });
  }
  const national = digits.replace(/^0+/, "");
  if (callingCode !== null) {
    if (national.length === 10) return read({ is: "text", text: `+${callingCode}${national}` });
    if (national.length === 10 + callingCode.length && national.startsWith(callingCode)) {
      return read({ is: "text", text: `+${national}` });
    }
  }
  return read({ is: "text", text: digits }, remark("phone-not-international"));
}

function readEmail(text: string): Reading {
  if (saysNothing(text)) return read(null);
  const address = text.replace(/^mailto:/i, "");
  if (!/^[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;]{2,}$/.test(address)) return wrong("email-unreadable");
  const at = address.lastIndexOf("@");
  return read({ is: "text", text: address.slice(0, at) + address.slice(at).toLowerCase() });
}

function readDocument(text: string): Reading {
  if (saysNothing(text)) return read(null);
  if (shortened.test(text)) return wrong("digits-lost");
  return text.length > 200 ? wrong("text-too-long", { limit: 200 }) : read({ is: "text", text });
}
