/**
 * An age as typed: a whole number, null where nothing is known, "wrong" for anything else, so that nothing typed is ever dropped in silence.
 * Devanagari and Eastern Arabic figures are figures.
 * @param most the highest age that makes sense, in years
 */
export function readAge(typed: string, most: number): number | null | "wrong" {
  const figures = typed
    .trim()
    .replace(/[०-९]/g, (digit) => String(digit.charCodeAt(0) - 0x966))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0));
  if (figures === "") return null;
  return /^\d{1,3}$/.test(figures) && Number(figures) <= most ? Number(figures) : "wrong";
}
