import { createServer } from "node:net";
import { isLoopback } from "./configuration.ts";
import { systemCode } from "./failure.ts";

/**
 * Can a server listen here? For an address of this computer both families are tried, because a browser that is told "localhost" may
 * take either and would else reach somebody else's server.
 * @throws the system's error where the address itself cannot be used (EADDRNOTAVAIL, EACCES)
 */
export async function isFree(host: string, port: number): Promise<boolean> {
  const hosts = isLoopback(host) ? ["127.0.0.1", "::1"] : [host];
  for (const one of hosts) {
    try {
      await listenOnce(one, port);
    } catch (error) {
      const code = systemCode(error);
      if (code === "EADDRINUSE") return false;
      const familyMissing = code === "EADDRNOTAVAIL" || code === "EAFNOSUPPORT";
      if (!(familyMissing && one !== host && isLoopback(one))) throw error;
    }
  }
  return true;
}

/** The first free port from `port` on, or null when none of the next `tries` is. */
export async function firstFree(host: string, port: number, tries = 50): Promise<number | null> {
  for (let candidate = port; candidate < port + tries && candidate <= 65_535; candidate += 1) {
    if (await isFree(host, candidate)) return candidate;
  }
  return null;
}

async function listenOnce(host: string, port: number): Promise<void> {
  const server = createServer();
  await new Promise<void>((done, refuse) => {
    server.once("error", refuse);
    server.listen({ host, port, exclusive: true }, done);
  });
  await new Promise<void>((done) => server.close(() => done()));
}
