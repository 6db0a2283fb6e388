/**
 * Our own entry: the twelve lines that say who did what to what, without naming anybody.
 * Version 1 is frozen for ever (docs/log-format.md, section 2). The database writes these bytes; this module reads them.
 */

import { fromUtf8, join, toHex, toUtf8 } from "./encoding.ts";
import { ENTRY_MAX } from "./tiles.ts";
import type { Hash } from "./tree.ts";
import { type Parsed, read, refuse } from "./verdict.ts";

export const ACTOR_KINDS = ["worker", "job", "public", "system"] as const;
export const OUTCOMES = ["done", "refused", "not-visible", "failed"] as const;

export type ActorKind = (typeof ACTOR_KINDS)[number];
export type Outcome = (typeof OUTCOMES)[number];

/** Ids and aliases are 32 lower-case hex; null is written `-`. */
export type Leaf = {
  /** The id under which the entry was pending. */
  readonly id: string;
  /** The server's clock, `YYYY-MM-DDTHH:MM:SS.ffffffZ`. Never the order of entries. */
  readonly at: string;
  /** A worker or job always has an alias: nothing acts as nobody. */
  readonly actor: { readonly kind: ActorKind; readonly alias: string | null };
  readonly session: string | null;
  readonly agency: string | null;
  readonly purpose: string | null;
  readonly verb: string;
  readonly subject: { readonly kind: string; readonly alias: string | null };
  readonly outcome: Outcome;
  readonly request: string | null;
  /** `SHA-256(salt || details)` in hex; null: nothing was kept beside the leaf. */
  readonly details: string | null;
};

const VERSION = "homeward-log/1";
const KEYS = [
  "id",
  "at",
  "actor",
  "session",
  "agency",
  "purpose",
  "verb",
  "subject",
  "outcome",
  "request",
  "details",
] as const;
type Lines = Record<(typeof KEYS)[number], string>;

const HEX32 = /^[0-9a-f]{32}$/;
const HEX64 = /^[0-9a-f]{64}$/;
const CODE = /^[a-z0-9][a-z0-9-]{0,63}$/;
const INSTANT = /^([0-9]{4})-([0-9]{2})-([0-9]{2})T([0-9]{2}):([0-9]{2}):([0-9]{2})\.[0-9]{6}Z$/;
const SALT_LENGTH = 16;

/**
 * The bytes of an entry.
 * @throws RangeError if a value is not as the format says; with the same sentence that `parseLeaf` would give
 */
export function buildLeaf(leaf: Leaf): Uint8Array {
  const bytes = toUtf8(`${VERSION}
id ${leaf.id}
at ${leaf.at}
actor ${leaf.actor.kind}:${orDash(leaf.actor.alias)}
session ${orDash(leaf.session)}
agency ${orDash(leaf.agency)}
purpose ${orDash(leaf.purpose)}
verb ${leaf.verb}
subject ${leaf.subject.kind}:${orDash(leaf.subject.alias)}
outcome ${leaf.outcome}
request ${orDash(leaf.request)}
details ${orDash(leaf.details)}
`);
  const parsed = parseLeaf(bytes);
  if (!parsed.ok) throw new RangeError(`not an entry: ${parsed.why}`);
  return bytes;
}

/** Reads an entry of version 1. Whatever `buildLeaf` would not write, byte for byte, is refused. */
export function parseLeaf(bytes: Uint8Array): Parsed<Leaf> {
  if (bytes.length > ENTRY_MAX) return refuse("The entry is longer than 65,535 bytes.");
  const text = fromUtf8(bytes);
  if (!text.ok) return refuse("The entry is not UTF-8 text.");
  const lines = takeLines(text.value);
  if (!lines.ok) return lines;
  return readLines(lines.value);
}

/**
 * What the leaf's `details` line holds for details kept beside it.
 * @param details the bytes as kept; they are not parsed, because JSON can be printed in more than one way
 * @throws RangeError if the salt has not 16 bytes
 */
export function detailsHash(salt: Uint8Array, details: Uint8Array, hash: Hash): string {
  if (salt.length !== SALT_LENGTH) throw new RangeError("a salt has 16 bytes");
  return toHex(hash(join([salt, details])));
}

