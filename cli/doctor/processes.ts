import { stat } from "node:fs/promises";
import { connect } from "node:net";
import { join } from "node:path";
import type { Configuration } from "../configuration.ts";
import { messageOf, systemCode } from "../failure.ts";
import { runningIn } from "../installation.ts";
import { exists, type Places } from "../paths.ts";
import { isFree } from "../ports.ts";
import { fine, notice, type Outcome, problem } from "./finding.ts";

/** Where the web process says whether it can work: 503 where it cannot. Any answer below 500 shows that it serves. */
export const readinessPath = "/health/ready";

/** Does Homeward run here; do its processes answer; or could it start? */
export async function lookAtProcesses(settings: Configuration, places: Places): Promise<Outcome[]> {
  const running = await runningIn(places);
  if (!running) {
    const left: Outcome[] = (await exists(places.running)) ? [notice("ended-badly", { note: places.running })] : [];
    return [...left, await lookAtPort(settings)];
  }
  if (running.address === null) return [notice("is-starting", { process: running.pid })];
  return [
    fine("running", { address: running.address, process: running.pid }),
    ...(await lookAtSockets(running.runDir)),
    await lookAtHealth(running.address),
  ];
}

async function lookAtPort({ host, port }: Configuration): Promise<Outcome> {
  try {
    return (await isFree(host, port)) ? fine("port", { host, port }) : problem("port-taken", { host, port });
  } catch (error) {
    return problem("port-unusable", { host, port, reason: messageOf(error) });
  }
}

async function lookAtSockets(runDir: string): Promise<Outcome[]> {
  const there = await stat(runDir).catch(() => null);
  if (!there) return [problem("sockets-gone", { folder: runDir })];
  if ((there.mode & 0o077) !== 0) return [problem("sockets-open", { folder: runDir })];
  const path = join(runDir, "vault.sock");
  return [(await answers(path)) ? fine("vault") : problem("vault-silent", { socket: path })];
}

async function answers(path: string): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect({ path });
    const end = (result: boolean) => {
      socket.destroy();
      done(result);
    };
    socket.setTimeout(3_000, () => end(false));
    socket.once("connect", () => end(true));
    socket.once("error", () => end(false));
  });
}

const ownAuthority = new Set([
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
  "UNABLE_TO_GET_ISSUER_CERT",
  "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
]);

/** Does the web process answer at its own address, ready, with a certificate that this machine accepts? */
export async function lookAtHealth(address: string): Promise<Outcome> {
  try {
    const answer = await fetch(new URL(readinessPath, address), { signal: AbortSignal.timeout(5_000) });
    await answer.body?.cancel();
    return answer.status < 500 ? fine("web") : problem("web-not-ready", { address, status: answer.status });
  } catch (error) {
    const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
    const reason = messageOf(cause);
    const code = systemCode(cause) ?? "";
    // It answers, or there would be no certificate to judge. An authority of one's own is no fault; an end or a wrong name is.
    if (ownAuthority.has(code)) return notice("certificate-unknown", { address, reason });
    if (/^(?:CERT_|ERR_TLS_CERT)/.test(code)) return problem("certificate-bad", { address, reason });
    return problem("web-silent", { address, reason });
  }
}
