import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { fromUtf8, toHex, toUtf8 } from "./encoding.ts";
import { ACTOR_KINDS, buildLeaf, detailsBelong, detailsHash, type Leaf, OUTCOMES, parseLeaf } from "./leaf.ts";
import { leafHash } from "./tree.ts";

const hash = (bytes: Uint8Array) => new Uint8Array(createHash("sha256").update(bytes).digest());

/** An invented entry. */
const entry: Leaf = {
  id: "0199f0c2a1b37c4d8e5f60718293a4b5",
  at: "2026-11-24T21:04:55.120394Z",
  actor: { kind: "worker", alias: "5b1f0c6de2a94b7e8a3d4c5f60718293" },
  session: "0d9c8b7a695847362514039f8e7d6c5b",
  agency: "c0ffee00c0ffee00c0ffee00c0ffee00",
  purpose: "emergency-response",
  verb: "identity-opened",
  subject: { kind: "person", alias: "91b7a6958473625140f3e2d1c0bfae9d" },
  outcome: "done",
  request: "0199f0c2a1b07bd28f3e4d5c6b7a8990",
  details: null,
};
const text = (leaf: Leaf) => {
  const decoded = fromUtf8(buildLeaf(leaf));
  if (!decoded.ok) throw new Error(decoded.why);
  return decoded.value;
};
const parse = (leaf: string) => parseLeaf(toUtf8(leaf));

test("version 1 is frozen: if this fails, mend the code and not the test", () => {
  expect(text(entry)).toBe(
    "homeward-log/1\nid 0199f0c2a1b37c4d8e5f60718293a4b5\nat 2026-11-24T21:04:55.120394Z\n" +
      "actor worker:5b1f0c6de2a94b7e8a3d4c5f60718293\nsession 0d9c8b7a695847362514039f8e7d6c5b\n" +
      "agency c0ffee00c0ffee00c0ffee00c0ffee00\npurpose emergency-response\nverb identity-opened\n" +
      "subject person:91b7a6958473625140f3e2d1c0bfae9d\noutcome done\nrequest 0199f0c2a1b07bd28f3e4d5c6b7a8990\ndetails -\n",
  );
  expect(toHex(leafHash(buildLeaf(entry), hash))).toBe(
    "11ef14f259c6d361d55fb3036b35258c59917fd1ac4c7c9ae0a67a52bd3fafbc",
  );
});

const hex = (digits: number) => fc.stringMatching(new RegExp(`^[0-9a-f]{${digits}}$`));
const code = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,63}$/);
const alias = hex(32);
const orNull = (one: fc.Arbitrary<string>) => fc.option(one, { nil: null });
const instant = fc
  .tuple(
    fc.date({ min: new Date("0001-01-01T00:00:00Z"), max: new Date("9999-12-31T23:59:59Z"), noInvalidDate: true }),
    fc.nat({ max: 999_999 }),
  )
  .map(([date, micros]) => `${date.toISOString().slice(0, 19)}.${String(micros).padStart(6, "0")}Z`);
const actor = fc.oneof(
  fc.record({ kind: fc.constantFrom("worker" as const, "job" as const), alias }),
  fc.record({ kind: fc.constantFrom(...ACTOR_KINDS), alias }),
  fc.record({ kind: fc.constantFrom("public" as const, "system" as const), alias: fc.constant(null) }),
);
const anyLeaf: fc.Arbitrary<Leaf> = fc.record({
  id: hex(32),
  at: instant,
  actor,
  session: orNull(alias),
  agency: orNull(alias),
  purpose: orNull(code),
  verb: code,
  subject: fc.record({ kind: code, alias: orNull(alias) }),
  outcome: fc.constantFrom(...OUTCOMES),
  request: orNull(hex(32)),
  details: orNull(hex(64)),
});

test("an entry is read as it was built", () => {
  fc.assert(
    fc.property(anyLeaf, (leaf) => {
      expect(parseLeaf(buildLeaf(leaf))).toEqual({ ok: true, value: leaf });
    }),
    { numRuns: 500 },
  );
});

