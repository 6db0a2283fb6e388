/** What is wrong with a pack, said so that whoever wrote it can put it right. */
import type { z } from "zod";
import { type JsonFault, type Located, type Path, pathText } from "./located-json.ts";
import en from "./words/en.json" with { type: "json" };
import hi from "./words/hi.json" with { type: "json" };

export type Reader = "en" | "hi";

/** One fault, for people: which file, where in it (path, and line from 1), what is wrong and what would be right. */
export type Problem = { file: string; path: string; line: number; problem: string; right: string };

/** One fault, before it is put into words. */
export type Fault = { file: string; path: Path; word: string; values?: Readonly<Record<string, string>> };

const words: Record<Reader, Readonly<Record<string, string>>> = { en, hi };

/** Puts a fault into words. @throws Error when the fault names no word: a bug, and the tests read every one. */
export function say(fault: Fault, line: number, reader: Reader): Problem {
  return {
    file: fault.file,
    path: pathText(fault.path),
    line,
    problem: sentence(`${fault.word}.problem`, fault.values, reader),
    right: sentence(`${fault.word}.right`, fault.values, reader),
  };
}

function sentence(name: string, values: Fault["values"], reader: Reader): string {
  const found = words[reader][name];
  if (found === undefined) throw new Error(`no word is named ${name}`);
  return found.replace(/\{(\w+)\}/g, (whole, key: string) => values?.[key] ?? whole);
}

/** What a section, an action or a line of work is called, for people. */
export function called(what: "section" | "action" | "line", code: string, reader: Reader): string {
  return sentence(`${what}.${code}`, undefined, reader);
}

/** A fault of the JSON itself. */
export function ofJson(file: string, fault: JsonFault): Fault {
  return { file, path: [], word: `json-${fault.what}`, values: { found: fault.found, column: String(fault.column) } };
}

/** The faults that zod found in a file. */
export function ofSchema(file: string, issues: readonly z.core.$ZodIssue[], json: Located): Fault[] {
  return issues.flatMap((issue): Fault[] => {
    const path = issue.path.map((step) => (typeof step === "symbol" ? String(step) : step));
    const at = (word: string, values?: Fault["values"]): Fault[] => [
      { file, path, word, ...(values ? { values } : {}) },
    ];
    const name = String(path.at(-1) ?? file);

    if (!json.has(path) && issue.code !== "unrecognized_keys") return at("missing", { name });
    if (issue.message in en || `${issue.message}.problem` in en) return at(issue.message, { name });
    switch (issue.code) {
      case "unrecognized_keys":
        return issue.keys.map((key) => ({ file, path: [...path, key], word: "unknown-field", values: { name: key } }));
      case "invalid_key":
        return at(issue.issues[0]?.message ?? "form-code", { name });
      case "invalid_value":
        return at("not-in-list", { name, list: issue.values.map(String).join(", ") });
      case "invalid_type":
        return at("wrong-type", { name, wanted: issue.expected });
      case "invalid_union":
        // The branch that came nearest, by the fewest faults, is the one that was meant.
        return ofSchema(
          file,
          [...issue.errors]
            .sort((a, b) => a.length - b.length)[0]
            ?.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] })) ?? [],
          json,
        );
      default:
        return at("out-of-range", { name });
    }
  });
}
