import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * A pack's name in the log's checkpoints: the SHA-256 (hex) of the list of its files, one a line as `sha256sum` writes them (digest, two
 * spaces, path below the pack's folder, newline), in the order of the paths' bytes. Anybody computes it with standard tools.
 */
export function packHash(folder: string): string {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
  const list = paths.map((path) => `${sha256(readFileSync(join(folder, path)))}  ${path}\n`).join("");
  return sha256(Buffer.from(list, "utf8"));
}

function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
