import headerWords from "./facts/header-words.json" with { type: "json" };
import { codeLists, importFields } from "./fields.ts";
import type { GuessReason, ImportField } from "./model.ts";
import { editDistance, keyOf, oneSpelling, plainWords, slipsAllowed } from "./text.ts";

/** How a column's header is compared with the names that fields go by. */

/** What a header says about a field, from 0 to 1. `twins`: other fields are called the same, so the name alone does not decide. */
export type NameMatch = { score: number; reason: GuessReason; matched: string; twins: boolean };

/**
 * Made when the first file is read and kept: hundreds of names put into words would hold up the start of every process, most of which never
 * see a file.
 */
function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

const noise = new Set(headerWords.noise);

/** Phrases that stand for one meaning, the longest first: "date of birth" is one meaning and not a date. */
const phrases = once((): readonly (readonly [phrase: string, meaning: string])[] =>
  Object.entries(headerWords.meanings)
    .flatMap(([meaning, words]) => words.map((word): [string, string] => [oneSpelling(plainWords(word)), meaning]))
    .sort(([a], [b]) => b.split(" ").length - a.split(" ").length || b.length - a.length),
);

/** "TypeOfExploitation" → "type of exploitation"; "DOB" and "VoT" stay one word. */
function words(text: string): string {
  const apart = text
    .replace(/(\p{Ll})(\p{Lu}\p{Ll})/gu, "$1 $2")
    .replace(/(\p{Ll}{2})(\p{Lu}{2})/gu, "$1 $2")
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, "$1 $2");
  return oneSpelling(plainWords(apart));
}

const meaningMemory = new Map<string, string[]>();

/** The meanings in a header, each once: phrases put under one word, plurals under their singular, noise left out. */
export function meaningsIn(text: string): readonly string[] {
  const known = meaningMemory.get(text);
  if (known) return known;
  let rest = ` ${words(text)} `;
  const found: string[] = [];
  for (const [phrase, meaning] of phrases()) {
    if (!rest.includes(` ${phrase} `)) continue;
    rest = rest.replaceAll(` ${phrase} `, ` \u0000 `);
    found.push(...meaning.split(" "));
  }
  for (const word of rest.split(" ")) {
    if (word === "" || word === "\u0000" || noise.has(word)) continue;
    found.push(singular(word));
  }
  const result = [...new Set(found)];
  // Bounded: a file may have a thousand headers, and a server many files.
  if (meaningMemory.size > 5000) meaningMemory.clear();
  meaningMemory.set(text, result);
  return result;
}

function singular(word: string): string {
  return word.length > 4 && word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us")
    ? word.slice(0, -1)
    : word;
}

type Name = { text: string; key: string; meanings: readonly string[]; reason: GuessReason };

const furtherNames: Readonly<Record<string, readonly string[]>> = headerWords.names;

function namesOf(field: ImportField): Name[] {
  // CTDC's own columns are known by their published names, in its layout only.
  if (field.source === "CTDC") return [];
  const bare = field.name.replace(/^(?:suspect\/)?[a-z]+_/, "");
  const name = (text: string, reason: GuessReason): Name => ({
    text,
    key: keyOf(text),
    meanings: meaningsIn(text),
    reason,
  });
  const machine = field.source === "HTCDS 2.0" && !field.name.includes("/") ? [name(bare, "machine-name")] : [];
  const label = [name(field.label, "label")];
  return [...machine, ...label, ...(furtherNames[field.name] ?? []).map((text) => name(text, "other-name"))];
}

const names = once(() => new Map(importFields.map((field) => [field.name, namesOf(field)])));

