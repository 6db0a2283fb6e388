import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type ExitCode, exitCodes, Failure } from "./failure.ts";
import { exists, root } from "./paths.ts";
import { say } from "./words.ts";

/** What stories/journey.ts offers: the first journey over HTTP. True when everybody saw what they may and was refused the rest. */
type Play = (baseUrl: string, tell: (line: string) => void) => Promise<boolean>;

/** Plays the first journey against a running server and prints each step on standard output. */
export async function playJourney(
  baseUrl: string,
  story: string = join(root, "stories", "journey.ts"),
): Promise<ExitCode> {
  if (!(await exists(story))) throw new Failure(say("journey.missing", { story }));
  const loaded: { playJourney?: unknown } = await import(pathToFileURL(story).href);
  if (typeof loaded.playJourney !== "function") throw new Failure(say("journey.missing", { story }));
  const play = loaded.playJourney as Play;
  const held = await play(baseUrl, (line) => console.log(line));
  console.log(say(held ? "journey.held" : "journey.broken"));
  return held ? exitCodes.done : exitCodes.failed;
}
