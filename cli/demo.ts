import type { Input } from "./command.ts";
import { addressOf, type Configuration, isLoopback } from "./configuration.ts";
import { eraseCluster } from "./database.ts";
import { catchSignals } from "./ending.ts";
import { type ExitCode, exitCodes, Failure } from "./failure.ts";
import { kindOf, runningIn, startOver } from "./installation.ts";
import { playJourney } from "./journey.ts";
import { openLog } from "./log-file.ts";
import { gist, isAlarming } from "./log-lines.ts";
import { placesIn } from "./paths.ts";
import { firstFree } from "./ports.ts";
import { serve } from "./serve.ts";
import { loadSettings } from "./settings.ts";
import { say } from "./words.ts";

/**
 * Homeward with an invented cast, on this computer only: everything is brought up, one address is printed, Ctrl-C stops it all. It uses
 * a PostgreSQL of its own, never DATABASE_URL: invented people must not land in an operator's database.
 */
export async function demo(input: Input): Promise<ExitCode> {
  const settings = await demoSettings(input);
  const places = placesIn(settings.dataDir, settings.keyringDir);
  const { progress } = input;
  if (input.flag("fresh"))
    await progress.during(say("step.fresh"), () => startOver(places, () => eraseCluster(places)));

  if ((await kindOf(places)) === "real") throw new Failure(say("installation.is-real", { data: places.data }));
  const running = await runningIn(places);
  if (running?.address && input.flag("once")) return playJourney(running.address);
  if (running?.address) {
    progress.line(say("demo.runs-already", { process: running.pid }));
    console.log(running.address);
    return exitCodes.done;
  }
  return runDemo(input, settings);
}

async function runDemo(input: Input, wanted: Configuration): Promise<ExitCode> {
  const { progress } = input;
  const ending = catchSignals(() => progress.line(say("ending.stops")));
  try {
    const settings = await onFreePort(wanted, (sentence) => progress.line(sentence));
    const log = await openLog(placesIn(settings.dataDir));
    ending.undo(async () => log.close());
    const serving = serve({
      kind: "demo",
      settings,
      progress,
      ending,
      log: (line) => {
        log.write(line);
        if (input.verbose) progress.line(line);
        else if (isAlarming(line)) progress.line(gist(line));
      },
      tell: (sentence) => progress.line(sentence),
    });
    const begun = await Promise.race([serving, ending.asked]);
    if (begun === "asked") {
      await serving.catch(() => {}); // the step under way ends by itself and is undone below
      return exitCodes.interrupted;
    }
    if (input.flag("once")) return await playJourney(begun.address);
    progress.line(say("demo.ready"));
    console.log(begun.address);
    progress.line(say("ending.how"));
    const over = await Promise.race([begun.lost, ending.asked]);
    if (over instanceof Failure) throw over;
    return exitCodes.done;
  } finally {
    await ending.end();
  }
}

/** @throws Failure where something is set that a demo must not be: an address that others reach */
async function demoSettings(input: Input): Promise<Configuration> {
  const settings = await loadSettings("demo", { data: input.text("data"), port: input.text("port") });
  if (!isLoopback(settings.host))
    throw new Failure(say("demo.loopback-only", { host: settings.host }), exitCodes.usage);
  if (settings.databaseUrl !== null) input.progress.line(say("demo.own-database"));
  return { ...settings, databaseUrl: null, tls: "none" };
}

/** The demo makes do with the next port: whoever tries it out should not have to find out who holds the first. */
async function onFreePort(settings: Configuration, tell: (sentence: string) => void): Promise<Configuration> {
  const port = await firstFree(settings.host, settings.port);
  if (port === null) throw new Failure(say("port.none-free", { from: settings.port }));
  if (port !== settings.port) tell(say("port.next", { taken: settings.port, port }));
  return { ...settings, port, publicUrl: addressOf("http", settings.host, port) };
}
