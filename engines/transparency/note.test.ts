import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign as signBytes,
  verify as verifyBytes,
} from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { fromBase64, sameBytes, toBase64 } from "./encoding.ts";
import {
  formatKey,
  formatNote,
  makeKey,
  openNote,
  parseKey,
  parseNote,
  parseSignatureLine,
  type Signer,
  signNote,
  type VerifierKey,
} from "./note.ts";

const VECTORS = new URL("../../../shared/data/transparency/signed-note.json", import.meta.url);
const ABSENT = "the published vectors are not here (../shared/data/transparency)";

const hash = (bytes: Uint8Array) => new Uint8Array(createHash("sha256").update(bytes).digest());
const verify = (message: Uint8Array, signature: Uint8Array, publicKey: Uint8Array) => {
  const x = Buffer.from(publicKey).toString("base64url");
  return verifyBytes(
    null,
    message,
    createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x }, format: "jwk" }),
    signature,
  );
};
/** PKCS #8 of an Ed25519 seed: the private half as the vectors give it. */
const privateKey = (seed: Uint8Array) =>
  createPrivateKey({
    key: Buffer.concat([Buffer.from("302e020100300506032b657004220420", "hex"), seed]),
    format: "der",
    type: "pkcs8",
  });

function signer(name: string): Signer {
  const pair = generateKeyPairSync("ed25519");
  const publicKey = new Uint8Array(pair.publicKey.export({ format: "der", type: "spki" }).subarray(-32));
  return {
    key: makeKey(name, publicKey, hash),
    sign: (message) => new Uint8Array(signBytes(null, message, pair.privateKey)),
  };
}

/** A key line whose id is right, whatever the name. */
function keyLine(name: string): string {
  const bytes = Uint8Array.of(1, ...new Uint8Array(32));
  const id = Buffer.from(hash(Buffer.concat([Buffer.from(`${name}\n`), bytes]))).toString("hex", 0, 4);
  return `${name}+${id}+${toBase64(bytes)}`;
}

function known(line: string): VerifierKey {
  const key = parseKey(line, hash);
  if (!key.ok) throw new Error(key.why);
  return key.value;
}

test("the published notes: opened by the keys named, refused where they must be", (ctx) => {
  if (!existsSync(VECTORS)) return ctx.skip(ABSENT);
  const { vkeys, open } = JSON.parse(readFileSync(VECTORS, "utf8"));
  expect(open).toHaveLength(12);
  for (const { name, trusted, verified, wantErr, note } of open) {
    const opened = openNote(
      note,
      trusted.map((who: string) => known(vkeys[who])),
      verify,
    );
    if (wantErr) expect(opened, name).toMatchObject({ ok: false, why: expect.stringMatching(/^[A-Z].*\.$/) });
    else expect(opened.ok && opened.value.signedBy.map((key) => key.name), name).toEqual(verified);
    // A note that can be taken apart is put together again byte for byte.
    const parsed = parseNote(note);
    if (parsed.ok) expect(formatNote(parsed.value)).toBe(note);
  }
});

test("the published keys are read and written; the bad ones refused", (ctx) => {
  if (!existsSync(VECTORS)) return ctx.skip(ABSENT);
  const { vkeys, badVkeys } = JSON.parse(readFileSync(VECTORS, "utf8"));
  for (const line of Object.values(vkeys) as string[]) {
    const key = known(line);
    expect(formatKey(key)).toBe(line);
    expect(makeKey(key.name, key.publicKey, hash)).toEqual(key);
  }
  expect(badVkeys.map((line: string) => parseKey(line, hash))).toEqual([
    { ok: false, why: "The key's last part is not canonical base64." },
    { ok: false, why: "The key is not an Ed25519 key." },
  ]);
});

test("signing gives the published note", (ctx) => {
  if (!existsSync(VECTORS)) return ctx.skip(ABSENT);
  const { vkeys, skeys, sign } = JSON.parse(readFileSync(VECTORS, "utf8"));
  const seed = fromBase64(skeys[sign.skey].split("+").slice(4).join("+"));
  if (!seed.ok) throw new Error(seed.why);
  const key = privateKey(seed.value.slice(1));
  const peter: Signer = {
    key: known(vkeys[sign.skey]),
    sign: (message) => new Uint8Array(signBytes(null, message, key)),
  };
  expect(signNote(sign.text, [peter])).toBe(sign.want);
});

