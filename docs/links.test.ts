import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "..");

/** The documents: those beside the program and those in docs/ and db/. */
const pages = [
  ...readdirSync(root).filter((name) => name.endsWith(".md")),
  ...["docs", "db"].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".md"))
      .map((name) => join(folder, name)),
  ),
].sort();

/** Text without code, in which brackets mean nothing. */
function prose(text: string): string {
  return text.replace(/^(```|~~~)[\s\S]*?^\1/gm, "").replace(/`[^`\n]*`/g, "");
}

function headings(text: string): Set<string> {
  const plain = text.replace(/^(```|~~~)[\s\S]*?^\1/gm, "");
  return new Set(
    [...plain.matchAll(/^#+ +(.+)$/gm)].map(([, heading = ""]) =>
      heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N} _-]/gu, "")
        .replaceAll(" ", "-"),
    ),
  );
}

/** Every link of a page that stays in this repository and leads nowhere. */
function broken(page: string): string[] {
  const text = readFileSync(join(root, page), "utf8");
  const links = [...prose(text).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = ""]) => link);
  return links
    .filter((link) => !/^[a-z]+:/.test(link))
    .filter((link) => {
      const [path = "", heading] = link.split("#");
      const target = path === "" ? join(root, page) : join(root, dirname(page), path);
      if (relative(root, target).startsWith("..") || !existsSync(target)) return true;
      return heading !== undefined && !headings(readFileSync(target, "utf8")).has(heading);
    })
    .map((link) => `${page}: ${link}`);
}

test("every link between the documents leads somewhere", () => {
  expect(pages).toContain("README.md");
  expect(pages.flatMap(broken)).toEqual([]);
});

/** A path in code marks, such as `platform/http/act.ts`, is a promise too. */
test("every file that a document names in code marks is there", () => {
  const folders = "cli|db|docs|engines|packs|platform|rooms|stories|web";
  const named = new RegExp(`\`((?:${folders})/[A-Za-z0-9_./-]+\\.(?:ts|tsx|sql|json|md|txt|css))\``, "g");
  const missing = pages.flatMap((page) =>
    [...readFileSync(join(root, page), "utf8").matchAll(named)]
      .map(([, path = ""]) => path)
      .filter((path) => !existsSync(join(root, path)))
      .map((path) => `${page}: ${path}`),
  );
  expect(missing).toEqual([]);
});
