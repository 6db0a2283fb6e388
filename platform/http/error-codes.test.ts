import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
// Importing the program declares every room's codes.
import "../../app.ts";
import { LANGUAGES } from "../languages/words.ts";
import { problemCodes } from "./problems.ts";

const root = join(import.meta.dirname, "../..");
const codes = problemCodes();

interface Words {
  title?: string;
  next?: string;
}

/** A room's words for a code, as they stand in its file: no fallback to another language. */
function wordsOf(language: string, room: string, code: string): Words {
  const folder = room === "platform" ? "platform/http/words" : `rooms/${room}/words`;
  const file = JSON.parse(readFileSync(join(root, folder, `${language}.json`), "utf8")) as {
    problems?: Record<string, Words>;
  };
  return file.problems?.[code] ?? {};
}

/** The rows of docs/error-codes.md: code, status, whose words, title, next step. */
function rowsOfThePage(): string[] {
  return readFileSync(join(root, "docs/error-codes.md"), "utf8")
    .split("\n")
    .filter((line) => line.startsWith("| `"));
}

/** Every `access.sql`: what the database refuses with a code of its own. */
function refusalsInSql(): { file: string; code: string }[] {
  return readFileSync(join(root, "db/access-order.txt"), "utf8")
    .split("\n")
    .filter((line) => line.endsWith(".sql"))
    .flatMap((file) =>
      [...readFileSync(join(root, file), "utf8").matchAll(/errcode = 'HW4(?:09|22)', detail = '([^']+)'/g)].map(
        ([, code = ""]) => ({ file, code }),
      ),
    );
}

/** Raised only to homeward_admin, for the command line, never over HTTP: no route answers with them, so none is declared. */
const onlyAtTheCommandLine = ["installation-kind"];

test("the page of codes and the code say the same, in both directions", () => {
  const expected = codes.map(({ code, status, room }) => {
    const { title, next } = wordsOf("en", room, code);
    return `| \`${code}\` | ${status} | ${room} | ${title} | ${next} |`;
  });
  expect(rowsOfThePage()).toEqual(expected);
});

describe.each(LANGUAGES)("in %s", (language) => {
  test("every code says what happened and what next", () => {
    const silent = codes.filter(({ code, room }) => {
      const { title, next } = wordsOf(language, room, code);
      return !title?.trim() || !next?.trim();
    });
    expect(silent).toEqual([]);
  });

  test("no words wait for a code that nobody declares", () => {
    const declared = new Set(codes.map(({ code, room }) => `${room} ${code}`));
    const rooms = readdirSync(join(root, "rooms"));
    const written = [...rooms, "platform"].flatMap((room) => {
      const folder = room === "platform" ? "platform/http/words" : `rooms/${room}/words`;
      const file = JSON.parse(readFileSync(join(root, folder, `${language}.json`), "utf8")) as {
        problems?: Record<string, Words>;
      };
      return Object.keys(file.problems ?? {}).map((code) => `${room} ${code}`);
    });
    const spared = new Set(onlyAtTheCommandLine.map((code) => `platform ${code}`));
    expect(written.filter((name) => !declared.has(name) && !spared.has(name))).toEqual([]);
  });
});

test("every refusal of the database has a declared code; an unknown one would reach people as a fault of ours", () => {
  const known = new Set([...codes.map(({ code }) => code), ...onlyAtTheCommandLine]);
  const found = refusalsInSql();
  expect(found.length).toBeGreaterThan(20); // there is something to find
  expect(found.filter(({ code }) => !known.has(code))).toEqual([]);
});
