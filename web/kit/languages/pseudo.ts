/**
 * A language that nobody speaks, made from English: right to left, a third longer, with marks on its letters. A screen that stands in
 * it stands in Urdu and Arabic, wraps in German, and shows every word that somebody forgot to put into a words file.
 */

/** Private-use tag of BCP 47. */
export const PSEUDO = "qps";

const MARKED: Record<string, string> = {
  a: "á",
  e: "é",
  i: "î",
  o: "ö",
  u: "ü",
  n: "ñ",
  c: "ç",
  y: "ý",
  s: "š",
  z: "ž",
  A: "Å",
  E: "É",
  I: "Î",
  O: "Ö",
  U: "Û",
  N: "Ñ",
  C: "Ç",
  Y: "Ý",
  S: "Š",
  Z: "Ž",
};

/** Placeholders `{{name}}`, nested words `$t(…)` and tags `<1>` are for the machine and stay as they are. */
const MACHINE = /(\{\{[^}]*\}\}|\$t\([^)]*\)|<\/?[\w-]+\s*\/?>)/;

// Right-to-left override … pop: the letters behave as Arabic does, which marks alone would not prove.
const OPEN = "\u202e";
const CLOSE = "\u202c";

function mark(text: string): string {
  const marked = [...text].map((letter) => MARKED[letter] ?? letter).join("");
  const longer = "~".repeat(Math.ceil(text.trim().length / 3));
  const lead = /^\s*/.exec(marked)?.[0] ?? "";
  const tail = /\s*$/.exec(marked)?.[0] ?? "";
  const core = marked.slice(lead.length, marked.length - tail.length);
  return core === "" ? marked : `${lead}${OPEN}${core}${longer}${CLOSE}${tail}`;
}

/** One text in the pseudo-language. */
export function pseudo(text: string): string {
  return text
    .split(MACHINE)
    .map((part, index) => (index % 2 === 1 ? part : mark(part)))
    .join("");
}

export type Words = { readonly [key: string]: string | Words };

/** A whole words file in the pseudo-language. */
export function pseudoWords(words: Words): Words {
  return Object.fromEntries(
    Object.entries(words).map(([key, value]) => [key, typeof value === "string" ? pseudo(value) : pseudoWords(value)]),
  );
}
