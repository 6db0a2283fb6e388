import { parseArgs } from "node:util";
import type { Command, Option } from "./command.ts";
import { everywhere } from "./commands.ts";
import { exitCodes, Failure } from "./failure.ts";
import { nearest } from "./nearest.ts";
import { say } from "./words.ts";

export interface Parsed {
  texts: ReadonlyMap<string, string>;
  flags: ReadonlySet<string>;
  words: readonly string[];
}

/**
 * Reads what stands after a command's name.
 * @throws Failure (exit code 2) on an unknown option, with the nearest known one, on a missing or needless value, and on too few or too
 * many words
 */
export function parseFor(command: Command, args: readonly string[]): Parsed {
  const known: Readonly<Record<string, Option>> = { ...everywhere, ...command.options };
  const options = Object.fromEntries(
    Object.entries(known).map(([name, { type }]) => [name, { type, ...(name === "help" ? { short: "h" } : {}) }]),
  );
  const { tokens } = parseArgs({ args: [...args], options, strict: false, allowPositionals: true, tokens: true });
  const texts = new Map<string, string>();
  const flags = new Set<string>();
  const words: string[] = [];
  for (const token of tokens) {
    if (token.kind === "positional") words.push(token.value);
    if (token.kind !== "option") continue;
    const option = known[token.name];
    if (!option) throw unknownOption(token.rawName, command, Object.keys(known));
    if (option.type === "boolean") {
      if (token.value !== undefined) throw usage(say("usage.needless-value", { option: token.rawName }), command);
      flags.add(token.name);
    } else if (token.value === undefined || (!token.inlineValue && token.value.startsWith("-"))) {
      throw usage(say("usage.missing-value", { option: token.rawName, value: option.value ?? "…" }), command);
    } else {
      texts.set(token.name, token.value);
    }
  }
  if (flags.has("help")) return { texts, flags, words };
  if (words.length < command.words.least) throw usage(say("usage.too-few", { usage: command.usage }), command);
  if (words.length > command.words.most) {
    throw usage(say("usage.too-many", { word: words[command.words.most] ?? "" }), command);
  }
  return { texts, flags, words };
}

function unknownOption(rawName: string, command: Command, known: readonly string[]): Failure {
  const near = nearest(rawName.replace(/^-+/, ""), known);
  return usage(
    near
      ? say("usage.unknown-option-near", { option: rawName, nearest: `--${near}` })
      : say("usage.unknown-option", { option: rawName }),
    command,
  );
}

function usage(sentence: string, command: Command): Failure {
  return new Failure(`${sentence}\n${say("usage.see-help", { command: command.name })}`, exitCodes.usage);
}
