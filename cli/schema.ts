import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { generateClient } from "../platform/http/interface/generate.ts";
import { refreshSchemaFiles } from "../platform/postgres/schema-files.ts";
import { loadApplication } from "./application.ts";
import type { Input } from "./command.ts";
import { type ExitCode, exitCodes } from "./failure.ts";
import { root } from "./paths.ts";
import { say } from "./words.ts";

/**
 * `./homeward schema`: writes down what the migrations and access files make of an empty database: db/schema.sql for people,
 * platform/postgres/types.gen.ts for Kysely; and what the routes take and answer: web/kit/api.gen.ts for the screens. With `--check` it only compares.
 */
export async function schema(input: Input): Promise<ExitCode> {
  const check = input.flag("check");
  const stale = await input.progress.during(say("step.schema"), (note) => writeSchema(check, note));
  for (const path of stale) console.log(say(check ? "schema.stale" : "schema.written", { path }));
  if (stale.length === 0) console.log(say("schema.same", { path: "db/schema.sql" }));
  return check && stale.length > 0 ? exitCodes.failed : exitCodes.done;
}

/**
 * The work of `schema`, for other programs.
 * @param check write nothing
 * @returns the files that were not as they must be, from the root
 */
export async function writeSchema(check = false, onStep: (step: string) => void = () => {}): Promise<string[]> {
  return [...(await refreshSchemaFiles({ check, onStep })), ...(await refreshClient(check))];
}

const clientTypes = "web/kit/api.gen.ts";

async function refreshClient(check: boolean): Promise<string[]> {
  const { describeInterface } = await loadApplication("demo");
  const text = await generateClient(await describeInterface());
  const target = join(root, clientTypes);
  if ((await readFile(target, "utf8").catch(() => null)) === text) return [];
  if (!check) await writeFile(target, text);
  return [clientTypes];
}
