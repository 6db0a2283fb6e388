/** The pack's names for codes, as GET /api/pack gives them; for screens. */
type Names = Readonly<Record<string, string>>;

export interface Coded {
  readonly code: string;
  readonly names: Names;
}

export interface PackNames {
  /** Numbers to call first, in the order in which they stand. */
  readonly about: {
    readonly emergency: readonly { readonly number: string; readonly danger: boolean; readonly names: Names }[];
  };
  readonly situations: readonly Coded[];
  readonly districts: readonly (Coded & { readonly jurisdiction: string })[];
  readonly jurisdictions: readonly Coded[];
  readonly riskLevels: readonly (Coded & { readonly firstResponse: { readonly what: Names } | null })[];
  readonly relations: readonly Coded[];
  readonly eventKinds: readonly (Coded & { readonly section: string | null; readonly headline?: Names })[];
  readonly purposes: readonly (Coded & {
    readonly number: number;
    readonly sections: readonly string[];
    /** ISO 8601 duration after which a membership for this purpose usually ends. */
    readonly lasts: string;
  })[];
  readonly kinds: readonly (Coded & { readonly sections: readonly string[]; readonly purpose: string })[];
  readonly roles: readonly (Coded & { readonly actions: readonly string[] })[];
  readonly tracks: readonly (Coded & { readonly outcomes: readonly (Coded & { readonly tellOversight: boolean })[] })[];
}

/** A code's name in a language; the code itself where the pack does not know it, so that nothing is hidden. */
export function nameOfCode(list: readonly Coded[] | undefined, code: string | null, language: string): string {
  if (code === null) return "";
  const names = list?.find((entry) => entry.code === code)?.names;
  return names?.[language] ?? names?.["en"] ?? code;
}

/** The sections' codes by their numbers, less one. */
export const SECTION_NAMES = [
  "identity",
  "location",
  "contact",
  "health",
  "counselling",
  "statements",
  "suspects",
  "intelligence",
  "own-words",
] as const;

/** What somebody without the section reads of an entry in it: the pack's headline, which tells nothing of the content (harm.md, rule 2). */
export function headlineOf(pack: PackNames | undefined, section: number | null, language: string): string | null {
  const name = section === null ? undefined : SECTION_NAMES[section - 1];
  const headline = pack?.eventKinds.find((kind) => kind.section === name && kind.headline !== undefined)?.headline;
  return headline?.[language] ?? headline?.en ?? null;
}
