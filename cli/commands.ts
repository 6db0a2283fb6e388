import type { ExitCode } from "./failure.ts";
import type { Progress } from "./progress.ts";

/** What a command is given: options by name, then the bare words. */
export interface Input {
  text(option: string): string | undefined;
  flag(option: string): boolean;
  words: readonly string[];
  verbose: boolean;
  progress: Progress;
}

export type Run = (input: Input) => Promise<ExitCode>;

export interface Option {
  type: "string" | "boolean";
  /** The name of its value in help, as `N` in `--port N`. */
  value?: string;
}

/**
 * A command of `./homeward`. Its one line of help is the word `command.NAME.line`, its long help `command.NAME.help`, an option's
 * help `option.NAME`.
 */
export interface Command {
  name: string;
  /** What may stand after the name, as in help: `NAME`, `[FILTER…]`. */
  usage: string;
  /** How many bare words it takes. */
  words: { least: number; most: number };
  options: Readonly<Record<string, Option>>;
  load: () => Promise<Run>;
}

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
    options: { ...where, port: { type: "string", value: "N" } },
    load: async () => (await import("./start.ts")).start,
  },
  {
    name: "doctor",
    usage: "",
    words: none,
    options: where,
    load: async () => (await import("./doctor.ts")).doctor,
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
