import type { Command } from "./command.ts";
import { commands, everywhere } from "./commands.ts";
import { say, sayNamed } from "./words.ts";

/** What `./homeward --help` prints. */
export function overview(): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  const lines = commands.map(({ name }) => `  ${name.padEnd(width)}  ${sayNamed(`command.${name}.line`)}`);
  return [
    say("help.title"),
    "",
    `  ./homeward ${say("help.command-options")}`,
    "",
    ...lines,
    "",
    say("help.more"),
  ].join("\n");
}

/** What `./homeward COMMAND --help` prints. */
export function helpFor(command: Command): string {
  const options = Object.entries({ ...command.options, ...everywhere }).map(
    ([name, { value }]) => [`--${name}${value ? ` ${value}` : ""}`, sayNamed(`option.${name}`)] as const,
  );
  const width = Math.max(...options.map(([form]) => form.length));
  const usage = ["./homeward", command.name, command.usage, say("help.options-mark")].filter(Boolean).join(" ");
  return [
    sayNamed(`command.${command.name}.line`),
    "",
    `  ${usage}`,
    "",
    sayNamed(`command.${command.name}.help`),
    "",
    ...options.map(([form, text]) => `  ${form.padEnd(width)}  ${text}`),
  ].join("\n");
}
