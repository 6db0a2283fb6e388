import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { devanagariKey, editDistance, englishKey, latinHindiKey } from "./receipt-spelling.ts";
import { canonical, format, parse, type ReceiptIndices, wordsFromBytes } from "./receipt-words.ts";

const read = (file: string) => readFileSync(new URL(`./receipt-words/${file}`, import.meta.url), "utf8");
const english = read("en.txt").trimEnd().split("\n");
const hindi = read("hi.txt")
  .trimEnd()
  .split("\n")
  .map((line) => line.split("\t") as [string, string]);
const anyWord = fc.integer({ min: 0, max: 1023 });
const anyReceipt: fc.Arbitrary<ReceiptIndices> = fc.tuple(anyWord, anyWord, anyWord, anyWord, anyWord);

function pairsThat(words: readonly string[], clash: (a: string, b: string) => boolean): string[] {
  return words.flatMap((a, row) =>
    words
      .slice(row + 1)
      .filter((b) => clash(a, b))
      .map((b) => `${a}/${b}`),
  );
}
const oneBeginsTheOther = (a: string, b: string) => a.startsWith(b) || b.startsWith(a);
const oneSlipApart = (a: string, b: string) => Math.abs(a.length - b.length) < 2 && editDistance(a, b) < 2;

describe("the lists", () => {
  test("are frozen: a changed line would lead a reporter to another's report", () => {
    const hash = (file: string) => createHash("sha256").update(read(file)).digest("hex");
    expect(hash("en.txt")).toBe("fa7e626e2b3faa676ff26733639488da03a5be88df09d868e51107a30d07c653");
    expect(hash("hi.txt")).toBe("39438a912917c91dce403aefa4b775cdd08761d13dea1e47744638cca32c2a7d");
  });

  test("hold 1,024 short words each, in their own letters", () => {
    expect(english.filter((word) => /^[a-z]{3,10}$/.test(word))).toHaveLength(1024);
    expect(
      hindi.filter(([word, latin]) => /^[\u0900-\u097f]{2,12}$/.test(word) && /^[a-z]{2,15}$/.test(latin)),
    ).toHaveLength(1024);
  });

  test("no two English words are one slip apart, and none begins another", () => {
    expect(pairsThat(english, oneSlipApart)).toEqual([]);
    expect(pairsThat(english, oneBeginsTheOther)).toEqual([]);
  });

  test("no two Hindi words meet or begin another, in Devanagari or in Latin letters; none is one slip apart", () => {
    const devanagari = hindi.map(([word]) => devanagariKey(word));
    expect(pairsThat(devanagari, oneBeginsTheOther)).toEqual([]);
    expect(pairsThat(devanagari, oneSlipApart)).toEqual([]);
    expect(
      pairsThat(
        hindi.map(([, latin]) => latinHindiKey(latin)),
        oneBeginsTheOther,
      ),
    ).toEqual([]);
    expect(
      pairsThat(
        hindi.map(([, latin]) => latin),
        oneBeginsTheOther,
      ),
    ).toEqual([]);
  });

  test("a Hindi word in Latin letters is never an English word", () => {
    const known = new Set(english.flatMap((word) => [word, latinHindiKey(word)]));
    expect(hindi.filter(([, latin]) => known.has(latin) || known.has(latinHindiKey(latin)))).toEqual([]);
  });

  test("words that sound alike in English are not both there", () => {
    const alike = [
      "flour flower",
      "pair pear",
      "sail sale",
      "tail tale",
      "week weak",
      "night knight",
      "sun son",
      "cereal serial",
      "symbol cymbal",
      "medal pedal",
      "metal petal",
      "berry bury",
      "colonel kernel",
      "road rowed",
      "sea see",
      "hour our",
      "deer dear",
      "whale wail",
    ];
    expect(alike.filter((pair) => pair.split(" ").every((word) => english.includes(word)))).toEqual([]);
  });
});

describe("from bytes", () => {
  test("the first 50 bits make five numbers", () => {
    expect(wordsFromBytes(Uint8Array.of(0, 0, 0, 0, 0, 0, 0))).toEqual([0, 0, 0, 0, 0]);
    expect(wordsFromBytes(Uint8Array.of(255, 255, 255, 255, 255, 255, 0b11000000))).toEqual([
      1023, 1023, 1023, 1023, 1023,
    ]);
    expect(wordsFromBytes(Uint8Array.of(0b00000000, 0b01000000, 0, 0, 0, 0, 0b01111111))).toEqual([1, 0, 0, 0, 1]);
    expect(() => wordsFromBytes(new Uint8Array(6))).toThrow(RangeError);
  });

  test("bits after the fiftieth do not matter, each before it does", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 7, maxLength: 7 }), fc.integer({ min: 0, max: 55 }), (bytes, bit) => {
        const flipped = Uint8Array.from(bytes);
        flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (128 >> (bit & 7));
        const same = canonical(wordsFromBytes(flipped)) === canonical(wordsFromBytes(bytes));
        expect(same).toBe(bit >= 50);
      }),
    );
  });
});

