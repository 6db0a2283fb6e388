/**
 * Five spoken words by which a reporter finds a report again: 5 × 10 = 50 bits.
 *
 * They are said, remembered and typed by frightened people, so reading them is forgiving (case, spaces, accents, script, the many
 * ways to spell Hindi in Latin letters) while writing them is strict. One code has one number row, whatever its language: the row may
 * be told in English and typed in Hindi. Order counts.
 *
 * The lists in `receipt-words/` are frozen: a changed line would turn the words in somebody's memory into another report's.
 */
import { readFileSync } from "node:fs";
import { devanagariKey, editDistance, englishKey, latinHindiKey } from "./receipt-spelling.ts";

export type ReceiptLanguage = "en" | "hi";

/** Five numbers, each 0–1023. */
export type ReceiptIndices = readonly [number, number, number, number, number];

export type ReceiptReading =
  | { ok: true; indices: ReceiptIndices }
  /** The count of words is not five. */
  | { ok: false; problem: "count"; found: number }
  /** The word at this place (from 1) is in no list; up to three words that look like it, best first, as a person would write them. */
  | { ok: false; problem: "unknown"; position: number; word: string; nearest: string[] };

const WORDS_IN_A_RECEIPT = 5;
const LIST_LENGTH = 1024;
const LONGEST_TO_GUESS = 30;

const english: readonly string[] = lines("en.txt");
const hindi = lines("hi.txt").map((line) => {
  const [word = "", latin = ""] = line.split("\t");
  return { word, latin };
});

const byEnglish = new Map(english.map((word, index) => [englishKey(word), index]));
const byDevanagari = new Map(hindi.map(({ word }, index) => [devanagariKey(word), index]));
const byLatinHindi = new Map(hindi.map(({ latin }, index) => [latinHindiKey(latin), index]));
const byListedLatin = new Map(hindi.map(({ latin }, index) => [latin, index]));
/** Second spellings, asked only when the first are silent. */
const byOtherLatin = new Map(
  hindi.flatMap(({ word, latin }, index) => withR(word, latin).map((other) => [latinHindiKey(other), index] as const)),
);

/**
 * Five indices out of random bytes: the first 50 bits, most significant first.
 * @param bytes at least 7 bytes, uniformly random or a keyed hash
 * @throws RangeError if fewer than 7 bytes are given
 */
export function wordsFromBytes(bytes: Uint8Array): ReceiptIndices {
  if (bytes.length < 7) throw new RangeError("A receipt needs at least 7 bytes.");
  let bits = 0n;
  for (const byte of bytes.subarray(0, 7)) bits = (bits << 8n) | BigInt(byte);
  const at = (place: number) => Number((bits >> BigInt(46 - 10 * place)) & 1023n);
  return [at(0), at(1), at(2), at(3), at(4)];
}

/** The five words to show or say, in this language. */
export function format(indices: ReceiptIndices, language: ReceiptLanguage): string[] {
  return indices.map((index) => wordAt(index, language));
}

/** The one spelling of a receipt that is hashed and compared, whatever language it was told or typed in. Never shown. */
export function canonical(indices: ReceiptIndices): string {
  return format(indices, "en").join(" ");
}

/**
 * Reads what a person typed: English words, Hindi words in Devanagari or in Latin letters, mixed if need be.
 * Case, accents, punctuation, numbers before the words and spaces do not matter; words run together are taken apart.
 */
export function parse(text: string): ReceiptReading {
  const typed = text
    .normalize("NFC")
    .split(/[^\p{L}\p{M}\u200c\u200d]+/u)
    .filter((word) => word !== "");
  const found = typed.map(indexOf);
  if (typed.length === WORDS_IN_A_RECEIPT && found.every((index) => index !== undefined)) {
    return { ok: true, indices: five(found) };
  }
  const apart = takeApart(typed.join(""));
  if (apart) return { ok: true, indices: apart };
  const unknown = found.indexOf(undefined);
  if (unknown === -1 || typed.length !== WORDS_IN_A_RECEIPT)
    return { ok: false, problem: "count", found: typed.length };
  const word = typed[unknown] ?? "";
  return { ok: false, problem: "unknown", position: unknown + 1, word, nearest: nearest(word, typed) };
}

