import type { Command, Option } from "./command.ts";

const where = { data: { type: "string", value: "DIR" }, config: { type: "string", value: "FILE" } } as const;
const none = { least: 0, most: 0 };

/** All of them, in the order of help. Each is loaded only when asked for. */
export const commands: readonly Command[] = [
  {
    name: "demo",
    usage: "",
    words: none,
    options: {
      once: { type: "boolean" },
      fresh: { type: "boolean" },
      port: { type: "string", value: "N" },
      data: where.data,
    },
    load: async () => (await import("./demo.ts")).demo,
  },
  {
    name: "start",
    usage: "",
    words: none,
    options: { ...where, port: { type: "string", value: "N" }, "as-restored": { type: "boolean" } },
    load: async () => (await import("./start.ts")).start,
  },
  {
    name: "import",
    usage: "FILE --agency A",
    words: { least: 1, most: 1 },
    options: {
      agency: { type: "string", value: "A" },
      "dry-run": { type: "boolean" },
      yes: { type: "boolean" },
      mapping: { type: "string", value: "FILE" },
      form: { type: "string", value: "FILE" },
      as: { type: "string", value: "NAME" },
      address: { type: "string", value: "URL" },
      ...where,
    },
    load: async () => (await import("./import.ts")).importCommand,
  },
  {
    name: "doctor",
    usage: "",
    words: none,
    options: where,
    load: async () => (await import("./doctor.ts")).doctor,
  },
  {
    name: "keys",
    usage: "list|rotate|check|retire",
    words: { least: 1, most: 2 },
    options: where,
    load: async () => (await import("./keys.ts")).keys,
  },
  {
    name: "verify-log",
    usage: "[ADDRESS]",
    words: { least: 0, most: 1 },
    options: { key: { type: "string", value: "KEY" }, ...where },
    load: async () => (await import("./verify-log.ts")).verifyLog,
  },
  {
    name: "migrate",
    usage: "",
    words: none,
    options: { ...where, check: { type: "boolean" } },
    load: async () => (await import("./migrate.ts")).migrateCommand,
  },
  {
    name: "schema",
    usage: "",
    words: none,
    options: { check: { type: "boolean" } },
    load: async () => (await import("./schema.ts")).schema,
  },
  {
    name: "test",
    usage: "[FILTER…]",
    words: { least: 0, most: 99 },
    options: {},
    load: async () => (await import("./test.ts")).test,
  },
  {
    name: "bench",
    usage: "[NAME] [-- …]",
    words: { least: 0, most: 99 },
    options: {},
    load: async () => (await import("./bench.ts")).bench,
  },
];

/** Options that every command takes. */
export const everywhere: Readonly<Record<string, Option>> = {
  help: { type: "boolean" },
  verbose: { type: "boolean" },
};
