/** What a shape of question is: thrown at random, put to the database, and answered by the rules. */
import type { Tx } from "../../platform/postgres/transaction.ts";
import type { Dice } from "./dice.ts";
import type { Loaded } from "./load.ts";
import type { Eyes } from "./rules.ts";

export interface Question {
  ask(tx: Tx): Promise<string[]>;
  /** What the rules say that these eyes see. */
  rule(eyes: Eyes): string[];
  /** All that anybody could have been shown: what is not in the rule's answer was hidden. */
  all: string[];
}

export interface Shape {
  /** Which login asks. */
  login: "app" | "vault" | "oversight";
  throw(d: Dice, loaded: Loaded, eyes: Eyes): Question;
}

export const ids = (list: readonly { id: string }[]): string[] => list.map((one) => one.id);
export const column = async <K extends string>(rows: Promise<Record<K, unknown>[]>, name: K): Promise<string[]> =>
  (await rows).map((row) => String(row[name]));
