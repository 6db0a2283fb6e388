import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { commands, everywhere } from "./commands.ts";
import { root } from "./paths.ts";
import en from "./words/en.json" with { type: "json" };
import hi from "./words/hi.json" with { type: "json" };
import { isWord, languageOf, sayIn } from "./words.ts";

const code = [...sourcesIn(join(root, "cli")), readFileSync(join(root, "homeward"), "utf8")].join("\n");

test("English and Hindi have the same sentences, with the same gaps to fill", () => {
  expect(Object.keys(hi)).toEqual(Object.keys(en));
  const gaps = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([gap]) => gap).sort();
  for (const [key, text] of Object.entries(en)) {
    expect(gaps(sayIn("hi", key as keyof typeof en)), key).toEqual(gaps(text));
  }
});

test("every Hindi sentence is written in Hindi", () => {
  const borrowed =
    /^(?:[^a-z]*|Homeward|Node\.js \{\w+\}|PostgreSQL \{\w+\}|COMMAND \[options\]|\[options\]|✗ \{name\}|\{\w+\})$/;
  for (const [key, text] of Object.entries(hi))
    expect(/[\u0900-\u097f]/.test(text) || borrowed.test(text), key).toBe(true);
});

test("every command, option and finding of the doctor has its words", () => {
  const names = [
    ...commands.flatMap(({ name }) => [`command.${name}.line`, `command.${name}.help`]),
    ...[...commands.flatMap(({ options }) => Object.keys(options)), ...Object.keys(everywhere)].map(
      (name) => `option.${name}`,
    ),
    ...found(/\bfine\((?:bundled \? )?"([a-z-]+)"(?: : "([a-z-]+)")?/g).map((name) => `doctor.fine.${name}`),
    ...found(/\b(?:problem|notice)\((?:own \? |missing \? )?"([a-z-]+)"(?: : "([a-z-]+)")?/g).flatMap((name) =>
      ["what", "why", "next"].map((part) => `doctor.${name}.${part}`),
    ),
  ];
  expect(names.length).toBeGreaterThan(100); // the patterns still find what they look for
  for (const name of names) expect(isWord(name), name).toBe(true);
});

test("no sentence is left that nobody says", () => {
  const said = (key: string) =>
    code.includes(`"${key}"`) || // said by name
    new RegExp(`(?:say|stop_with) ${key.replaceAll(".", "\\.")}\\b`).test(code) || // by the script
    /^(?:command|option)\./.test(key) ||
    /^doctor\.(?:fine\.)?[a-z-]+(?:\.(?:what|why|next))?$/.test(key) ||
    /^installation\.is-|^script\.get-node\.|^verify\.wrong\./.test(key);
  for (const key of Object.keys(en)) expect(said(key), key).toBe(true);
  const findings = found(/\b(?:fine|problem|notice)\((?:\w+ \? )?"([a-z-]+)"(?: : "([a-z-]+)")?/g);
  for (const key of Object.keys(en)) {
    const name = /^doctor\.(?:fine\.([a-z-]+)|([a-z-]+)\.what)$/.exec(key);
    if (name) expect(findings, key).toContain(name[1] ?? name[2]);
  }
});

test("the script's sentences hold nothing that sed or printf would stumble over", () => {
  for (const words of [en, hi]) {
    for (const [key, text] of Object.entries(words))
      if (key.startsWith("script.")) expect(text, key).not.toMatch(/["\\%]/);
  }
});

test("the script's help for an empty machine names every command", () => {
  for (const words of [en, hi]) for (const { name } of commands) expect(words["script.help"]).toContain(name);
});

test("the language is the person's own word first, then the terminal's", () => {
  expect(languageOf({})).toBe("en");
  expect(languageOf({ LANG: "hi_IN.UTF-8" })).toBe("hi");
  expect(languageOf({ LANG: "hi_IN.UTF-8", LC_ALL: "C" })).toBe("en");
  expect(languageOf({ LANG: "C", HOMEWARD_LANGUAGE: "hi" })).toBe("hi");
  expect(languageOf({ LANG: "hif_FJ" })).toBe("en");
});

function found(pattern: RegExp): string[] {
  return [...code.matchAll(pattern)].flatMap(([, ...names]) => names.filter((name) => name !== undefined));
}

function sourcesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sourcesIn(path);
    return entry.name.endsWith(".ts") && !entry.name.endsWith(".test.ts") ? [readFileSync(path, "utf8")] : [];
  });
}
