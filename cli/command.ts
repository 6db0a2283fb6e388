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
