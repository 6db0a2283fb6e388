import { createHash, randomBytes } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";

/** A session lasts a shift and a little; the database ends one that a recovery stands behind earlier. */
const HOURS = 12;

/** A new session's token: 32 random bytes; only its hash is kept. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

export function hashOf(token: string): Buffer {
  return createHash("sha256").update(token, "utf8").digest();
}

/** The session cookie: not readable by scripts, sent only to us, only by our own pages. */
export function giveCookie(reply: FastifyReply, token: string, secure: boolean): FastifyReply {
  return reply.setCookie("hw_session", token, {
    path: "/",
    httpOnly: true,
    sameSite: "strict",
    secure,
    maxAge: HOURS * 3600,
  });
}

/** Enough to recognise one's own session in a list, no more: "Firefox, Linux". */
export function labelOf(request: FastifyRequest): string {
  const agent = String(request.headers["user-agent"] ?? "");
  const browser = ["Firefox", "Edg", "Chrome", "Safari"].find((name) => agent.includes(name)) ?? "";
  const system = ["Android", "iPhone", "iPad", "Windows", "Mac OS", "Linux"].find((name) => agent.includes(name)) ?? "";
  return [browser === "Edg" ? "Edge" : browser, system].filter(Boolean).join(", ");
}
