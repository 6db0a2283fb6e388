import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { get } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connect } from "node:tls";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type Certificate, readCertificate, renewCertificate, type SecureServer } from "./certificate.ts";
import { createServer } from "./server.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "hw-certificate-"));
  for (const name of ["first", "second"]) make(name);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const filesOf = (name: string) => ({ cert: join(folder, `${name}.crt`), key: join(folder, `${name}.key`) });

/** A certificate of our own making for localhost, valid for thirty days. */
function make(name: string): void {
  const { cert, key } = filesOf(name);
  const how = `req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 30 -subj /CN=${name} -addext subjectAltName=DNS:localhost`;
  execFileSync("openssl", [...how.split(" "), "-out", cert, "-keyout", key], { stdio: "ignore" });
}

async function serving(certificate: Certificate) {
  const web = await createServer({ publicOrigin: null, secure: true, log: false, version: "0", certificate });
  web.get("/there", { config: { audience: "public", verb: null } }, async () => "here");
  await web.listen({ host: "127.0.0.1", port: 0 });
  return { web, port: (web.server.address() as AddressInfo).port };
}

/** What a browser that trusts only this certificate is answered. */
function asked(port: number, ca: string): Promise<{ status: number; hsts: string | undefined }> {
  return new Promise((resolve, reject) => {
    get({ host: "127.0.0.1", servername: "localhost", port, path: "/there", ca, agent: false }, (answer) => {
      answer.resume();
      resolve({ status: answer.statusCode ?? 0, hsts: answer.headers["strict-transport-security"] });
    }).on("error", reject);
  });
}

function nameServed(port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: "127.0.0.1", port, rejectUnauthorized: false }, () => {
      resolve(String(socket.getPeerCertificate().subject.CN));
      socket.end();
    }).on("error", reject);
  });
}

test("with a certificate of its own the server answers over TLS, and not in the clear", async () => {
  const { web, port } = await serving(readCertificate(filesOf("first")));
  expect(await asked(port, readFileSync(filesOf("first").cert, "utf8"))).toEqual({
    status: 200,
    hsts: expect.stringContaining("max-age"),
  });
  await expect(asked(port, readFileSync(filesOf("second").cert, "utf8"))).rejects.toThrow(); // and it is this certificate
  await expect(fetch(`http://127.0.0.1:${port}/there`)).rejects.toThrow();
  await web.close();
});

test("a renewed certificate is served without a restart; a spoilt one is told and the old one goes on", async () => {
  const used = { cert: join(folder, "used.crt"), key: join(folder, "used.key") };
  const put = (name: string) => {
    writeFileSync(used.key, readFileSync(filesOf(name).key));
    writeFileSync(used.cert, readFileSync(filesOf(name).cert));
  };
  put("first");
  const { web, port } = await serving(readCertificate(used));
  const told: string[] = [];
  const leave = renewCertificate(web.server as unknown as SecureServer, used, (what) => told.push(what), 10);
  expect(await nameServed(port)).toBe("first");

  writeFileSync(used.cert, "spoilt");
  await vi.waitFor(() => expect(told.join()).toContain("holds no certificate"));
  expect(await nameServed(port)).toBe("first");

  put("second");
  await vi.waitFor(async () => expect(await nameServed(port)).toBe("second"));
  leave();
  await web.close();
});

test("a key of another certificate, a file that is none, and days outside its validity are refused by name", () => {
  const { cert, key } = filesOf("first");
  expect(readCertificate({ cert, key })).toHaveProperty("cert"); // there is something to refuse
  expect(() => readCertificate({ cert, key: filesOf("second").key })).toThrow("is not the private key");
  expect(() => readCertificate({ cert: key, key })).toThrow("holds no certificate");
  expect(() => readCertificate({ cert, key }, new Date(Date.now() + 31 * 86_400_000))).toThrow("ended on");
  expect(() => readCertificate({ cert, key }, new Date(Date.now() - 2 * 86_400_000))).toThrow("begins on");
});
