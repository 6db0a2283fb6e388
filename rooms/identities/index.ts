/**
 * Identities: the vault.
 * Promises: one sealed record per person; it opens through one door, only against a committed log entry, once, for one session; a destroyed
 * key erases the person for good; the web process never holds a key.
 */
export {
  IDENTITY_SECTION,
  PLACE_SECTION,
  type SealedIdentity,
  SUSPECT_SECTION,
  sealIdentity,
  storeIdentity,
} from "./actions.ts";
export { registerIdentities } from "./routes.ts";
export { VaultClient } from "./vault/client.ts";
export { createVault, listenOnSocket } from "./vault/server.ts";
