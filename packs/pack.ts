/**
 * A country is a folder of data. Promises: a pack is loaded whole or refused whole, with the file, the place in it and what would be
 * right; no database, no clock, no network. The same folder always gives the same pack and the same hash.
 */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { z } from "zod";
import { countryFaults } from "./agreement.ts";
import { castFaults } from "./cast-agreement.ts";
import { type Located, readLocated } from "./located-json.ts";
import { type CountryFiles, countryFiles, inLanguages, Languages } from "./model.ts";
import { type Fault, ofJson, ofSchema, type Problem, type Reader, say } from "./problems.ts";
import type { CastOfPack, Country, Pack } from "./shape.ts";
import { type CastFiles, castFiles } from "./story-model.ts";

export type Loaded = { ok: true; pack: Pack } | { ok: false; problems: readonly Problem[] };

/**
 * Loads the pack in a folder.
 * @param reader the language in which problems are told
 * @returns the pack, or every problem that was found, in the order of files and lines; never half a pack
 * @throws when the folder itself cannot be read
 */
export function loadPack(dir: string, reader: Reader = "en"): Loaded {
  const folder = new Folder(dir);
  const found = load(folder);
  if (folder.faults.length === 0 && found) return { ok: true, pack: { ...found, hash: folder.hash() } };
  const problems = folder.faults.map((fault) => say(fault, folder.lineOf(fault), reader));
  problems.sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
  return { ok: false, problems };
}

function load(folder: Folder): Omit<Pack, "hash"> | null {
  // The languages come first: they say in which tongues every other file must be complete.
  const languages = folder.read("pack.json", Languages)?.languages;
  if (!languages) return null;
  const country = countryFiles(languages);
  const cast = castFiles(languages, inLanguages(languages));
  folder.expectOnly([...Object.keys(country), ...Object.keys(cast)]);

  const files = folder.readAll(country);
  const withCast = Object.keys(cast).some((name) => folder.holds(name));
  const castRead = withCast ? folder.readAll(cast) : null;
  if (!files || folder.faults.length > 0) return null;

  const made = ofFiles(files);
  folder.faults.push(...countryFaults(made));
  if (!castRead) return { ...made, stage: null };
  const stage: CastOfPack = {
    cast: castRead["cast.json"],
    stories: castRead["cast-stories.json"].stories,
    cases: castRead["cast-cases.json"].cases,
    reports: castRead["cast-reports.json"].reports,
  };
  // A cast is measured against a country that holds together; otherwise one wrong code would be told a hundred times.
  if (folder.faults.length === 0) folder.faults.push(...castFaults(made, stage));
  return { ...made, stage };
}

function ofFiles(files: { [F in keyof CountryFiles]: z.infer<CountryFiles[F]> }): Country {
  return {
    about: files["pack.json"],
    jurisdictions: files["places.json"].jurisdictions,
    districts: files["places.json"].districts,
    kinds: files["agency-kinds.json"].kinds,
    purposes: files["purposes.json"].purposes,
    roles: files["roles.json"].roles,
    situations: files["situations.json"].situations,
    riskLevels: files["risk-levels.json"].levels,
    relations: files["relations.json"].relations,
    eventKinds: files["event-kinds.json"].kinds,
    consent: files["consent.json"],
    tracks: files["closing-outcomes.json"].tracks,
    offences: files["national-offences.json"].offences,
  };
}

type Files = CountryFiles | CastFiles;

/** The files of one pack, read once each, with what was wrong. */
class Folder {
  readonly faults: Fault[] = [];
  private readonly dir: string;
  private readonly names: readonly string[];
  private readonly located = new Map<string, Located | null>();

  constructor(dir: string) {
    this.dir = dir;
    this.names = readdirSync(dir).sort();
  }

  holds(name: string): boolean {
    return this.names.includes(name);
  }

  read<S extends z.ZodType>(file: string, schema: S): z.infer<S> | null {
    const json = this.json(file);
    if (!json) return null;
    const parsed = schema.safeParse(json.value);
    if (parsed.success) return parsed.data;
    this.faults.push(...ofSchema(file, parsed.error.issues, json));
    return null;
  }

  /** All of these, or null and the faults of each. */
  readAll<S extends Files>(schemas: S): { [F in keyof S]: z.infer<S[F]> } | null {
    const read = Object.entries<z.ZodType>(schemas as Record<string, z.ZodType>).map(([file, schema]) => [
      file,
      this.read(file, schema),
    ]);
    if (read.some(([, content]) => content === null)) return null;
    return Object.fromEntries(read) as { [F in keyof S]: z.infer<S[F]> };
  }

  /** A misspelt file would silently count for nothing. */
  expectOnly(known: readonly string[]): void {
    for (const name of this.names) {
      if (name.endsWith(".json") && !known.includes(name)) {
        this.faults.push({ file: name, path: [], word: "file-unknown", values: { list: known.join(", ") } });
      }
    }
  }

  lineOf({ file, path, values }: Fault): number {
    return this.located.get(file)?.lineOf(path) ?? Number(values?.line ?? 1);
  }

  hash(): string {
    const whole = createHash("sha256");
    for (const name of this.names.filter((name) => name.endsWith(".json"))) {
      whole.update(
        `${name} ${createHash("sha256")
          .update(readFileSync(join(this.dir, name)))
          .digest("hex")}\n`,
      );
    }
    return whole.digest("hex");
  }

  private json(file: string): Located | null {
    const before = this.located.get(file);
    if (before !== undefined) return before;
    const json = this.open(file);
    this.located.set(file, json);
    return json;
  }

  private open(file: string): Located | null {
    if (!this.holds(file)) {
      this.faults.push({ file, path: [], word: "file-missing" });
      return null;
    }
    const read = readLocated(readFileSync(join(this.dir, file), "utf8"));
    if (read.ok) return read.json;
    const fault = ofJson(file, read.fault);
    this.faults.push({ ...fault, values: { ...fault.values, line: String(read.fault.line) } });
    return null;
  }
}
