import type { PlannedContent, PlannedValue, RowIssue } from "./model.ts";
import { rowIssue } from "./rows.ts";
import { keyOf } from "./text.ts";

/**
 * Watches for rows that tell twice of one thing. A register kept by hand repeats itself, and a family may share a number: so it is
 * told and never decided.
 */
export function repeatWatch(): {
  look(line: number, texts: readonly string[], values: readonly PlannedValue[]): RowIssue[];
} {
  const rows = new Map<string, number>();
  const people = new Map<string, number>();
  const registers = new Map<string, number>();
  return {
    look(line, texts, values) {
      const found: RowIssue[] = [];
      const seen = (map: Map<string, number>, key: string | null, code: RowIssue["code"], field: string | null) => {
        if (key === null) return;
        // Names are not kept for comparing: their stand-in is as good, and smaller.
        const mark = fingerprint(key);
        const before = map.get(mark);
        if (before === undefined) map.set(mark, line);
        else if (!found.some((issue) => issue.code === "same-row")) {
          found.push(rowIssue("doubtful", code, line, { other: before }, field));
        }
      };
      seen(rows, texts.join("\u001f"), "same-row", null);
      seen(registers, textOf(values, "hw_RegisterNumber"), "same-register-number", "hw_RegisterNumber");
      seen(people, personKey(values), "same-person", null);
      return found;
    },
  };
}

/** Name and year of birth or age: enough to ask. */
function personKey(values: readonly PlannedValue[]): string | null {
  const names = ["prs_FirstName", "prs_MiddleName", "prs_SecondName", "hw_FullName"].map((field) =>
    textOf(values, field),
  );
  const age = contentOf(values, "prs_Birthdate") ?? contentOf(values, "hw_Age");
  const name = names.filter((one) => one !== null).join(" ");
  return name === "" || age === null ? null : `${name}|${JSON.stringify(age)}`;
}

function contentOf(values: readonly PlannedValue[], field: string): PlannedContent | null {
  return values.find((value) => value.field === field)?.content ?? null;
}

function textOf(values: readonly PlannedValue[], field: string): string | null {
  const content = contentOf(values, field);
  return content?.is === "text" ? keyOf(content.text) || null : null;
}

/**
 * A short stand-in for a row's text, so that a quarter of a million rows need no second copy in memory: two FNV-1a sums of 32 bits.
 * Two different rows of one file share it about once in 10^8 files of 250,000 rows, and then a doubt is told for nothing.
 */
export function fingerprint(text: string): string {
  let one = 0x811c9dc5;
  let two = 0xc9dc5118;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    one = Math.imul(one ^ unit, 0x01000193);
    two = Math.imul(two ^ (unit + index), 0x01000193);
  }
  return `${(one >>> 0).toString(36)}.${(two >>> 0).toString(36)}.${text.length.toString(36)}`;
}
