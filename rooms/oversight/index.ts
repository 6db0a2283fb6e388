/**
 * Oversight: reads the log.
 * Promises: an overseer sees who opened what and why, and no child's name; what an overseer looks at no member learns; nothing is written
 * here but the entries of its own looks.
 */
export { registerOversight } from "./routes.ts";
