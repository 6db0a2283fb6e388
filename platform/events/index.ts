/**
 * Events: a page that stands open learns that something changed.
 * Promises: a reader hears only of what its own session can see at that moment; a session that ends closes its streams at once; a stream
 * says kind and id and nothing else.
 */
export { type Change, EventHub, type Visible } from "./hub.ts";
export { registerEvents } from "./routes.ts";
