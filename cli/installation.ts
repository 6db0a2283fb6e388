import { readFile, rm, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { dirname, resolve } from "node:path";
import { z } from "zod";
import { makeFolder } from "../platform/postgres/account.ts";
import { isAlive, startOf } from "../platform/postgres/processes.ts";
import { Failure, systemCode } from "./failure.ts";
import { makePrivate, type Places, root, secretFolders } from "./paths.ts";
import type { Kind } from "./settings.ts";
import { say } from "./words.ts";

const Marker = z.object({ kind: z.enum(["real", "demo"]), madeAt: z.iso.datetime() });

/** Which kind of installation lies here; null where there is none yet. @throws Failure when its marker cannot be read */
export async function kindOf(places: Places): Promise<Kind | null> {
  let text: string;
  try {
    text = await readFile(places.installation, "utf8");
  } catch (error) {
    if (systemCode(error) === "ENOENT") return null;
    throw error;
  }
  const marker = Marker.safeParse(parsed(text));
  if (!marker.success) throw new Failure(say("installation.unreadable", { path: places.installation }));
  return marker.data.kind;
}

/**
 * Makes this folder an installation of the given kind, or checks that it is one. The kind is fixed with the first start: invented
 * people must never stand beside real ones, and a sign-in that shows its codes must never guard a real child.
 * @throws Failure when it is of the other kind
 */
export async function claim(places: Places, kind: Kind): Promise<void> {
  const found = await kindOf(places);
  if (found === kind) return;
  if (found !== null) throw new Failure(say(`installation.is-${found}`, { data: places.data }));
  await makeFolder(places.data); // PostgreSQL's account passes through it
  for (const folder of [...secretFolders(places), places.files, places.logs]) await makePrivate(folder);
  const marker = { kind, madeAt: new Date().toISOString() };
  await writeFile(places.installation, `${JSON.stringify(marker)}\n`, { mode: 0o600, flag: "wx" });
}

/**
 * Deletes everything of a demo installation, and only ever of a demo.
 * @param erase also removes what lies elsewhere, such as a database cluster under another account
 * @throws Failure for a real installation, a running one, or a folder that Homeward did not make
 */
export async function startOver(places: Places, erase: () => Promise<void>): Promise<void> {
  const kind = await kindOf(places);
  if (kind === "real") throw new Failure(say("installation.fresh-refused", { data: places.data }));
  if (kind === null) return;
  const running = await runningIn(places);
  if (running) throw alreadyRunning(running);
  const data = resolve(places.data);
  if (data === dirname(data) || data === resolve(homedir()) || root === data || root.startsWith(`${data}/`)) {
    throw new Failure(say("installation.not-a-data-folder", { data }));
  }
  await erase();
  // By name, so that a file which somebody put beside ours survives; the marker last, so that a broken-off deletion can be repeated.
  const ours = [
    places.postgres,
    ...secretFolders(places),
    places.files,
    places.logs,
    places.verified,
    places.running,
    places.installation,
  ];
  for (const part of ours) await rm(part, { recursive: true, force: true });
}

const Running = z.object({
  pid: z.int().positive(),
  /** Together with the number this names one process for good: numbers are used again. */
  start: z.string(),
  /** Null while it is still starting. */
  address: z.string().nullable(),
  runDir: z.string(),
  since: z.iso.datetime(),
});
export type Running = z.infer<typeof Running>;

/** What to say to a second start. */
export function alreadyRunning({ address, pid }: Running): Failure {
  return new Failure(
    address === null
      ? say("installation.starting", { process: pid })
      : say("installation.running", { address, process: pid }),
  );
}

/** Who runs this installation now; null when nobody does, also after a crash that left its note behind. */
export async function runningIn(places: Places): Promise<Running | null> {
  const text = await readFile(places.running, "utf8").catch(() => null);
  if (text === null) return null;
  const note = Running.safeParse(parsed(text));
  if (!note.success || !(await isAlive(note.data.pid))) return null;
  return (await startOf(note.data.pid)) === note.data.start ? note.data : null;
}

/** Notes that this process runs the installation. */
export async function noteRunning(places: Places, now: { address: string | null; runDir: string }): Promise<void> {
  const note: Running = {
    pid: process.pid,
    start: (await startOf(process.pid)) ?? "",
    since: new Date().toISOString(),
    ...now,
  };
  await writeFile(places.running, `${JSON.stringify(note)}\n`, { mode: 0o600 });
}

/** Takes the note away. */
export async function noteStopped(places: Places): Promise<void> {
  await rm(places.running, { force: true });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
