import { z } from "zod";

/** Where a page of a list goes on: after this instant and id. Opaque to the client. */
export interface Cursor {
  at: string;
  id: string;
  /** What is sorted by before the instant, where a list has such an order. */
  rank?: number;
}

const shape = z.tuple([z.iso.datetime({ offset: true }), z.uuid(), z.int().min(-1).max(100).optional()]);

export function cursorText(cursor: Cursor): string {
  return Buffer.from(
    JSON.stringify([cursor.at, cursor.id, ...(cursor.rank === undefined ? [] : [cursor.rank])]),
  ).toString("base64url");
}

/** A query parameter that holds a cursor; a wrong one is a wrong field, not a crash. */
export const CursorParameter = z
  .string()
  .max(200)
  .transform((text, context): Cursor => {
    try {
      const [at, id, rank] = shape.parse(JSON.parse(Buffer.from(text, "base64url").toString("utf8")));
      return { at, id, ...(rank === undefined ? {} : { rank }) };
    } catch {
      context.addIssue({ code: "custom", message: "This is not a place in a list. Start again without it." });
      return z.NEVER;
    }
  });