test("bytes that are read are the bytes that would be built: no second spelling", () => {
  const edit = fc.record({ at: fc.nat(), cut: fc.nat({ max: 3 }), put: fc.uint8Array({ maxLength: 3 }) });
  let refused = 0;
  fc.assert(
    fc.property(anyLeaf, edit, (leaf, { at, cut, put }) => {
      const bytes = [...buildLeaf(leaf)];
      bytes.splice(at % (bytes.length + 1), cut, ...put);
      const parsed = parseLeaf(Uint8Array.from(bytes));
      if (parsed.ok) expect([...buildLeaf(parsed.value)]).toEqual(bytes);
      else refused += 1;
    }),
    { numRuns: 2000 },
  );
  expect(refused).toBeGreaterThan(1000);
});

test("the longest entry fits", () => {
  const longest = "a".repeat(64);
  const bytes = buildLeaf({
    ...entry,
    purpose: longest,
    verb: longest,
    subject: { kind: longest, alias: "0".repeat(32) },
    outcome: "not-visible",
    details: "0".repeat(64),
  });
  expect(bytes.length).toBe(592);
});

test("an entry in any other form is refused, with a sentence that says why", () => {
  const good = text(entry);
  const line = (key: string, value: string) => good.replace(new RegExp(`^${key} .*$`, "m"), `${key} ${value}`);
  const wrong: [string, RegExp][] = [
    ["", /does not end with a newline/],
    [good.slice(0, -1), /does not end with a newline/],
    [`${good}\n`, /has 13 lines; it should have 12/],
    [`${good}more -\n`, /has 13 lines/],
    [good.replace(/^request.*\n/m, ""), /has 11 lines/],
    [good.replace("homeward-log/1", "homeward-log/2"), /format homeward-log\/2; this reader knows homeward-log\/1/],
    [good.replace("homeward-log/1", "homeward-log/1 "), /does not begin with homeward-log\/1/],
    [good.replace("homeward-log/1", "Homeward-log/1"), /does not begin/],
    [`\uFEFF${good}`, /does not begin/],
    [good.replaceAll("\n", "\r\n"), /does not begin/],
    [good.replace("id ", "id  "), /"id" is not 32/],
    [good.replace("id ", "id\t"), /line 2 should begin with "id" and one space/],
    [good.replace(/^(session.*)\n(agency.*)\n/m, "$2\n$1\n"), /line 5 should begin with "session"/],
    [good.replace("verb identity-opened", "verb identity-opened "), /"verb"/],
    [line("id", "0199F0C2A1B37C4D8E5F60718293A4B5"), /"id"/],
    [line("id", "-"), /"id"/],
    [line("id", "0199f0c2-a1b3-7c4d-8e5f-60718293a4b5"), /"id"/],
    [line("at", "2026-11-24T21:04:55.120Z"), /"at"/],
    [line("at", "2026-11-24 21:04:55.120394Z"), /"at"/],
    [line("at", "2026-11-24T21:04:55.120394+00:00"), /"at"/],
    [line("at", "2026-02-29T21:04:55.120394Z"), /"at"/],
    [line("at", "1900-02-29T21:04:55.120394Z"), /"at"/],
    [line("at", "2026-13-01T21:04:55.120394Z"), /"at"/],
    [line("at", "2026-04-31T21:04:55.120394Z"), /"at"/],
    [line("at", "2026-00-10T21:04:55.120394Z"), /"at"/],
    [line("at", "0000-01-01T00:00:00.000000Z"), /"at"/],
    [line("at", "2026-11-24T24:00:00.000000Z"), /"at"/],
    [line("at", "2026-11-24T21:60:00.000000Z"), /"at"/],
    [line("at", "2026-12-31T23:59:60.000000Z"), /"at"/],
    [line("actor", "-"), /"actor" is not a kind/],
    [line("actor", "worker"), /"actor" is not a kind/],
    [line("actor", "worker:"), /"actor" is not a kind/],
    [line("actor", "worker:-"), /a worker or a job without an alias/],
    [line("actor", "job:-"), /a worker or a job without an alias/],
    [line("actor", "police:5b1f0c6de2a94b7e8a3d4c5f60718293"), /"actor" is not a kind/],
    [line("actor", "worker:5b1f0c6de2a94b7e8a3d4c5f60718293:-"), /"actor" is not a kind/],
    [line("session", "0d9c"), /"session"/],
    [line("agency", ""), /"agency"/],
    [line("request", "none"), /"request"/],
    [line("purpose", "--"), /"purpose"/],
    [line("purpose", "A"), /"purpose"/],
    [line("purpose", "a".repeat(65)), /"purpose"/],
    [line("verb", "-"), /"verb"/],
    [line("verb", "-a"), /"verb"/],
    [line("verb", "case viewed"), /"verb"/],
    [line("verb", "देखा"), /"verb"/],
    [line("subject", "-"), /"subject"/],
    [line("subject", "-:-"), /"subject"/],
    [line("subject", "case:91"), /"subject"/],
    [line("outcome", "ok"), /"outcome"/],
    [line("outcome", "constructor"), /"outcome"/],
    [line("details", "0".repeat(63)), /"details"/],
  ];
  expect(parse(good).ok).toBe(true);
  expect(parse(line("at", "2000-02-29T00:00:00.000000Z")).ok).toBe(true);
  expect(parse(line("at", "2024-02-29T23:59:59.999999Z")).ok).toBe(true);
  for (const [bytes, why] of wrong) {
    expect(parse(bytes), JSON.stringify(bytes)).toEqual({ ok: false, why: expect.stringMatching(why) });
    expect(parse(bytes)).toMatchObject({ why: expect.stringMatching(/^The entry.*\.$/) });
  }
  expect(parseLeaf(Uint8Array.of(0xff, 0x0a))).toEqual({ ok: false, why: "The entry is not UTF-8 text." });
  expect(parseLeaf(new Uint8Array(65_536))).toEqual({ ok: false, why: "The entry is longer than 65,535 bytes." });
});

