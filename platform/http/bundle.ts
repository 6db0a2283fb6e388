import { readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import type { FastifyReply } from "fastify";
import { sendProblem } from "./problems.ts";
import type { Web } from "./server.ts";

const TYPES: Readonly<Record<string, string>> = {
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
  ".json": "application/json",
  ".webmanifest": "application/manifest+json",
  ".png": "image/png",
};

/**
 * Serves the built staff app from memory: hashed files for a year, the few others fresh, and its one page for every address that is no other
 * route's. Only files that were there at the start can be asked for, so that no path leads anywhere else.
 */
export function serveBundle(app: Web, dir: string): void {
  const page = readFileSync(join(dir, "index.html"));
  const files = new Map(
    readdirSync(dir, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name !== "index.html")
      .map((entry) => join(entry.parentPath, entry.name))
      .map(
        (path) =>
          [
            path.slice(dir.length).replaceAll("\\", "/").replace(/^\//, ""),
            { bytes: readFileSync(path), type: TYPES[extname(path)] ?? "application/octet-stream" },
          ] as const,
      ),
  );
  const show = (reply: FastifyReply) =>
    reply.type("text/html; charset=utf-8").header("cache-control", "no-cache").send(page);

  app.get("/", { config: { audience: "public", verb: null } }, (_request, reply) => show(reply));
  app.get("/*", { config: { audience: "public", verb: null, rateLimit: false } }, (request, reply) => {
    const path = (request.params as { "*": string })["*"];
    const file = files.get(path);
    if (file) {
      reply.header("cache-control", path.startsWith("assets/") ? "public, max-age=31536000, immutable" : "no-cache");
      return reply.type(file.type).send(file.bytes);
    }
    if (/^(api|log|report|assets)(\/|$)/.test(path)) return sendProblem(request, reply, "not-found");
    return show(reply);
  });
}
