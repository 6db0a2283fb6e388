import { z } from "zod";
import type { NewScreening } from "./model.ts";

export interface Notes {
  notes: string | null;
  itemNotes: Record<string, string>;
}

const Written = z.object({ notes: z.string().nullable(), of: z.record(z.string(), z.string()) });

/** All notes of a screening as one text to be sealed; null where nothing was written. */
export function writtenNotes({ notes, itemNotes }: Pick<NewScreening, "notes" | "itemNotes">): string | null {
  const of = itemNotes ?? {};
  if (!notes && Object.keys(of).length === 0) return null;
  return JSON.stringify({ notes: notes ? notes : null, of } satisfies z.infer<typeof Written>);
}

/** The notes out of an opened text; a text in no form of ours is one note, so that nothing written is lost. */
export function readNotes(text: string | null): Notes {
  if (text === null) return { notes: null, itemNotes: {} };
  try {
    const found = Written.safeParse(JSON.parse(text));
    if (found.success) return { notes: found.data.notes, itemNotes: found.data.of };
  } catch {
    // plain words
  }
  return { notes: text, itemNotes: {} };
}
