/**
 * Screening: is this trafficking, and what must happen first?
 * Promises: danger comes before questions; unknown is never no; for a child no means is needed and a doubtful age
 * means child; every finding names the answers behind it and the single answer that would change it; advice only,
 * with no number in it, and protection that runs whatever is found.
 */
export { isPositive, setsOf } from "./dimension.ts";
export { isChild } from "./elements.ts";
export { ITEMS, LISTS } from "./lists/all.ts";
export * from "./model.ts";
export { INDIA_BNS_143 } from "./offences/india.ts";
export { type Next, nextQuestion, sheet } from "./order.ts";
export { assess, type Input, isCurrent, RULE_VERSION } from "./screen.ts";