/** How many fields share a name's key: "Type", "Longitude". Only the standard's own names count. */
const sharedKeys = once(() => {
  const counts = new Map<string, number>();
  for (const list of names().values()) {
    const keys = new Set(list.filter((one) => one.reason !== "other-name").map((one) => one.key));
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
});

/** Rare meanings tell more than common ones: "consent" more than "date". */
const rarity = once(() => {
  const counts = new Map<string, number>();
  for (const list of names().values()) {
    for (const meaning of new Set(list.flatMap((one) => one.meanings)))
      counts.set(meaning, (counts.get(meaning) ?? 0) + 1);
  }
  return counts;
});
function weight(meaning: string): number {
  return Math.log(1 + importFields.length / (rarity().get(meaning) ?? 1));
}

const prefixes = new Set(
  importFields.map((field) => /^([a-z]{3})_/.exec(field.name)?.[1]).filter((one) => one !== undefined),
);

/** A machine name's prefix and the rest: "prs_Gender", "PRS gender". */
export function prefixOf(header: string): { prefix: string; rest: string } | null {
  const match = /^([a-z]{3})[_ .-](.+)$/i.exec(header.trim());
  const prefix = match?.[1]?.toLowerCase();
  return prefix !== undefined && prefixes.has(prefix) ? { prefix, rest: match?.[2] ?? "" } : null;
}

const machineKeys = once(
  () =>
    new Map(
      importFields
        .filter((field) => field.source === "HTCDS 2.0" && !field.name.includes("/"))
        .map((field) => [keyOf(field.name), field]),
    ),
);

/**
 * The field, and the one choice of it, that a form's export means by a column's path: "prs_Gender", "intake/prs_Gender",
 * "vic_TypeOfExploitation/ForcedLabour", "grp-prs_Gender", "prs_Gender__c".
 */
export function machineMatch(header: string): { field: string; choice: string | null } | null {
  const bare = header.trim().replace(/__c$/i, "");
  const whole = machineKeys().get(keyOf(bare));
  if (whole && prefixOf(bare)) return { field: whole.name, choice: null };
  const labelled = labelledChoice(bare);
  if (labelled || /\s/.test(bare)) return labelled;
  const steps = bare.split(/[/:.-]/);
  const last = machineKeys().get(keyOf(steps.at(-1) ?? ""));
  if (last && steps.length > 1) return { field: last.name, choice: null };
  const owner = machineKeys().get(keyOf(steps.at(-2) ?? ""));
  const choice = owner?.list && codeLists.get(owner.list)?.find(([code]) => keyOf(code) === keyOf(steps.at(-1) ?? ""));
  return owner && choice ? { field: owner.name, choice: choice[0] } : null;
}

const labelKeys = once(() => {
  const keys = new Map<string, ImportField | null>();
  for (const field of importFields) {
    if (field.source !== "HTCDS 2.0" || field.name.includes("/")) continue;
    // A label that two fields share names neither.
    keys.set(keyOf(field.label), keys.has(keyOf(field.label)) ? null : field);
  }
  return keys;
});

/** The field whose published label a text is; null for those that several fields share ("Type"). */
export function labelledField(text: string): string | null {
  return labelKeys().get(keyOf(text))?.name ?? null;
}

/** "Methods of Control/Threatens children/family": a label, and the label of one choice, which may hold a stroke itself. */
function labelledChoice(header: string): { field: string; choice: string } | null {
  for (let at = header.indexOf("/"); at !== -1; at = header.indexOf("/", at + 1)) {
    const owner = labelKeys().get(keyOf(header.slice(0, at)));
    const key = keyOf(header.slice(at + 1));
    const choice =
      owner?.list && codeLists.get(owner.list)?.find(([code, label]) => keyOf(label) === key || keyOf(code) === key);
    if (owner && choice) return { field: owner.name, choice: choice[0] };
  }
  return null;
}

/** How well a header fits the best of a field's names. */
export function nameMatch(header: string, field: ImportField): NameMatch | null {
  const prefixed = prefixOf(header);
  if (prefixed && !field.name.startsWith(`${prefixed.prefix}_`)) return null;
  const key = keyOf(prefixed ? prefixed.rest : header);
  if (key === "") return null;
  const meanings = meaningsIn(prefixed ? prefixed.rest : header);
  let best: NameMatch | null = null;
  for (const name of names().get(field.name) ?? []) {
    const match = compare(key, meanings, name, prefixed !== null);
    if (match && (best === null || match.score > best.score)) best = match;
  }
  if (!best || prefixed) return best;
  const circle = circles[field.name.slice(0, 4)];
  const ofNone = circle !== undefined && !meanings.includes(circle);
  // "Is the age estimated?" asks for yes or no, and is no age.
  const ofOther = best.score < 0.9 && asksYesNo.test(header.trim()) && !["yes-no", "choice"].includes(field.kind);
  return { ...best, score: best.score * (ofNone ? 0.8 : 1) * (ofOther ? 0.6 : 1) };
}

const asksYesNo = /^(?:is|are|was|were|does|do|did|has|have|had|can|could|will)\b.*\?$/i;

/** "City" or "Phone" alone means hers, and an event's or an organisation's only where the header says so. */
const circles: Readonly<Record<string, string>> = { hte_: "event", org_: "organisation" };

const exactScore: Partial<Record<GuessReason, number>> = { "machine-name": 0.96, label: 0.97, "other-name": 0.93 };

function compare(key: string, meanings: readonly string[], name: Name, prefixed: boolean): NameMatch | null {
  if (key === name.key) {
    const twins = !prefixed && (sharedKeys().get(key) ?? 0) > 1;
    const reason = prefixed ? "machine-name" : name.reason;
    const score = prefixed ? 0.99 : twins ? 0.7 : (exactScore[name.reason] ?? 0.9);
    return { score, reason, matched: name.text, twins };
  }
  const limit = slipsAllowed(Math.max(key.length, name.key.length));
  if (nearly(key, name.key, limit)) {
    return { score: prefixed ? 0.92 : 0.86, reason: "close-spelling", matched: name.text, twins: false };
  }
  const score = sharedMeaning(meanings, name.meanings);
  return score === 0 ? null : { score: score * 0.9, reason: "same-words", matched: name.text, twins: false };
}

/** Twice the weight that both share, by the weight of both together: 1 where they mean the same, 0 where nothing is shared. */
function sharedMeaning(a: readonly string[], b: readonly string[]): number {
  const left = [...b];
  let shared = 0;
  let total = 0;
  for (const one of a) {
    total += weight(one);
    const at = left.findIndex((other) => sameWord(one, other));
    if (at === -1) continue;
    const other = left[at] ?? one;
    shared += one === other ? weight(one) + weight(other) : 0.85 * (weight(one) + weight(other));
    left.splice(at, 1);
  }
  for (const other of b) total += weight(other);
  return total === 0 ? 0 : shared / total;
}

function sameWord(a: string, b: string): boolean {
  if (a === b) return true;
  const limit = slipsAllowed(Math.min(a.length, b.length));
  return nearly(a, b, limit);
}

/** A slip of the hand leaves the first or the last letter as it is; most pairs are told apart by that alone. */
function nearly(a: string, b: string, limit: number): boolean {
  if (limit === 0 || Math.abs(a.length - b.length) > limit) return false;
  return (a[0] === b[0] || a.at(-1) === b.at(-1)) && editDistance(a, b, limit) <= limit;
}

const technical = new Set(headerWords.technical.map((name) => name.toLowerCase()));
const recordIds = new Set(headerWords.recordId.map((name) => name.toLowerCase()));

/** Columns that survey tools add on their own: times, devices, versions. */
export function isTechnical(header: string): boolean {
  return technical.has(header.trim().toLowerCase());
}

/** The survey tool's own id of a record. */
export function isRecordId(header: string): boolean {
  return recordIds.has(header.trim().toLowerCase());
}
