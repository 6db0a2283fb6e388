/** How texts are compared. Letters of every script count; spaces, case, accents on Latin letters and marks do not. */

/** The marks of Latin letters; Indic vowel signs are marks too, and must stay. */
const latinMarks = /[\u0300-\u036f]/g;

/** Words in lower case, separated by single spaces: "Pays d'Origine (code)" → "pays d origine code". */
export function plainWords(text: string): string {
  return text
    .normalize("NFKD")
    .replace(latinMarks, "")
    .normalize("NFC")
    .toLowerCase()
    .replace(/[\u200b-\u200f\ufeff]/g, "")
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, " ")
    .trim();
}

/** One spelling for both shores of the Atlantic: "organization" → "organisation", "labor" → "labour". */
export function oneSpelling(words: string): string {
  return words
    .replace(/\b(\w*)labor(\w*)\b/g, "$1labour$2")
    .replace(/\b(organi|recogni|finali|categori)z/g, "$1s")
    .replace(/\bneighbor/g, "neighbour");
}

/** What is left when only letters and digits count: "Forced labour", "ForcedLabour" and "forced_labor" are one key. */
export function keyOf(text: string): string {
  return oneSpelling(plainWords(text)).replace(/ /g, "");
}

/** "Trafficking" and "Traffickin": letters put in, left out, changed or swapped with the next one. Stops counting beyond `limit`. */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let best = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      row.push(cost);
      best = Math.min(best, cost);
    }
    if (best > limit) return limit + 1;
    before = last;
    last = row;
  }
  return last[b.length] ?? 0;
}

/** Slips that a word of this length may hold and still be the same word. */
export function slipsAllowed(length: number): number {
  return length >= 10 ? 2 : length >= 5 ? 1 : 0;
}

/** The zeros of the scripts whose digits people type. */
const zeros = [0x0660, 0x06f0, 0x0966, 0x09e6, 0x0a66, 0x0ae6, 0x0b66, 0x0be6, 0x0c66, 0x0ce6, 0x0d66, 0x1040];

/** Digits of any script as 0 to 9: "१४" → "14". */
export function plainDigits(text: string): string {
  if (plain.test(text)) return text;
  return text.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    const zero = zeros.find((one) => code >= one && code < one + 10);
    return zero === undefined ? digit : String(code - zero);
  });
}

/** What offices write where nothing is known. An empty cell says the same and is not asked about. */
const nothing = new Set(
  [
    "",
    "na",
    "n a",
    "nil",
    "none",
    "null",
    "nan",
    "unknown",
    "not known",
    "not available",
    "not applicable",
    "not stated",
  ]
    .concat(["no information", "dont know", "don t know", "dk", "missing", "blank", "tbc", "tbd", "xx", "xxx"])
    .concat(["अज्ञात", "पता नहीं", "मालूम नहीं", "लागू नहीं", "कोई नहीं", "उपलब्ध नहीं", "ज्ञात नहीं"]),
);

/** Does a text say "not known" in so many words, or by a dash or question mark? */
export function saysNothing(text: string): boolean {
  return nothing.has(plainWords(text));
}

const plain = /^(?:[!-~](?:[ -~]*[!-~])?)?$/;

/** A text as it is kept: composed letters, no invisible or control characters, no spaces at its ends. */
export function tidy(text: string): string {
  // Most cells are plain already, and a file has a million of them.
  if (plain.test(text)) return text;
  return (
    text
      .normalize("NFC")
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u200b\u2060\ufeff]/g, "")
      .replace(/[\u00a0\u2007\u202f]/g, " ")
      .trim()
  );
}
