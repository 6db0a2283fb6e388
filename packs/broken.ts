/** For tests: India's pack, spoilt in one place, in a folder of its own. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "vitest";
import { type Loaded, loadPack } from "./pack.ts";

export const india = join(import.meta.dirname, "in");

// biome-ignore lint/suspicious/noExplicitAny: a test spoils the JSON in ways that no type would allow
export type Spoil = (content: any) => void;

/** Loads India's pack with one file (`*`: each file) changed, removed (null) or replaced by a text. */
export function loadSpoilt(file: string, spoil: Spoil | string | null): Loaded {
  const dir = mkdtempSync(join(tmpdir(), "homeward-pack-"));
  try {
    cpSync(india, dir, { recursive: true });
    for (const name of file === "*" ? readdirSync(dir) : [file]) {
      const path = join(dir, name);
      if (spoil === null) rmSync(path);
      else if (typeof spoil === "string") writeFileSync(path, spoil);
      else {
        const content: unknown = JSON.parse(readFileSync(path, "utf8"));
        spoil(content);
        writeFileSync(path, JSON.stringify(content, null, 2));
      }
    }
    return loadPack(dir);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

/** One change, and the path at which it must be told. */
export type Change = { path: string; spoil: Spoil };

const stepsOf = (path: string) => path.replaceAll("[", ".").replaceAll("]", "").split(".");

/** The value at a path such as `kinds[3].names.hi`. */
export function read(content: unknown, path: string): unknown {
  return stepsOf(path).reduce((here, step) => (here as Record<string, unknown>)[step], content);
}

/** Puts a value at a path such as `kinds[3].names.hi`; undefined takes it away. */
export function put(path: string, value: unknown): Change {
  const steps = stepsOf(path);
  const last = steps.pop() ?? "";
  return {
    path,
    spoil: (content) => {
      const parent = steps.reduce((here, step) => here[step], content);
      if (value === undefined) delete parent[last];
      else parent[last] = value;
    },
  };
}

/** Another change, told at this path. */
export function at(path: string, spoil: Spoil): Change {
  return { path, spoil };
}

/** The pack is refused, the change is told at its place, and every problem has a line and whole sentences. */
export function refused(file: string, change: Change, problem: RegExp): void {
  const result = loadSpoilt(file, change.spoil);
  if (result.ok) throw new Error("was accepted");
  expect(result.problems.map((told) => [told.file, told.path, told.problem])).toContainEqual([
    file,
    change.path,
    expect.stringMatching(problem),
  ]);
  for (const { line, problem, right } of result.problems) {
    expect(line).toBeGreaterThan(0);
    expect(problem + right).not.toMatch(/\{[a-z]+\}/);
  }
}