describe("what a person types", () => {
  test("comes back as the same receipt, in either language and script, however spaced", () => {
    fc.assert(
      fc.property(
        anyReceipt,
        fc.constantFrom(" ", "  ", "-", ", ", "\n", "", " 2. "),
        fc.boolean(),
        (receipt, between, shout) => {
          const latin = receipt.map((index) => hindi[index]?.[1] ?? "");
          for (const words of [format(receipt, "en"), format(receipt, "hi"), latin]) {
            const typed = words.join(between);
            expect(parse(shout ? ` ${typed.toUpperCase()} ` : typed)).toEqual({ ok: true, indices: receipt });
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  test("may mix the languages", () => {
    const receipt: ReceiptIndices = [3, 1000, 512, 7, 64];
    const mixed = receipt.map((_, place) => format(receipt, place % 2 ? "hi" : "en")[place]).join(" ");
    expect(parse(mixed)).toEqual({ ok: true, indices: receipt });
  });

  test.each([
    ["paani-style spellings", "tamatar, kaagaz, KITAAB, nadee, ghora", ["टमाटर", "काग़ज़", "किताब", "नदी", "घोड़ा"]],
    ["no dots below", "कागज सडक घोडा बर्फ मेज़बान", null],
    ["no dots, other nasals, other lengths", "कागज सडक घोडा बर्फ अन्गूर", ["काग़ज़", "सड़क", "घोड़ा", "बर्फ़", "अंगूर"]],
    ["dots instead of chandrabindu", "आंवला ऊंट चांदी कन्घी अंगूर", ["आँवला", "ऊँट", "चाँदी", "कंघी", "अंगूर"]],
    ["w, f, j and doubled letters", "chaawal wichar waahan fuhaar jameen", ["चावल", "विचार", "वाहन", "फुहार", "ज़मीन"]],
    ["accents", "Ápple, MÓON, ríver, lémon, tulip", null],
    ["diacritics of scholars", "ṭamāṭar kitāb nadī kāgaz sarak", ["टमाटर", "किताब", "नदी", "काग़ज़", "सड़क"]],
  ])("%s", (_, typed, expected) => {
    const reading = parse(typed);
    if (expected) expect(reading.ok && format(reading.indices, "hi")).toEqual(expected);
    else expect(reading.ok).toBe(false);
  });

  test("a wrong word is named with the nearest ones; a wrong count is counted", () => {
    const typo = parse("apple rivver lemon tulip zebra");
    expect(typo).toMatchObject({ ok: false, problem: "unknown", position: 2, word: "rivver" });
    expect(!typo.ok && typo.problem === "unknown" && typo.nearest).toEqual(["river", "silver"]);
    const latin = parse("tamatar kitaab nadi kaagaz sadok");
    expect(!latin.ok && latin.problem === "unknown" && latin.nearest[0]).toBe("sadak");
    expect(parse(`apple ${"x".repeat(300)} lemon tulip zebra`)).toMatchObject({ nearest: [] });
    const slip = parse("टमाटर किताब नदि कागज घोडु");
    expect(slip).toMatchObject({ ok: false, problem: "unknown", position: 5, word: "घोडु" });
    expect(!slip.ok && slip.problem === "unknown" && slip.nearest).toContain("घोड़ा");
    expect(parse("apple river lemon")).toEqual({ ok: false, problem: "count", found: 3 });
    expect(parse("")).toEqual({ ok: false, problem: "count", found: 0 });
  });

  test("no text at all makes it throw, and a reading is always five known numbers", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (text) => {
        const reading = parse(text);
        if (reading.ok) expect(parse(format(reading.indices, "hi").join(" "))).toEqual(reading);
        else expect(["count", "unknown"]).toContain(reading.problem);
      }),
    );
  });

  test("one canonical spelling, whatever the language", () => {
    fc.assert(
      fc.property(anyReceipt, anyReceipt, (a, b) => {
        expect(canonical(a) === canonical(b)).toBe(a.join() === b.join());
        expect(canonical(a)).toBe(canonical(a).normalize("NFC"));
      }),
    );
  });
});

test("English keys keep every listed word as it is", () => {
  expect(english.map(englishKey)).toEqual(english);
});
