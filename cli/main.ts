// The command line of Homeward. The script ./homeward hands over to it; see commands.ts for what there is.
import { SetupError } from "../platform/postgres/setup-error.ts";
import { parseFor } from "./arguments.ts";
import { commands } from "./commands.ts";
import { type ExitCode, exitCodes, Failure, messageOf } from "./failure.ts";
import { helpFor, overview } from "./help.ts";
import { nearest } from "./nearest.ts";
import { progressOn } from "./progress.ts";
import { say } from "./words.ts";

const asksForHelp = new Set(["--help", "-h", "help"]);

async function main(args: readonly string[]): Promise<ExitCode> {
  const [first, ...rest] = args.filter((arg, index) => !(index === 0 && arg === "--verbose"));
  if (first === undefined) {
    console.log(overview());
    return exitCodes.usage;
  }
  if (asksForHelp.has(first)) {
    const [about] = rest.filter((word) => !word.startsWith("-"));
    console.log(about === undefined ? overview() : helpFor(commandNamed(about)));
    return exitCodes.done;
  }
  if (first === "--version") {
    const { default: about } = await import("../package.json", { with: { type: "json" } });
    console.log(about.version);
    return exitCodes.done;
  }
  const command = commandNamed(first);
  const { texts, flags, words } = parseFor(command, rest);
  if (flags.has("help")) {
    console.log(helpFor(command));
    return exitCodes.done;
  }
  const run = await command.load();
  return run({
    text: (option) => texts.get(option),
    flag: (option) => flags.has(option),
    words,
    verbose: isVerbose(args),
    progress: progressOn(process.stderr),
  });
}

function commandNamed(name: string) {
  const found = commands.find((command) => command.name === name);
  if (found) return found;
  const names = commands.map((command) => command.name);
  const near = nearest(name, names);
  const sentence = near
    ? say("usage.unknown-command-near", { name, nearest: near })
    : say("usage.unknown-command", { name, known: names.join(", ") });
  throw new Failure(`${sentence}\n${say("usage.see-overview")}`, exitCodes.usage);
}

function isVerbose(args: readonly string[]): boolean {
  const end = args.indexOf("--");
  return args.slice(0, end === -1 ? args.length : end).includes("--verbose");
}

/** Sentences for what a person can act on; for a defect of ours one sentence, and the stack only when asked for. */
function explain(error: unknown, verbose: boolean): ExitCode {
  const expected = error instanceof Failure || error instanceof SetupError;
  if (expected) console.error(error instanceof SetupError ? `${error.what}\n${error.next}` : error.message);
  else console.error(say("error.unexpected", { reason: messageOf(error) }));
  if (verbose) console.error(error);
  return error instanceof Failure ? error.code : exitCodes.failed;
}

const args = process.argv.slice(2);
// A reader that goes away (… | head) is no error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(exitCodes.done);
});
process.exitCode = await main(args).catch((error: unknown) => explain(error, isVerbose(args)));
