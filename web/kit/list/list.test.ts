import fc from "fast-check";
import { expect, test } from "vitest";
import { AT_ONCE, arrange, inSlices } from "./arrange.ts";
import { nextSort, sameView, viewFromSearch, viewToSearch, WHOLE } from "./view.ts";

interface Case {
  readonly name: string;
  readonly age: number | null;
  readonly risk: string;
}
const COLUMNS = [
  { key: "name", value: (row: Case) => row.name },
  { key: "age", value: (row: Case) => row.age },
  { key: "risk", value: (row: Case) => row.risk },
];
const code = fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/);
const aView = fc.record({
  words: fc.string({ maxLength: 20 }),
  sort: fc.option(fc.record({ column: fc.constantFrom("name", "age", "risk"), down: fc.boolean() })),
  only: fc.dictionary(fc.constantFrom("name", "age", "risk"), fc.uniqueArray(code, { minLength: 1, maxLength: 3 })),
});
const someCases = fc.array(
  fc.record({
    name: fc.oneof(fc.string({ maxLength: 6 }), fc.constantFrom("मीना", "आशा", "Zoë", "zoe")),
    age: fc.option(fc.integer({ min: 0, max: 17 })),
    risk: fc.constantFrom("high", "low"),
  }),
  { maxLength: 60 },
);

test("a view comes back from its address as it was", () => {
  fc.assert(
    fc.property(aView, (view) => {
      expect(sameView(viewFromSearch(viewToSearch(view), ["name", "age", "risk"]), view)).toBe(true);
    }),
  );
});

test("an address with what no longer exists shows the list without it", () => {
  expect(viewFromSearch({ sort: "gone", "only-gone": "x", q: 7 }, ["name"])).toEqual({ ...WHOLE, words: "7" });
});

test("a column's head turns: first to last, last to first, as it came", () => {
  const up = nextSort(null, "age");
  const down = nextSort(up, "age");
  expect([up, down, nextSort(down, "age")]).toEqual([
    { column: "age", down: false },
    { column: "age", down: true },
    null,
  ]);
});

test("arranging loses no row, invents none, and orders as told, unknown last", async () => {
  await fc.assert(
    fc.asyncProperty(someCases, fc.boolean(), async (rows, down) => {
      const order = await arrange(rows, COLUMNS, { ...WHOLE, sort: { column: "age", down } }, "en", AT_ONCE);
      expect([...order].sort((a, b) => a - b)).toEqual(rows.map((_, index) => index));
      const ages = order.map((index) => rows[index]?.age ?? null);
      const known = ages.filter((age) => age !== null);
      expect(ages.slice(0, known.length)).toEqual(known);
      expect(known).toEqual([...known].sort((a, b) => (down ? b - a : a - b)));
    }),
  );
});

test("equal rows keep the order in which they came, both ways", async () => {
  await fc.assert(
    fc.asyncProperty(someCases, fc.boolean(), async (rows, down) => {
      const order = await arrange(rows, COLUMNS, { ...WHOLE, sort: { column: "risk", down } }, "hi", AT_ONCE);
      for (const risk of ["high", "low"]) {
        const places = order.filter((index) => rows[index]?.risk === risk);
        expect(places).toEqual([...places].sort((a, b) => a - b));
      }
    }),
  );
});

test("narrowing shows what has the code and nothing else; words are found without case or marks", async () => {
  const rows: Case[] = [
    { name: "Zoë", age: 9, risk: "high" },
    { name: "zoe", age: 9, risk: "low" },
    { name: "मीना", age: 14, risk: "high" },
  ];
  const look = (view: Partial<typeof WHOLE>) => arrange(rows, COLUMNS, { ...WHOLE, ...view }, "en", AT_ONCE);
  expect(await look({ only: { risk: ["high"] } })).toEqual([0, 2]);
  expect(await look({ words: "ZOE" })).toEqual([0, 1]);
  expect(await look({ words: "मीना high" })).toEqual([2]);
});

test("work that is no longer wanted stops", async () => {
  const rows = Array.from({ length: 20_000 }, (_, index) => ({ name: String(index), age: index % 18, risk: "low" }));
  const gone = new AbortController();
  const work = arrange(rows, COLUMNS, { ...WHOLE, sort: { column: "name", down: true } }, "en", inSlices(gone.signal));
  gone.abort();
  await expect(work).rejects.toThrow();
});

test("a column's words and rank are looked up once for each value, however many rows have it", async () => {
  const rows = Array.from({ length: 5_000 }, (_, at) => ({ name: "", age: null, risk: at % 2 === 0 ? "high" : "low" }));
  let asked = 0;
  const column = {
    key: "risk",
    value: (row: Case) => row.risk,
    words: (row: Case) => {
      asked += 1;
      return row.risk === "high" ? "ऊँचा" : "कम";
    },
    order: (row: Case) => {
      asked += 1;
      return row.risk === "high" ? 0 : 1;
    },
  };
  const found = await arrange(
    rows,
    [column],
    { words: "ऊँचा", sort: { column: "risk", down: false }, only: {} },
    "hi",
    AT_ONCE,
  );
  expect(found).toHaveLength(2_500);
  expect(asked).toBeLessThanOrEqual(4);
});
