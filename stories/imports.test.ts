import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize, relative } from "node:path";
import { parseSync } from "oxc-parser";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "..");
const PARTS = ["app.ts", "cli", "engines", "packs", "platform", "rooms", "stories", "web"];

interface Import {
  from: string;
  /** A file of ours, from the root; or a package's name. */
  to: string;
  ours: boolean;
}

/** Every static and dynamic import of every source file, `import type` and re-exports among them. Tests may import anything. */
function everyImport(): Import[] {
  const files = PARTS.flatMap((part) =>
    part.endsWith(".ts")
      ? [part]
      : readdirSync(join(root, part), { recursive: true, encoding: "utf8" }).map((name) => join(part, name)),
  ).filter((name) => /\.tsx?$/.test(name) && !/\.test\.ts$|\.d\.ts$|web\/dist|node_modules/.test(name));
  return files.flatMap((from) => {
    const text = readFileSync(join(root, from), "utf8");
    const { module } = parseSync(from, text);
    const names = [
      ...module.staticImports.map((one) => one.moduleRequest.value),
      ...module.staticExports.flatMap((one) =>
        one.entries.flatMap((entry) => (entry.moduleRequest ? [entry.moduleRequest.value] : [])),
      ),
      ...module.dynamicImports.flatMap((one) => {
        const written = text.slice(one.moduleRequest.start, one.moduleRequest.end);
        return /^["'][^"']+["']$/.test(written) ? [written.slice(1, -1)] : [];
      }),
    ];
    return [...new Set(names)].map((name) => {
      const ours = name.startsWith(".");
      return { from, to: ours ? normalize(join(dirname(from), name)) : name, ours };
    });
  });
}

const all = everyImport();
const roomOf = (path: string): string | null => /^rooms\/([^/]+)\//.exec(path)?.[1] ?? null;
const wrong = (rule: (one: Import) => boolean, allowed: readonly string[] = []): string[] =>
  all
    .filter(rule)
    .map(({ from, to }) => `${from} → ${to}`)
    .filter((arrow) => !allowed.includes(arrow));

test("there is something to check", () => {
  expect(all.length).toBeGreaterThan(800);
  expect(all.some(({ from, to }) => from === "rooms/cases/screens/case.tsx" && to.startsWith("web/kit/"))).toBe(true);
});

test("engines import nothing but engines: no database, network, clock or environment", () => {
  // testing.ts builds values for properties; the tests alone import it.
  expect(
    wrong(
      ({ from, to }) => from.startsWith("engines/") && !to.startsWith("engines/"),
      ["engines/screening/testing.ts → fast-check"],
    ),
  ).toEqual([]);
});

test("platform knows no room, no pack and no country", () => {
  expect(wrong(({ from, to }) => from.startsWith("platform/") && /^(rooms|packs|stories|cli|app)/.test(to))).toEqual(
    [],
  );
});

test("a room reaches another through index.ts and model.ts only", () => {
  expect(
    wrong(
      ({ from, to, ours }) => {
        const [here, there] = [roomOf(from), roomOf(to)];
        return (
          ours &&
          here !== null &&
          there !== null &&
          here !== there &&
          !/^rooms\/[^/]+\/(index|model|pack-names)\.ts$/.test(to)
        );
      },
      [
        // A case opened from a report is the same form; the shell cannot own it, because it is the cases room's.
        "rooms/reports/screens/open-case.tsx → rooms/cases/screens/new-case.tsx",
      ],
    ),
  ).toEqual([]);
});

test("a screen holds no store, no action, no route and no database", () => {
  expect(
    wrong(
      ({ from, to }) =>
        from.includes("/screens/") &&
        (/\/(store|actions|routes|recording|sealing|vault)\.ts$/.test(to) ||
          /^(pg|kysely|fastify)/.test(to) ||
          to.startsWith("node:") ||
          to.startsWith("platform/")),
    ),
  ).toEqual([]);
});

test("the kit imports no room, and the shell's pages reach rooms only by their contract", () => {
  expect(
    wrong(({ from, to }) => from.startsWith("web/kit/") && /^(rooms|platform|web\/shell)\//.test(to), gallery()),
  ).toEqual([]);
  expect(wrong(({ from, to }) => from.startsWith("web/shell/") && /^(rooms|platform)\//.test(to))).toEqual([]);
});

/** The gallery looks at the kit beside the shell's frame; it is in no bundle. */
function gallery(): string[] {
  return all.filter(({ from }) => /web\/kit\/gallery/.test(from)).map(({ from, to }) => `${from} → ${to}`);
}

test("only app.ts, the command line and the stories know all rooms", () => {
  expect(wrong(({ from, to }) => to === "app.ts" && !/^(cli|stories)\//.test(from))).toEqual([]);
});

test("no circles, not even of types", () => {
  const next = new Map<string, string[]>();
  for (const { from, to, ours } of all) if (ours) next.set(from, [...(next.get(from) ?? []), to]);
  const done = new Set<string>();
  const circles: string[] = [];
  const visit = (file: string, path: readonly string[]): void => {
    const at = path.indexOf(file);
    if (at >= 0) circles.push([...path.slice(at), file].join(" → "));
    if (at >= 0 || done.has(file)) return;
    for (const other of next.get(file) ?? []) visit(other, [...path, file]);
    done.add(file);
  };
  for (const file of next.keys()) visit(file, []);
  expect(circles).toEqual([]);
});

test("nothing is called utils: the word was not found yet", () => {
  const names = PARTS.filter((part) => !part.endsWith(".ts")).flatMap((part) =>
    readdirSync(join(root, part), { recursive: true, encoding: "utf8" }).map((name) =>
      relative(root, join(root, part, name)),
    ),
  );
  expect(
    names.filter((name) => /(^|\/)(utils?|helpers?|misc)(\.|\/|$)/i.test(name) && !name.includes("dist/")),
  ).toEqual([]);
});