/** Do these details, with this salt, belong to this entry? No, where the entry names none. */
export function detailsBelong(leaf: Leaf, salt: Uint8Array, details: Uint8Array, hash: Hash): boolean {
  return leaf.details === detailsHash(salt, details, hash);
}

function takeLines(text: string): Parsed<Lines> {
  if (!text.endsWith("\n")) return refuse("The entry does not end with a newline.");
  const [version, ...rest] = text.slice(0, -1).split("\n");
  if (version !== VERSION) {
    return /^homeward-log\/[1-9][0-9]{0,8}$/.test(version ?? "")
      ? refuse(`The entry is of the format ${version}; this reader knows ${VERSION}.`)
      : refuse(`The entry does not begin with ${VERSION}.`);
  }
  if (rest.length !== KEYS.length)
    return refuse(`The entry has ${rest.length + 1} lines; it should have ${KEYS.length + 1}.`);
  const lines: Partial<Lines> = {};
  for (const [i, key] of KEYS.entries()) {
    const line = rest[i] as string;
    if (!line.startsWith(`${key} `))
      return refuse(`The entry's line ${i + 2} should begin with "${key}" and one space.`);
    lines[key] = line.slice(key.length + 1);
  }
  return read(lines as Lines);
}

function readLines(lines: Lines): Parsed<Leaf> {
  const { id, at, purpose, verb } = lines;
  if (!HEX32.test(id)) return refuse('The entry\'s "id" is not 32 lower-case hex digits.');
  if (!isInstant(at)) return refuse('The entry\'s "at" is not an instant in UTC with six digits of a second.');
  if (!CODE.test(verb)) return refuse('The entry\'s "verb" is not a code.');
  if (purpose !== "-" && !CODE.test(purpose)) return refuse('The entry\'s "purpose" is not a code or "-".');
  for (const key of ["session", "agency", "request"] as const) {
    if (lines[key] !== "-" && !HEX32.test(lines[key]))
      return refuse(`The entry's "${key}" is not 32 lower-case hex digits or "-".`);
  }
  if (lines.details !== "-" && !HEX64.test(lines.details))
    return refuse('The entry\'s "details" is not 64 lower-case hex digits or "-".');

  const actor = pair(lines.actor);
  if (!actor || !isOneOf(ACTOR_KINDS, actor.kind))
    return refuse('The entry\'s "actor" is not a kind of actor and an alias.');
  if (actor.alias === null && (actor.kind === "worker" || actor.kind === "job")) {
    return refuse('The entry\'s "actor" is a worker or a job without an alias.');
  }
  const subject = pair(lines.subject);
  if (!subject) return refuse('The entry\'s "subject" is not a code and an alias.');
  const { outcome } = lines;
  if (!isOneOf(OUTCOMES, outcome)) return refuse('The entry\'s "outcome" is not one of the four.');

  return read({
    id,
    at,
    actor: { kind: actor.kind, alias: actor.alias },
    session: orNull(lines.session),
    agency: orNull(lines.agency),
    purpose: orNull(purpose),
    verb,
    subject,
    outcome,
    request: orNull(lines.request),
    details: orNull(lines.details),
  });
}

/** `kind:alias`, the alias 32 hex or `-`. */
function pair(value: string): { kind: string; alias: string | null } | undefined {
  const [kind, alias, ...more] = value.split(":");
  if (kind === undefined || alias === undefined || more.length > 0) return undefined;
  if (!CODE.test(kind) || (alias !== "-" && !HEX32.test(alias))) return undefined;
  return { kind, alias: orNull(alias) };
}

/** Null as `-`. The value `-` itself becomes an empty one, which no line allows. */
function orDash(value: string | null): string {
  if (value === null) return "-";
  return value === "-" ? "" : value;
}

function orNull(value: string): string | null {
  return value === "-" ? null : value;
}

function isOneOf<T extends string>(all: readonly T[], value: string): value is T {
  return (all as readonly string[]).includes(value);
}

/** A day that exists, a time without leap second. Reckoned here, because engines have no calendar of the platform to ask. */
function isInstant(text: string): boolean {
  const [year, month, day, hour, minute, second] = (INSTANT.exec(text)?.slice(1) ?? []).map(Number);
  if (!year || !month || !day || hour === undefined || minute === undefined || second === undefined) return false;
  return month <= 12 && day <= daysIn(month, year) && hour <= 23 && minute <= 59 && second <= 59;
}

function daysIn(month: number, year: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
