import { z } from "zod";

/** How many of an agency's cases stand at each risk. Cases whose risk nobody has set count as "unset": the first thing to look at. */
export const Counts = z.object({
  immediate: z.int(),
  high: z.int(),
  medium: z.int(),
  low: z.int(),
  none: z.int(),
  unset: z.int(),
});
export type Counts = z.infer<typeof Counts>;

/** The board of whoever supervises; nothing for anybody else. */
export const Board = z.object({ board: z.object({ open: Counts, closed: Counts }).nullable() });
export type Board = z.infer<typeof Board>;
