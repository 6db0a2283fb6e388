import { readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { FastifyReply, FastifyRequest } from "fastify";
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

const shrinkable = /^(?:text\/|application\/(?:json|manifest)|image\/svg)/;
const shrink = {
  br: (bytes: Buffer) => promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
  gzip: (bytes: Buffer) => promisify(gzip)(bytes, { level: 9 }),
} as const;

/** A file as it lies in memory, and as it travels: shrunk once, when a browser first asks for it that way. */
class Served {
  readonly #raw: Buffer;
  readonly #type: string;
  readonly #shrunk = new Map<keyof typeof shrink, Promise<Buffer>>();

  constructor(raw: Buffer, type: string) {
    this.#raw = raw;
    this.#type = type;
  }

  /** Only what everybody gets is shrunk, and no answer to a person: a shrunk answer's length can give away what stands in it. */
  async send(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    reply.type(this.#type);
    if (!shrinkable.test(this.#type)) return reply.send(this.#raw);
    reply.header("vary", "accept-encoding");
    const accepted = String(request.headers["accept-encoding"] ?? "");
    const way = /\bbr\b/.test(accepted) ? "br" : /\bgzip\b/.test(accepted) ? "gzip" : null;
    if (way === null) return reply.send(this.#raw);
    const bytes = this.#shrunk.get(way) ?? shrink[way](this.#raw);
    this.#shrunk.set(way, bytes);
    return reply.header("content-encoding", way).send(await bytes);
  }
}

/**
 * Serves the built staff app from memory: hashed files for a year, the few others fresh, and its one page for every address that is no other
 * route's. Only files that were there at the start can be asked for, so that no path leads anywhere else.
 */
export function serveBundle(app: Web, dir: string): void {
  const page = new Served(readFileSync(join(dir, "index.html")), "text/html; charset=utf-8");
  const files = new Map(
    readdirSync(dir, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name !== "index.html")
      .map((entry) => join(entry.parentPath, entry.name))
      .map(
        (path) =>
          [
            path.slice(dir.length).replaceAll("\\", "/").replace(/^\//, ""),
            new Served(readFileSync(path), TYPES[extname(path)] ?? "application/octet-stream"),
          ] as const,
      ),
  );
  const show = (request: FastifyRequest, reply: FastifyReply) =>
    page.send(request, reply.header("cache-control", "no-cache"));

  app.get("/", { config: { audience: "public", verb: null } }, show);
  app.get("/*", { config: { audience: "public", verb: null, rateLimit: false } }, (request, reply) => {
    const path = (request.params as { "*": string })["*"];
    const file = files.get(path);
    if (file) {
      reply.header("cache-control", path.startsWith("assets/") ? "public, max-age=31536000, immutable" : "no-cache");
      return file.send(request, reply);
    }
    if (/^(api|log|report|assets)(\/|$)/.test(path)) return sendProblem(request, reply, "not-found");
    return show(request, reply);
  });
}
