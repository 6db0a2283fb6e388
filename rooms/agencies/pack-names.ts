/** The pack's names for codes, as GET /api/pack gives them; for screens. */
type Names = Readonly<Record<string, string>>;

export interface Coded {
  readonly code: string;
  readonly names: Names;
}

export interface PackNames {
  readonly situations: readonly Coded[];
  readonly districts: readonly (Coded & { readonly jurisdiction: string })[];
  readonly riskLevels: readonly Coded[];
  readonly relations: readonly Coded[];
  readonly eventKinds: readonly (Coded & { readonly section: string | null; readonly headline?: Names })[];
  readonly purposes: readonly (Coded & { readonly number: number; readonly sections: readonly string[] })[];
  readonly kinds: readonly (Coded & { readonly sections: readonly string[]; readonly purpose: string })[];
}

/** A code's name in a language; the code itself where the pack does not know it, so that nothing is hidden. */
export function nameOfCode(list: readonly Coded[] | undefined, code: string | null, language: string): string {
  if (code === null) return "";
  const names = list?.find((entry) => entry.code === code)?.names;
  return names?.[language] ?? names?.["en"] ?? code;
}
