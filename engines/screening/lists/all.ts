import type { Item, ItemId, List, PromptList } from "../model.ts";
import { frozen } from "./freeze.ts";
import { GROUND } from "./ground.ts";
import { ADULT_LABOUR, CHILD_LABOUR } from "./labour.ts";
import { BEGGING, CHILD_SEXUAL, CHILDREN, DOMESTIC, FORCED_CRIME, LABOUR, SEXUAL } from "./prompts.ts";

export const PROMPTS: readonly PromptList[] = frozen([
  CHILD_SEXUAL,
  CHILDREN,
  DOMESTIC,
  SEXUAL,
  LABOUR,
  BEGGING,
  FORCED_CRIME,
]);

/** Every list in force. The two labour lists share their items: settling an age asks nothing twice. */
export const LISTS: readonly List[] = frozen([GROUND, CHILD_LABOUR, ADULT_LABOUR, ...PROMPTS]);

/** Every item by its id. */
export const ITEMS: ReadonlyMap<ItemId, Item> = new Map(
  LISTS.flatMap((list) => list.items.map((item) => [item.id, item])),
);