test("a key that was tampered with is refused", () => {
  const line = formatKey(signer("log.example/one").key);
  const [name, id, ...rest] = line.split("+") as [string, string, ...string[]];
  const base64 = rest.join("+");
  const wrong = [
    "",
    "log.example/one",
    `${name}+${id}`,
    `+${id}+${base64}`,
    `${name}2+${id}+${base64}`,
    `na me+${id}+${base64}`,
    `${name}+${id.toUpperCase().replace(/^\d*$/, "ABCDEF00")}+${base64}`,
    `${name}+00000000+${base64}`,
    `${name}+${id}+${base64.slice(0, -1)}`,
    `${name}+${id}+${base64.slice(0, -2)}${base64.at(-2) === "A" ? "B" : "A"}=`,
    `${name}+${id}+${base64}\n`,
    ` ${line}`,
  ];
  expect(parseKey(line, hash).ok).toBe(true);
  for (const one of wrong) expect(parseKey(one, hash).ok, JSON.stringify(one)).toBe(false);
  expect(parseKey(keyLine("na me"), hash)).toMatchObject({ ok: false, why: expect.stringMatching(/holds a space/) });
  const longer = toBase64(Uint8Array.of(1, ...new Uint8Array(33)));
  expect(parseKey(`${name}+${id}+${longer}`, hash)).toMatchObject({ ok: false, why: expect.stringMatching(/length/) });
  expect(() => makeKey("", new Uint8Array(32), hash)).toThrow(RangeError);
  expect(() => makeKey("a b", new Uint8Array(32), hash)).toThrow(RangeError);
  expect(() => makeKey("a\u00a0b", new Uint8Array(32), hash)).toThrow(RangeError);
  expect(() => makeKey("a+b", new Uint8Array(32), hash)).toThrow(RangeError);
  expect(() => makeKey("a", new Uint8Array(31), hash)).toThrow(RangeError);
});

test("any text that can stand in a note comes out as it went in, and no other text passes for it", () => {
  const one = signer("log.example/one");
  const lines = fc.array(fc.string({ unit: "grapheme", maxLength: 30 }), { maxLength: 5 });
  fc.assert(
    fc.property(lines, fc.nat(), (parts, pick) => {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they cannot stand in a note
      const text = `${parts.join("\n").replaceAll(/[\u0000-\u0009\u000b-\u001f]/g, "")}\n`;
      const note = signNote(text, [one]);
      const opened = openNote(note, [one.key], verify);
      expect(opened.ok && opened.value.text).toBe(text);
      const bytes = Buffer.from(note);
      const at = pick % Buffer.byteLength(text);
      bytes[at] = (bytes[at] as number) ^ 1;
      expect(openNote(new Uint8Array(bytes), [one.key], verify).ok).toBe(false);
    }),
    { numRuns: 100 },
  );
});

test("while keys change, both sign: who knows one of them opens the note, who knows neither does not", () => {
  const [old, next, other] = [signer("log.example/one"), signer("log.example/one"), signer("log.example/one")];
  const note = signNote("text\n", [old, next]);
  const signedBy = (...keys: VerifierKey[]) => {
    const opened = openNote(note, keys, verify);
    return opened.ok ? opened.value.signedBy : opened.why;
  };
  expect(signedBy(old.key)).toEqual([old.key]);
  expect(signedBy(next.key)).toEqual([next.key]);
  expect(signedBy(old.key, next.key)).toEqual([old.key, next.key]);
  expect(signedBy(other.key)).toBe("No known key has signed.");
  expect(signedBy()).toBe("No known key has signed.");
});

test("one false signature by a known key spoils the note, whatever else stands in it", () => {
  const [one, two] = [signer("log.example/one"), signer("witness.example/w")];
  const liar: Signer = { key: two.key, sign: () => new Uint8Array(64) };
  const short: Signer = { key: two.key, sign: () => new Uint8Array(72) };
  for (const bad of [liar, short]) {
    const note = signNote("text\n", [one, bad]);
    expect(openNote(note, [one.key], verify).ok).toBe(true);
    expect(openNote(note, [one.key, two.key], verify)).toEqual({
      ok: false,
      why: "A signature by a known key is false.",
    });
    // A signature of another length never reaches the verifier, which may not look at it.
    expect(openNote(note, [two.key], () => true).ok).toBe(bad === liar);
  }
});

