/**
 * Imports: bringing existing work in.
 * Promises: a file is understood or refused in words; what is wrong is told with its line, column, reason and what would be right; what
 * is doubtful is told and never decided silently; free text about people is sealed before it is stored, and the file lies on no disk in the
 * clear; it comes in whole or not at all, no row twice, and goes on where it stopped.
 *
 *   openSheet → inspectFile → (a person looks at the mapping) → dryRun → staging, stretch by stretch → promotion, in one transaction
 */

export { dryRun } from "./dry-run.ts";
export { codeLists, fieldNamed, importFields, isField } from "./fields.ts";
export { type Inspection, type InspectOptions, inspectFile } from "./inspect.ts";
export type { LayoutRefusal } from "./layouts.ts";
export { type ColumnDecision, type DecisionRefusal, headerSignature, withDecisions } from "./mapping.ts";
export { ctdcMarginals, type Marginal, marginalsOfSums } from "./marginals.ts";
export * from "./model.ts";
export { type BlankRow, type PlanInput, planRows, type RowSource } from "./plan.ts";
export { registerImports } from "./routes.ts";
export type { ReadingRules } from "./rows.ts";
export { type BringInRefusal, childhoodOf, mayBringIn, standingOf } from "./rules.ts";
export { importVaultRoutes } from "./vault.ts";
