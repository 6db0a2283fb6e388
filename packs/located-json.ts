/**
 * JSON that remembers where each value stands, so that a wrong pack is refused with its line. Stricter than JSON.parse in one thing:
 * a key that comes twice is an error, because the first of the two would silently count for nothing.
 */

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type Path = readonly (string | number)[];

export type Located = {
  value: Json;
  /** The line, from 1, of the value at this path; of the nearest value around it where there is none. */
  lineOf(path: Path): number;
  has(path: Path): boolean;
};

export type JsonFault = { line: number; column: number; what: "syntax" | "key-twice" | "key-forbidden"; found: string };

const depthLimit = 64;

class Fault extends Error {
  readonly at: number;
  readonly what: JsonFault["what"];
  readonly found: string;

  constructor(at: number, what: JsonFault["what"], found: string) {
    super(what);
    this.at = at;
    this.what = what;
    this.found = found;
  }
}

const keyOf = (path: Path) => path.map((step) => `${typeof step === "number" ? "#" : "."}${step}`).join("\0");

/** Reads JSON text. A fault is a value: what is wrong, and where, lines and columns from 1. */
export function readLocated(text: string): { ok: true; json: Located } | { ok: false; fault: JsonFault } {
  const reader = new Reader(text);
  try {
    const value = reader.whole();
    const lines = reader.lines;
    return {
      ok: true,
      json: {
        value,
        lineOf: (path) => {
          for (let length = path.length; length >= 0; length--) {
            const line = lines.get(keyOf(path.slice(0, length)));
            if (line !== undefined) return line;
          }
          return 1;
        },
        has: (path) => lines.has(keyOf(path)),
      },
    };
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    const before = text.slice(0, error.at).split("\n");
    const column = (before.at(-1)?.length ?? 0) + 1;
    return { ok: false, fault: { line: before.length, column, what: error.what, found: error.found } };
  }
}

class Reader {
  readonly lines = new Map<string, number>();
  private readonly text: string;
  private readonly path: (string | number)[] = [];
  private at = 0;
  private line = 1;

  constructor(text: string) {
    this.text = text;
  }

  whole(): Json {
    this.space();
    const value = this.value();
    this.space();
    if (this.at < this.text.length) this.fail();
    return value;
  }

  private value(): Json {
    if (this.path.length > depthLimit) this.fail();
    this.lines.set(keyOf(this.path), this.line);
    const next = this.text[this.at];
    if (next === "{") return this.object();
    if (next === "[") return this.array();
    if (next === '"') return this.string();
    return this.plain();
  }

  private object(): Json {
    const made: { [key: string]: Json } = {};
    this.at++;
    this.space();
    if (this.take("}")) return made;
    for (;;) {
      const began = this.at;
      if (this.text[this.at] !== '"') this.fail();
      const key = this.string();
      if (key === "__proto__") throw new Fault(began, "key-forbidden", key);
      if (Object.hasOwn(made, key)) throw new Fault(began, "key-twice", key);
      this.space();
      if (!this.take(":")) this.fail();
      this.space();
      this.path.push(key);
      made[key] = this.value();
      this.path.pop();
      this.space();
      if (this.take("}")) return made;
      if (!this.take(",")) this.fail();
      this.space();
    }
  }

  private array(): Json {
    const made: Json[] = [];
    this.at++;
    this.space();
    if (this.take("]")) return made;
    for (;;) {
      this.path.push(made.length);
      made.push(this.value());
      this.path.pop();
      this.space();
      if (this.take("]")) return made;
      if (!this.take(",")) this.fail();
      this.space();
    }
  }

  /** A string ends at the first quote that no backslash covers; JSON.parse then reads what lies between. */
  private string(): string {
    const began = this.at;
    this.at++;
    while (this.at < this.text.length && this.text[this.at] !== '"') {
      if (this.text[this.at] === "\n") this.fail();
      this.at += this.text[this.at] === "\\" ? 2 : 1;
    }
    this.at++;
    return this.parsed(began) as string;
  }

  private plain(): Json {
    const began = this.at;
    while (this.at < this.text.length && /[-+.\w]/.test(this.text[this.at] ?? "")) this.at++;
    if (this.at === began) this.fail();
    return this.parsed(began);
  }

  private parsed(began: number): Json {
    try {
      return JSON.parse(this.text.slice(began, this.at)) as Json;
    } catch {
      this.at = began;
      return this.fail();
    }
  }

  private space(): void {
    for (; this.at < this.text.length; this.at++) {
      const next = this.text[this.at];
      if (next === "\n") this.line++;
      else if (next !== " " && next !== "\t" && next !== "\r") return;
    }
  }

  private take(wanted: string): boolean {
    if (this.text[this.at] !== wanted) return false;
    this.at++;
    return true;
  }

  private fail(): never {
    throw new Fault(this.at, "syntax", this.text[this.at] ?? "");
  }
}

/** A path as people read it: `roles[3].names.hi`. */
export function pathText(path: Path): string {
  return path.map((step, index) => (typeof step === "number" ? `[${step}]` : index === 0 ? step : `.${step}`)).join("");
}