test("two known keys under one name and id are refused rather than guessed between", () => {
  const one = signer("log.example/one");
  const double: VerifierKey = { ...one.key, publicKey: signer("x").key.publicKey };
  const opened = openNote(signNote("text\n", [one]), [one.key, double], verify);
  expect(opened).toEqual({ ok: false, why: "Two of the known keys have the same name and id." });
});

test("a note in any other form is refused", () => {
  const note = signNote("text\n", [signer("log.example/one")]);
  const line = note.slice(note.indexOf("\u2014"));
  const wrong = [
    "",
    "\n",
    "text",
    "text\n",
    "text\n\n",
    note.slice(0, -1),
    `${note.slice(0, -1)}Z`,
    `${note}\n`,
    `${note}junk\n`,
    note.replace("\u2014", "-"),
    note.replace("\u2014 ", "\u2014  "),
    note.replace("\n\n", "\n"),
    note.replaceAll("\n", "\r\n"),
    note.replace("text", "te\txt"),
    note.replace("text", "te\u0000xt"),
    note.replace("text", "te\ud800xt"),
    note.replace("log.example/one", "log.example/o+e"),
    note.replace("log.example/one", "log.example/o\u3000e"),
    note.replace(/ [^ ]+\n$/, " AAAAAA==\n"),
    note.replace(/ [^ ]+\n$/, " AAAAAAA\n"),
    `text\n\n${line.repeat(101)}`,
    `${"a".repeat(1_000_000)}\n\n${line}`,
  ];
  expect(parseNote(note).ok).toBe(true);
  expect(parseNote(`text\n\n${line.repeat(100)}`).ok).toBe(true);
  for (const one of wrong) {
    expect(parseNote(one), JSON.stringify(one.slice(0, 200))).toMatchObject({
      ok: false,
      why: expect.stringMatching(/^[A-Z].*\.$/),
    });
  }
  expect(parseNote(Uint8Array.of(0x61, 0x0a, 0xff))).toEqual({ ok: false, why: "The note is not UTF-8 text." });
});

test("what cannot stand in a note is not signed", () => {
  const one = signer("log.example/one");
  for (const text of ["", "no newline", "as if signed\n\n\u2014 a AQEBAQE=", "a\u0007\n", "a\r\n"])
    expect(() => signNote(text, [one]), text).toThrow(RangeError);
  expect(() => signNote("text\n", [])).toThrow(RangeError);
  expect(() =>
    formatNote({ text: "text\n", signatures: [{ name: "a b", id: "00000000", signature: new Uint8Array(64) }] }),
  ).toThrow(RangeError);
  expect(() =>
    formatNote({ text: "text\n", signatures: [{ name: "a", id: "0", signature: new Uint8Array(64) }] }),
  ).toThrow(RangeError);
});

test("a signature line of any algorithm is read, as a witness answers it", () => {
  const time = new Uint8Array(4 + 8 + 64).fill(1);
  expect(parseSignatureLine(`\u2014 witness.example/w1 ${toBase64(time)}`)).toEqual({
    ok: true,
    value: { name: "witness.example/w1", id: "01010101", signature: time.slice(4) },
  });
  expect(parseSignatureLine("witness.example/w1 AQEBAQE=").ok).toBe(false);
});

test("bytes are the same only if as many", () => {
  expect(sameBytes(Uint8Array.of(1, 2), Uint8Array.of(1, 2))).toBe(true);
  expect(sameBytes(Uint8Array.of(1), Uint8Array.of(1, 2))).toBe(false);
  expect(sameBytes(Uint8Array.of(1, 2), Uint8Array.of(1))).toBe(false);
});

test("base64 has one form", () => {
  expect(fromBase64("AQI=").ok).toBe(true);
  for (const text of ["AQI", "AQJ=", " AQI=", "AQI=\n", "AQ I=", "AQI-", "AQI=="])
    expect(fromBase64(text).ok, text).toBe(false);
});
