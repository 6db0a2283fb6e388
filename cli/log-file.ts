import { createWriteStream } from "node:fs";
import { rename, stat } from "node:fs/promises";
import { join } from "node:path";
import { makeFolder } from "../platform/postgres/account.ts";
import { makePrivate, type Places } from "./paths.ts";

const mostBytes = 20_000_000;

/** The installation's log as a file that only its owner reads. One that has grown large is put aside once, over the one before. */
export async function openLog(
  places: Places,
): Promise<{ path: string; write(line: string): void; close(): Promise<void> }> {
  const path = join(places.logs, "homeward.log");
  await makeFolder(places.data);
  await makePrivate(places.logs);
  const there = await stat(path).catch(() => null);
  if (there && there.size > mostBytes) await rename(path, `${path}.1`);
  const out = createWriteStream(path, { flags: "a", mode: 0o600 });
  out.on("error", () => {}); // a full disk must not stop the server; doctor tells of it
  return {
    path,
    write: (line) => void out.write(`${line}\n`),
    close: () => new Promise((done) => out.end(() => done())),
  };
}
