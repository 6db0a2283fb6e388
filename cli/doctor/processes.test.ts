import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { lookAtHealth } from "./processes.ts";

const folder = mkdtempSync(join(tmpdir(), "hw-doctor-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function lookedAt(certificate: string[]) {
  const [key, cert] = [join(folder, "key.pem"), join(folder, "cert.pem")];
  const how = "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -subj /CN=localhost".split(" ");
  execFileSync("openssl", [...how, ...certificate, "-keyout", key, "-out", cert], { stdio: "ignore" });
  const server = createServer({ key: readFileSync(key), cert: readFileSync(cert) }, (_, answer) => answer.end("{}"));
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = `https://localhost:${(server.address() as AddressInfo).port}`;
  const found = await lookAtHealth(address);
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
  return { found, silent: await lookAtHealth(address) };
}

test("a certificate of one's own authority is worth knowing, and not the same as silence", async () => {
  const { found, silent } = await lookedAt(["-days", "30", "-addext", "subjectAltName=DNS:localhost"]);
  expect(found).toMatchObject({ name: "certificate-unknown" });
  expect(silent).toMatchObject({ name: "web-silent" });
});
