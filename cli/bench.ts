import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Input } from "./command.ts";
import { type ExitCode, exitCodes, Failure } from "./failure.ts";
import { nearest } from "./nearest.ts";
import { root } from "./paths.ts";
import { say } from "./words.ts";

/** What a module in stories/bench/ offers: measures, prints, and says whether every target was met. */
export type Bench = (args: readonly string[]) => Promise<boolean>;

/** `./homeward bench NAME`: runs the measurement of that name; without a name, or with an unknown one, names those that there are. */
export async function bench(input: Input): Promise<ExitCode> {
  return runBench(join(root, "stories", "bench"), input.words);
}

/** @param folder one module a measurement, each with `bench` as its export */
export async function runBench(folder: string, [name, ...args]: readonly string[]): Promise<ExitCode> {
  const names = await measurementsIn(folder);
  const known = names.length > 0 ? names.join(", ") : say("bench.none");
  if (name === undefined) {
    console.log(say("bench.known", { known }));
    return exitCodes.usage;
  }
  if (!names.includes(name)) {
    const near = nearest(name, names);
    const word = near
      ? say("bench.unknown-near", { name, nearest: near, known })
      : say("bench.unknown", { name, known });
    throw new Failure(word, exitCodes.usage);
  }
  const loaded: { bench?: unknown } = await import(pathToFileURL(join(folder, `${name}.ts`)).href);
  if (typeof loaded.bench !== "function") throw new Error(`stories/bench/${name}.ts exports no function bench`);
  return (await (loaded.bench as Bench)(args)) ? exitCodes.done : exitCodes.failed;
}

/** The modules that measure; what they share lies beside them and is none. Read, not loaded: naming them should cost nothing. */
async function measurementsIn(folder: string): Promise<string[]> {
  const files = await readdir(folder).catch(() => []);
  const names: string[] = [];
  for (const file of files.filter((one) => one.endsWith(".ts") && !one.endsWith(".test.ts")).sort()) {
    const source = await readFile(join(folder, file), "utf8");
    if (/^export (?:const|(?:async )?function) bench\b/m.test(source)) names.push(file.slice(0, -".ts".length));
  }
  return names;
}
