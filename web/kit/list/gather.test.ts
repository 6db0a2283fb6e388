import fc from "fast-check";
import { expect, test } from "vitest";
import { gather, NOTHING, type Part } from "./gather.ts";

interface Answered {
  readonly next: string | null;
  readonly rows: readonly number[];
}

/** A list of so many answers of three rows; its `cut`-th request does not get through. */
function server(answers: number, cut = Number.POSITIVE_INFINITY) {
  let asked = 0;
  return async (after: string | null): Promise<Answered> => {
    asked += 1;
    if (asked === cut) throw new Error("no connection");
    const at = after === null ? 0 : Number(after);
    return { rows: [3 * at, 3 * at + 1, 3 * at + 2], next: at + 1 < answers ? String(at + 1) : null };
  };
}

async function read(from: Part<number>, ask: (after: string | null) => Promise<Answered>, together = 4, most = 1e6) {
  const told: Part<number>[] = [];
  let kept: Part<number> = from;
  const all = gather<Answered, number>(from, {
    ask,
    pick: (page) => page.rows,
    most,
    together,
    onPart: (part) => told.push(part),
    onKeep: (part) => {
      kept = part;
    },
  });
  const rows = await all.catch(() => null);
  return { rows, told, kept };
}

test("a list is read to its end, each row once and in order, and told in few steps whose rows only grow", async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 12 }), async (answers, together) => {
      const { rows, told } = await read(NOTHING, server(answers), together);
      expect(rows).toEqual(Array.from({ length: 3 * answers }, (_, row) => row));
      expect(told.length).toBeLessThanOrEqual(Math.ceil(answers / together));
      for (const part of told) expect(rows?.slice(0, part.rows.length)).toEqual(part.rows);
    }),
  );
});

test("a reading that broke off goes on where it was, and nothing of it is lost or read twice", async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 2, max: 30 }), fc.integer({ min: 1, max: 30 }), async (answers, cut) => {
      fc.pre(cut <= answers);
      const broken = await read(NOTHING, server(answers, cut));
      expect(broken.rows).toBeNull();
      expect(broken.kept.rows).toHaveLength(3 * (cut - 1));
      const { rows } = await read(broken.kept, server(answers));
      expect(rows).toEqual(Array.from({ length: 3 * answers }, (_, row) => row));
    }),
  );
});

test("what was told stays as it was told while the reading goes on", async () => {
  const { told } = await read(NOTHING, server(9), 4);
  expect(told.map((part) => part.rows.length)).toEqual([3, 15]);
});

test("a list longer than what one page can hold stops, and does not ask for ever", async () => {
  const { rows } = await read(NOTHING, server(1_000), 4, 30);
  expect(rows).toHaveLength(30);
});
