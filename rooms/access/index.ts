/**
 * Access: who may see what.
 * Promises: the database decides; every membership has a purpose and an end; a recused person meets a closed door that looks like no door;
 * what needs a second person needs exactly that payload, once.
 */
export { registerAccess } from "./routes.ts";
export { approvalVaultRoutes } from "./vault.ts";