function indexOf(word: string): number | undefined {
  if (isDevanagari(word)) return byDevanagari.get(devanagariKey(word));
  const latin = latinHindiKey(word);
  return byEnglish.get(englishKey(word)) ?? byLatinHindi.get(latin) ?? byOtherLatin.get(latin);
}

/** No word of a list begins another of it, so that letters without spaces can be cut in one way only. */
function takeApart(letters: string): ReceiptIndices | undefined {
  if (isDevanagari(letters)) return cut(devanagariKey(letters), byDevanagari);
  return cut(englishKey(letters), byEnglish) ?? cut(englishKey(letters), byListedLatin);
}

function cut(letters: string, list: ReadonlyMap<string, number>): ReceiptIndices | undefined {
  const found: number[] = [];
  let start = 0;
  for (let end = 1; end <= letters.length && found.length <= WORDS_IN_A_RECEIPT; end++) {
    const index = list.get(letters.slice(start, end));
    if (index === undefined) continue;
    found.push(index);
    start = end;
  }
  return start === letters.length && found.length === WORDS_IN_A_RECEIPT ? five(found) : undefined;
}

/** Looks first in the list from which the other words came: who typed four English words means a fifth. */
function nearest(word: string, others: readonly string[]): string[] {
  if (word.length > LONGEST_TO_GUESS) return [];
  if (isDevanagari(word)) return best(word, devanagariKey(word), byDevanagari, (index) => wordAt(index, "hi"));
  const inEnglish = best(word, englishKey(word), byEnglish, (index) => wordAt(index, "en"));
  const inLatin = best(word, latinHindiKey(word), byLatinHindi, latinAt);
  const [first, second] = others.some((other) => byEnglish.has(englishKey(other)))
    ? [inEnglish, inLatin]
    : [inLatin, inEnglish];
  return first.length > 0 ? first : second;
}

function best(
  word: string,
  key: string,
  list: ReadonlyMap<string, number>,
  shown: (index: number) => string,
): string[] {
  const allowed = Math.max(1, Math.floor(word.length / 3));
  return [...list]
    .map(([known, index]) => ({ index, off: editDistance(key, known) }))
    .filter(({ off }) => off <= allowed)
    .sort((x, y) => x.off - y.off)
    .slice(0, 3)
    .map(({ index }) => shown(index));
}

/** ड़ and ढ़ are written with d or with r (sadak, sarak): every way to put r where the Latin spelling has d. */
function withR(word: string, latin: string): string[] {
  if (!/[डढ]\u093c/u.test(word.normalize("NFD"))) return [];
  const [first = "", ...rest] = latin.split("d");
  const ways = rest.reduce((begun, part) => begun.flatMap((way) => [`${way}d${part}`, `${way}r${part}`]), [first]);
  return ways.filter((way) => way !== latin);
}

function wordAt(index: number, language: ReceiptLanguage): string {
  const word = language === "en" ? english[index] : hindi[index]?.word;
  if (word === undefined) throw new RangeError(`No receipt word has the number ${index}.`);
  return word;
}

function latinAt(index: number): string {
  return hindi[index]?.latin ?? "";
}

function isDevanagari(text: string): boolean {
  return /\p{Script=Devanagari}/u.test(text);
}

function five(indices: readonly (number | undefined)[]): ReceiptIndices {
  const [a, b, c, d, e] = indices;
  if (a === undefined || b === undefined || c === undefined || d === undefined || e === undefined) {
    throw new RangeError("A receipt has five words.");
  }
  return [a, b, c, d, e];
}

function lines(file: string): string[] {
  const all = readFileSync(new URL(`./receipt-words/${file}`, import.meta.url), "utf8")
    .trimEnd()
    .split("\n");
  if (all.length !== LIST_LENGTH) throw new Error(`receipt-words/${file} must hold ${LIST_LENGTH} lines.`);
  return all.map((line) => line.normalize("NFC"));
}
