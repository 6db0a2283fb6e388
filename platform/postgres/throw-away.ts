/** A PostgreSQL for a moment: for tests, and for writing the schema down. */
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type RunningPostgres, type StartOptions, startPostgres } from "./launcher.ts";

export type ThrowAway = {
  server: RunningPostgres;
  /** Stops the server and removes every trace. */
  remove(): Promise<void>;
};

/** Starts a server without fsync in a new folder under the system's temporary one. */
export async function startThrowAway(options: Omit<StartOptions, "dataDir" | "fsync"> = {}): Promise<ThrowAway> {
  const folder = await mkdtemp(join(tmpdir(), "homeward-"));
  await chmod(folder, 0o711); // the server's account must pass
  const discard = () => rm(folder, { recursive: true, force: true });
  try {
    const server = await startPostgres({ ...options, dataDir: join(folder, "postgres"), fsync: false });
    return {
      server,
      async remove() {
        await server.stop();
        await discard();
      },
    };
  } catch (problem) {
    await discard();
    throw problem;
  }
}
