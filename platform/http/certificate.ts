import { X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";
import { createSecureContext } from "node:tls";

/** Where a certificate (with its chain) and its private key lie, both PEM. */
export interface CertificateFiles {
  cert: string;
  key: string;
}

/** A certificate that a TLS server can serve. */
export interface Certificate {
  cert: string;
  key: string;
}

/** What of a server is needed to give it a new certificate: node:tls's own. */
export interface SecureServer {
  setSecureContext(certificate: Certificate): void;
}

/** How often the files are looked at again, in milliseconds: certificates are renewed every few weeks. */
const LOOK_AGAIN_MS = 3_600_000;

/**
 * Reads a certificate and its key, and proves that they belong together and are valid today.
 * @throws Error in a sentence that says what is wrong with which file
 */
export function readCertificate(files: CertificateFiles, now: Date = new Date()): Certificate {
  const certificate = { cert: readFileSync(files.cert, "utf8"), key: readFileSync(files.key, "utf8") };
  let first: X509Certificate;
  try {
    first = new X509Certificate(certificate.cert);
  } catch {
    throw new Error(`${files.cert} holds no certificate. A file in PEM is expected, with the chain after it.`);
  }
  try {
    createSecureContext(certificate);
  } catch {
    throw new Error(`${files.key} is not the private key of the certificate in ${files.cert}.`);
  }
  if (first.validToDate < now)
    throw new Error(`The certificate in ${files.cert} ended on ${first.validToDate.toISOString().slice(0, 10)}.`);
  if (first.validFromDate > now)
    throw new Error(
      `The certificate in ${files.cert} begins on ${first.validFromDate.toISOString().slice(0, 10)} only.`,
    );
  return certificate;
}

/**
 * Serves a renewed certificate without a restart. One that is not right is told and passed over: the old one goes on.
 * @returns ends the looking
 */
export function renewCertificate(
  server: SecureServer,
  files: CertificateFiles,
  tell: (what: string) => void,
  everyMs: number = LOOK_AGAIN_MS,
): () => void {
  let served = readFileSync(files.cert, "utf8");
  const timer = setInterval(() => {
    try {
      const next = readCertificate(files);
      if (next.cert === served) return;
      server.setSecureContext(next);
      served = next.cert;
      tell("A renewed certificate is served.");
    } catch (error) {
      tell(error instanceof Error ? error.message : String(error));
    }
  }, everyMs);
  timer.unref();
  return () => clearInterval(timer);
}
