import fc from "fast-check";

/** Ways in which a header is renamed without changing what it says. */

export type Renaming = (header: string, random: () => number) => string;

const split = (header: string) =>
  header
    .replace(/^[a-z]{3}_/, "")
    .replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .replace(/_/g, " ");

export const renamings: Readonly<Record<string, Renaming>> = {
  "as it is": (header) => header,
  "small letters": (header) => header.toLowerCase(),
  "capital letters": (header) => header.toUpperCase(),
  "snake case": (header) => split(header).toLowerCase().replace(/\W+/g, "_"),
  "kebab case": (header) => split(header).toLowerCase().replace(/\W+/g, "-"),
  "without prefix": (header) => header.replace(/^[a-z]{3}_/, ""),
  "in words": (header) => split(header),
  "with a group": (header) => (/^[a-z]{3}_/.test(header) ? `intake/part1/${header}` : header),
  "of a platform": (header) => (/^[a-z]{3}_/.test(header) ? `${header}__c` : header),
  "with an asterisk": (header) => `${header} *`,
  "of the victim": (header) => `${split(header)} of victim`,
  "in brackets": (header) => `${split(header)} (if known)`,
  "with a number": (header) => `${split(header)}`,
  "with a slip": (header, random) => slip(header, random),
};

/** Leaves out, doubles or swaps one letter of a word of five letters or more; shorter headers stay. */
function slip(header: string, random: () => number): string {
  const places = [...header.matchAll(/\p{L}{5,}/gu)].map((match) => (match.index ?? 0) + 2);
  if (places.length === 0) return header;
  const at = places[Math.floor(random() * places.length)] ?? 0;
  const kind = random();
  if (kind < 0.34) return header.slice(0, at) + header.slice(at + 1);
  if (kind < 0.67) return header.slice(0, at) + header.charAt(at) + header.slice(at);
  return header.slice(0, at) + header.charAt(at + 1) + header.charAt(at) + header.slice(at + 2);
}

/** Numbers from 0 to 1 that are the same in every run. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 0x1_0000_0000;
  };
}

export function shuffled<T>(list: readonly T[], random: () => number): T[] {
  return list
    .map((item) => ({ item, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

export const someRenaming = fc.constantFrom(...Object.keys(renamings));
