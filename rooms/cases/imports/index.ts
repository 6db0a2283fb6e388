/**
 * Imports: bringing existing work in, as far as it needs no database.
 * Promises: a file is understood or refused in words; what is wrong is told with its line, column, reason and what would be right; what
 * is doubtful is told and never decided silently; free text about people is marked sealed; nothing said about a file repeats a sealed cell.
 *
 *   openSheet → inspectFile → (a person looks at the mapping) → dryRun, whose rows the next step stages
 */

export { dryRun } from "./dry-run.ts";
export { codeLists, fieldNamed, importFields, isField } from "./fields.ts";
export { type Inspection, type InspectOptions, inspectFile } from "./inspect.ts";
export type { LayoutRefusal } from "./layouts.ts";
export { type ColumnDecision, type DecisionRefusal, headerSignature, withDecisions } from "./mapping.ts";
export { ctdcMarginals, type Marginal } from "./marginals.ts";
export * from "./model.ts";
export { type BlankRow, type PlanInput, planRows, type RowSource } from "./plan.ts";
export type { ReadingRules } from "./rows.ts";
export { type BringInRefusal, childhoodOf, mayBringIn, standingOf } from "./rules.ts";