test("a refusal never repeats what the entry says", () => {
  const parsed = parse(text(entry).replace("identity-opened", "Meena Devi"));
  expect(parsed).toMatchObject({ ok: false, why: expect.not.stringMatching(/Meena/) });
});

test("building what the format does not allow is a mistake of the caller", () => {
  expect(() => buildLeaf({ ...entry, verb: "a\nb" })).toThrow(RangeError);
  expect(() => buildLeaf({ ...entry, verb: "" })).toThrow(RangeError);
  // "-" is null's spelling: handed in as a value it would come back as another one.
  expect(() => buildLeaf({ ...entry, purpose: "-" })).toThrow(RangeError);
  expect(() => buildLeaf({ ...entry, actor: { kind: "public", alias: "-" } })).toThrow(RangeError);
  expect(() => buildLeaf({ ...entry, actor: { kind: "worker", alias: null } })).toThrow(/without an alias/);
});

test("details belong to an entry with their salt, byte for byte, and to no other", () => {
  const salt = Uint8Array.from({ length: 16 }, (_, i) => i);
  const details = toUtf8('{"more": {}}');
  const leaf = { ...entry, details: detailsHash(salt, details, hash) };
  expect(detailsBelong(leaf, salt, details, hash)).toBe(true);
  expect(detailsBelong(leaf, salt, toUtf8('{"more":{}}'), hash)).toBe(false);
  expect(detailsBelong(leaf, Uint8Array.from(salt).fill(9, 15), details, hash)).toBe(false);
  expect(detailsBelong(entry, salt, details, hash)).toBe(false);
  expect(() => detailsHash(salt.slice(1), details, hash)).toThrow(RangeError);
});
