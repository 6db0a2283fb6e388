/**
 * How words sound alike on paper: keys under which different spellings of one receipt word meet.
 * A key is for comparing only; nobody is shown one.
 */

/** English: letters only, lower case, no accents. */
export function englishKey(word: string): string {
  return word
    .normalize("NFD")
    .toLowerCase()
    .replace(/[^a-z]/g, "");
}

/**
 * Hindi in Devanagari. Dots below, joiners and visarga fall away; chandrabindu, anusvara and a written-out nasal before a consonant
 * are one; long and short i and u, ए/ऐ, ओ/औ/ऑ and श/ष are one: people mix them in haste.
 */
export function devanagariKey(word: string): string {
  return word
    .normalize("NFD")
    .replace(/\u093c|\u200c|\u200d|\u0903/g, "")
    .replace(/\u0901/g, "\u0902")
    .replace(/[नमञणङ]\u094d(?=[क-ह])/g, "\u0902")
    .replace(/[\u093f\u0940]/g, "\u093f")
    .replace(/[\u0941\u0942]/g, "\u0941")
    .replace(/[\u0947\u0948]/g, "\u0947")
    .replace(/[\u0949\u094b\u094c]/g, "\u094b")
    .replace(/[इई]/g, "इ")
    .replace(/[उऊ]/g, "उ")
    .replace(/[एऐ]/g, "ए")
    .replace(/[ऑओऔ]/g, "ओ")
    .replace(/ष/g, "श");
}

/** Hindi in Latin letters: paani, pani and pānī meet; so do phal and fal, vichar and wichaar, cheeni and chini. */
export function latinHindiKey(word: string): string {
  return englishKey(word)
    .replace(/chh/g, "ch")
    .replace(/ph/g, "f")
    .replace(/w/g, "v")
    .replace(/z/g, "j")
    .replace(/q/g, "k")
    .replace(/x/g, "ks")
    .replace(/ck/g, "k")
    .replace(/c(?!h)/g, "k")
    .replace(/ee|ii|ea/g, "i")
    .replace(/oo|uu/g, "u")
    .replace(/ou|ow/g, "au")
    .replace(/ei|ey|ay/g, "ai")
    .replace(/y$/, "i")
    .replace(/(.)\1+/g, "$1");
}

/** Letters to add, drop or change, or neighbours to swap, to come from one word to the other. */
export function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const now = [row];
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1] ? 0 : 1;
      let least = Math.min((last[column] ?? 0) + 1, (now[column - 1] ?? 0) + 1, (last[column - 1] ?? 0) + same);
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        least = Math.min(least, (before[column - 2] ?? 0) + 1);
      }
      now.push(least);
    }
    before = last;
    last = now;
  }
  return last[b.length] ?? 0;
}
