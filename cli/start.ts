import type { Input } from "./command.ts";
import { catchSignals } from "./ending.ts";
import { type ExitCode, exitCodes, Failure, messageOf, systemCode } from "./failure.ts";
import { isFree } from "./ports.ts";
import { serve } from "./serve.ts";
import { loadSettings } from "./settings.ts";
import { say } from "./words.ts";

/**
 * The real thing, for a service manager or a terminal: structured log lines on standard output, sentences on standard error. Prints a
 * one-time set-up link while there is no administrator; there is no default password.
 */
export async function start(input: Input): Promise<ExitCode> {
  const told = { config: input.text("config"), data: input.text("data"), port: input.text("port") };
  const settings = await loadSettings("real", told);
  const { host, port } = settings;
  const { progress } = input;
  const ending = catchSignals(() => progress.line(say("ending.stops")));
  try {
    await refuseTakenPort(host, port);
    const serving = serve({
      kind: "real",
      settings,
      asRestored: input.flag("as-restored"),
      progress,
      ending,
      log: (line) => console.log(line),
      tell: (sentence) => progress.line(sentence),
    });
    const begun = await Promise.race([serving, ending.asked]);
    if (begun === "asked") {
      await serving.catch(() => {}); // the step under way ends by itself and is undone below
      return exitCodes.interrupted;
    }
    progress.line(say("start.ready", { address: begun.address }));
    if (begun.setupLink !== null) progress.line(say("start.setup-link", { link: begun.setupLink }));
    const over = await Promise.race([begun.lost, ending.asked]);
    if (over instanceof Failure) throw over;
    return exitCodes.done;
  } finally {
    await ending.end();
  }
}

/** Known before minutes of work, and never another port than the one that was asked for: people and proxies rely on it. */
async function refuseTakenPort(host: string, port: number): Promise<void> {
  let free: boolean;
  try {
    free = await isFree(host, port);
  } catch (error) {
    if (systemCode(error) === "EACCES")
      throw new Failure(say("port.privileged", { port }), exitCodes.failed, { cause: error });
    throw new Failure(say("port.unusable", { host, port, reason: messageOf(error) }), exitCodes.failed, {
      cause: error,
    });
  }
  if (!free) throw new Failure(say("port.taken", { host, port }));
}
