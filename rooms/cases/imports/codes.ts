import codeWords from "./facts/code-words.json" with { type: "json" };
import countryFacts from "./facts/countries.json" with { type: "json" };
import countryWords from "./facts/country-words.json" with { type: "json" };
import languageFacts from "./facts/languages.json" with { type: "json" };
import { codeLists } from "./fields.ts";
import { type Reading, type Remark, read, remark, wrong } from "./reading.ts";
import { editDistance, keyOf, plainWords, slipsAllowed, tidy } from "./text.ts";

/**
 * Words that stand for codes: those of a standard's list, of countries, of languages. A vocabulary knows every way to write each
 * code and never guesses silently: a slip of a letter or two is read, and told as doubtful.
 */
export type Vocabulary = {
  codes: readonly string[];
  labelOf: ReadonlyMap<string, string>;
  byKey: ReadonlyMap<string, string>;
};

type Entry = { code: string; label: string; names: readonly string[]; words: readonly string[] };

function vocabulary(entries: readonly Entry[]): Vocabulary {
  const byKey = new Map<string, string>();
  // Where a word is another code's own name, the name wins.
  for (const { code, label, names } of entries) for (const text of [label, ...names]) setOnce(byKey, keyOf(text), code);
  for (const { code, words } of entries) for (const text of words) setOnce(byKey, keyOf(text), code);
  return {
    codes: entries.map((entry) => entry.code),
    labelOf: new Map(entries.map((entry) => [entry.code, entry.label])),
    byKey,
  };
}

function setOnce(map: Map<string, string>, key: string, code: string): void {
  if (key !== "" && !map.has(key)) map.set(key, code);
}

const wordsOf: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = codeWords.words;

const lists: ReadonlyMap<string, Vocabulary> = new Map(
  [...codeLists].map(([list, codes]) => [
    list,
    vocabulary(
      codes.map(([code, label]) => {
        // ISIC sections: "A_Agriculture…" is also written without its letter, or by the letter alone.
        const section = /^([A-U])_(\w+)$/.exec(code);
        const extra = section ? [section[2] ?? "", section[1] ?? "", `Section ${section[1]}`] : [];
        return { code, label, names: [code], words: [...extra, ...(wordsOf[list]?.[code] ?? [])] };
      }),
    ),
  ]),
);

/** @throws RangeError on a list that does not exist */
export function listNamed(name: string): Vocabulary {
  const list = lists.get(name);
  if (!list) throw new RangeError(`no code list ${name}`);
  return list;
}

const moreCountryWords: Readonly<Record<string, readonly string[]>> = countryWords.words;

/** By name, nationality and three-letter code; the two-letter ones are read by `readCountries`. */
export const countries: Vocabulary = vocabulary(
  countryFacts.countries.map(([two = "", three = "", name = "", shortName = "", hindi = ""]) => ({
    code: two,
    label: name,
    names: [three],
    words: [shortName, hindi, ...(moreCountryWords[two] ?? [])],
  })),
);
const threeOf = new Map(countryFacts.countries.map(([two = "", three = ""]) => [two, three]));

export const languages: Vocabulary = vocabulary(
  languageFacts.languages.map(([tag = "", three = "", name = "", hindi = ""]) => ({
    code: tag,
    label: name,
    names: [tag, three],
    words: [hindi],
  })),
);

type Found = { code: string; slip: boolean };
export type CodesIn = { found: Found[]; unknown: string[] };

/** The code that a text stands for, or that it misses by a slip which no other code shares. */
export function codeOf(vocabulary: Vocabulary, text: string): Found | null {
  const key = keyOf(text);
  const exact = vocabulary.byKey.get(key);
  if (exact !== undefined) return { code: exact, slip: false };
  const limit = slipsAllowed(key.length);
  if (limit === 0) return null;
  const near = new Set<string>();
  for (const [other, code] of vocabulary.byKey) {
    if (other.length >= 5 && editDistance(key, other, limit) <= limit) near.add(code);
  }
  const [only] = near;
  return near.size === 1 && only !== undefined ? { code: only, slip: true } : null;
}

/** The codes whose names are nearest to a text, for "did you mean". */
export function nearest(vocabulary: Vocabulary, text: string, count: number): string[] {
  const words = new Set(plainWords(text).split(" "));
  const key = keyOf(text);
  const scored = vocabulary.codes.map((code) => {
    const label = vocabulary.labelOf.get(code) ?? code;
    const shared = plainWords(label)
      .split(" ")
      .filter((word) => word.length > 2 && words.has(word)).length;
    const limit = Math.max(3, Math.ceil(key.length / 3));
    return { label, score: shared * 10 + limit + 1 - editDistance(key, keyOf(label), limit) };
  });
  return scored
    .filter((one) => one.score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, count)
    .map((one) => one.label);
}

