import type { Input } from "./command.ts";
import { exitCodes, Failure } from "./failure.ts";
import { runningIn } from "./installation.ts";
import { placesIn } from "./paths.ts";
import { lookAtSettings } from "./settings.ts";
import { say } from "./words.ts";

/**
 * Where an installation answers: as told, or as the running one of this folder noted it.
 * @throws Failure when it was told wrongly, or when none is told and none runs
 */
export async function addressFor(input: Input, told: string | undefined): Promise<string> {
  if (told !== undefined) {
    if (!URL.canParse(told) || !/^https?:$/.test(new URL(told).protocol))
      throw new Failure(say("address.bad", { address: told }), exitCodes.usage);
    return told;
  }
  for (const kind of ["demo", "real"] as const) {
    const { settings } = await lookAtSettings(kind, { config: input.text("config"), data: input.text("data") });
    const running = await runningIn(placesIn(settings.dataDir, settings.keyringDir));
    if (running?.address) return running.address;
  }
  throw new Failure(say("address.not-running"));
}
