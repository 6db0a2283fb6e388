import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Failure } from "./failure.ts";
import { say } from "./words.ts";

/** The longest path of a socket, in bytes: the system cuts or refuses more. */
const limit = process.platform === "darwin" ? 103 : 107;
const longestName = "/hw-XXXXXX/vault.sock";

/**
 * A new, short folder that only we can enter, for the sockets on which the processes speak with each other. Its name cannot be guessed,
 * so nobody can lay a socket of theirs there first.
 * @throws Failure when no place is short and writable
 */
export async function makeRunFolder(parents: readonly string[] = usualParents()): Promise<string> {
  for (const parent of parents) {
    if (Buffer.byteLength(parent) + longestName.length > limit) continue;
    const there = await stat(parent).catch(() => null);
    if (!there?.isDirectory()) continue;
    const made = await mkdtemp(join(parent, "hw-")).catch(() => null); // mkdtemp makes it 0700
    if (made !== null) return made;
  }
  throw new Failure(say("run-folder.none", { tried: parents.join(", ") }));
}

/** Removes the folder and the sockets in it; only one that carries the name we give. */
export async function removeRunFolder(folder: string): Promise<void> {
  if (/\/hw-[A-Za-z0-9]{6}$/.test(folder)) await rm(folder, { recursive: true, force: true });
}

function usualParents(): string[] {
  const { XDG_RUNTIME_DIR } = process.env;
  return [...new Set([...(XDG_RUNTIME_DIR ? [XDG_RUNTIME_DIR] : []), tmpdir(), "/tmp", "/var/tmp"])];
}
