import { randomBytes } from "node:crypto";
import { canonical, format, parse, type ReceiptLanguage, wordsFromBytes } from "./receipt-words.ts";

/** Five words out of the receipts' lists, for whatever else must be said on the phone and typed by somebody in haste. */
export const spokenCodes = {
  make(language: ReceiptLanguage): { words: string[]; canonical: string } {
    const indices = wordsFromBytes(randomBytes(8));
    return { words: format(indices, language), canonical: canonical(indices) };
  },
  /** The one spelling of what was typed; null when it is no five words of the lists. */
  read(text: string): string | null {
    const reading = parse(text);
    return reading.ok ? canonical(reading.indices) : null;
  },
};