/** What separates several answers, from the surest: a semicolon may still stand inside a label, and is then no separator. */
const separators = [/[;|\n]/, /[;|\n,/]/, /[;|\n,/]|\s+(?:and|&|und|et|y|और)\s+/iu, /\s+/] as const;

/**
 * Cuts a text into the codes it names, in one of several ways, and takes the one that leaves the least unknown. Pieces are put
 * together again where together they are a label: "Wholesale and retail trade; repair of motor vehicles and motorcycles; Education"
 * is two industries and not three. Spaces separate too, as survey tools write, where everything between them is known exactly.
 */
export function codesIn(vocabulary: Vocabulary, text: string, how: "exact" | "slips" = "slips"): CodesIn {
  let best: CodesIn | null = null;
  const whole = exactCode(vocabulary, text);
  if (whole) return { found: [whole], unknown: [] };
  for (const separator of separators) {
    const cut = cutBy(vocabulary, text, separator, how);
    if (best === null || cut.unknown.length < best.unknown.length) best = cut;
    if (best.unknown.length === 0) break;
  }
  return best ?? { found: [], unknown: [] };
}

/** More pieces than any label has, by words or by marks. */
const longestLabel = 24;

function cutBy(vocabulary: Vocabulary, text: string, separator: RegExp, how: "exact" | "slips"): CodesIn {
  const bySpace = separator.source === "\\s+";
  const pieces = text.split(separator).map((piece) => piece.trim());
  const found: Found[] = [];
  const unknown: string[] = [];
  for (let start = 0; start < pieces.length; ) {
    if (pieces[start] === "") {
      start++;
      continue;
    }
    let taken: { code: Found; end: number } | null = null;
    for (let end = Math.min(pieces.length, start + longestLabel); end > start; end--) {
      const together = pieces.slice(start, end).join(" ");
      const slipsCount = how === "slips" && end === start + 1 && !bySpace;
      const code = slipsCount ? codeOf(vocabulary, together) : exactCode(vocabulary, together);
      if (code) {
        taken = { code, end };
        break;
      }
    }
    if (taken) {
      if (!found.some((one) => one.code === taken.code.code)) found.push(taken.code);
      start = taken.end;
    } else {
      unknown.push(pieces[start] ?? "");
      start++;
    }
  }
  return { found, unknown };
}

function exactCode(vocabulary: Vocabulary, text: string): Found | null {
  const code = vocabulary.byKey.get(keyOf(text));
  return code === undefined ? null : { code, slip: false };
}

/** Reads one code, or several where the field takes several. */
export function readCodes(vocabulary: Vocabulary, cell: string, { several }: { several: boolean }): Reading {
  const text = tidy(cell);
  const { found, unknown } = remembered(vocabulary, text);
  if (unknown.length > 0) {
    const right = nearest(vocabulary, unknown[0] ?? text, 3);
    const known =
      vocabulary.codes.length <= 25 ? vocabulary.codes.map((code) => vocabulary.labelOf.get(code) ?? code) : [];
    return wrong("code-unknown", { count: unknown.length }, right.length > 0 ? right : known);
  }
  const codes = found.map((one) => one.code);
  if (codes.length === 0) return read(null);
  if (codes.length > 1 && !several) {
    return wrong(
      "several-answers",
      { count: codes.length },
      codes.map((code) => vocabulary.labelOf.get(code) ?? code),
    );
  }
  return read({ is: "codes", codes }, ...slips(vocabulary, found));
}

const memory = new WeakMap<Vocabulary, Map<string, CodesIn>>();

/** A column of codes says the same few things many thousand times. Long and rare texts are not kept: they may be about somebody. */
function remembered(vocabulary: Vocabulary, text: string): CodesIn {
  const known = memory.get(vocabulary) ?? new Map<string, CodesIn>();
  memory.set(vocabulary, known);
  const before = known.get(text);
  if (before) return before;
  const fresh = codesIn(vocabulary, text);
  if (fresh.unknown.length === 0 && known.size < 2_000) known.set(text, fresh);
  return fresh;
}

/**
 * Reads countries. Two letters are one only in capitals: "in", "no" and "is" are words. "NA" is Namibia's code and how offices write
 * "not available": taken as the country, and told.
 */
export function readCountries(cell: string, { several }: { several: boolean }): Reading {
  const text = tidy(cell);
  const coded = /^[A-Z]{2}(?:[\s;|,/]+[A-Z]{2})*$/.test(text);
  const named = coded ? text.replace(/[A-Z]{2}/g, (two) => threeOf.get(two) ?? two) : text;
  const reading = readCodes(countries, named, { several });
  if (!reading.ok || text !== "NA") return reading;
  return read(reading.content, remark("na-is-namibia", {}, ["Namibia"]));
}

function slips(vocabulary: Vocabulary, found: readonly Found[]): Remark[] {
  return found
    .filter((one) => one.slip)
    .map((one) => {
      const label = vocabulary.labelOf.get(one.code) ?? one.code;
      return remark("code-guessed", { read: label }, [label]);
    });
}
