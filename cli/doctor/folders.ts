import { stat } from "node:fs/promises";
import { join } from "node:path";
import { kindOf } from "../installation.ts";
import { exists, type Places, secretFolders } from "../paths.ts";
import { exposedAmong } from "../secret-files.ts";
import { fine, type Outcome, problem } from "./finding.ts";

/** Is there an installation, and does its folder belong to whoever runs this? */
export async function lookAtData(places: Places, uid = process.getuid?.()): Promise<Outcome[]> {
  const there = await stat(places.data).catch(() => null);
  if (there === null || (await kindOf(places)) === null) return [problem("no-installation", { data: places.data })];
  const found: Outcome[] = [];
  if (uid !== undefined && uid !== 0 && there.uid !== uid) {
    found.push(problem("data-owner", { data: places.data, owner: there.uid, uid }));
  }
  if ((there.mode & 0o022) !== 0) found.push(problem("data-writable", { data: places.data }));
  return found.length > 0 ? found : [fine("data", { data: places.data })];
}

/** Do the folders with keys and secrets lie closed, and is the keyring there at all? */
export async function lookAtKeys(places: Places): Promise<Outcome[]> {
  if ((await kindOf(places)) === null) return [];
  const found: Outcome[] = [];
  for (const { path, mode, mend } of await exposedAmong(secretFolders(places))) {
    found.push(problem("secret-exposed", { path, mode, mend }));
  }
  const keyring = join(places.keys, "keyring.json");
  // Before the first start has ended there is nothing sealed, and no keyring is missed.
  if (!(await exists(keyring)) && (await exists(join(places.dataKeys)))) {
    found.push(problem("keyring-missing", { keyring }));
  }
  return found.length > 0 ? found : [fine("keys", { keys: places.keys })];
}
