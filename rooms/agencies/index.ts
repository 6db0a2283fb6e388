/**
 * Agencies: who works here.
 * Promises: one posting a worker at a time; joining, moving and leaving change access in the same transaction, and leaving ends it at once.
 */

export { registerDemo } from "./demo.ts";
export { registerAgencies } from "./routes.ts";
