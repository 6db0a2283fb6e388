import { createHmac, randomBytes, randomUUID } from "node:crypto";
import cookie from "@fastify/cookie";
import rateLimit from "@fastify/rate-limit";
import swagger from "@fastify/swagger";
import Fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyRequest,
  type FastifyServerOptions,
  LogController,
  type RawReplyDefaultExpression,
  type RawRequestDefaultExpression,
  type RawServerDefault,
} from "fastify";
import {
  hasZodFastifySchemaValidationErrors,
  serializerCompiler,
  validatorCompiler,
  type ZodTypeProvider,
} from "fastify-type-provider-zod";
import { Counter, collectDefaultMetrics, Histogram, Registry } from "prom-client";
import type { Certificate } from "./certificate.ts";
import { describeRoute, PROBLEM } from "./interface/describe.ts";
import { codeOf, sendProblem } from "./problems.ts";

/** Whom a route is for. Each route says it; the matrix of routes and roles fails on one that does not. */
export type Audience = "public" | "sign-in" | "staff" | "oversight" | "operator";

declare module "fastify" {
  interface FastifyContextConfig {
    audience?: Audience;
    /** The log's verb for a write; null for a read. */
    verb?: string | null;
    /** The one act that a role must allow (the pack says which roles do); null where being signed in is enough. */
    action?: string | null;
  }
  interface FastifyInstance {
    routeTable: RouteEntry[];
    metrics: Metrics;
  }
}

export interface RouteEntry {
  method: string;
  url: string;
  audience: Audience;
  verb: string | null;
  action: string | null;
}

export interface Metrics {
  registry: Registry;
  refused: Counter<"code">;
}

export type Web = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression<RawServerDefault>,
  RawReplyDefaultExpression<RawServerDefault>,
  FastifyBaseLogger,
  ZodTypeProvider
>;

export interface ServerOptions {
  /** The address people type, such as https://homeward.example; requests that change something must come from it. Null: any same-origin. */
  publicOrigin: string | null;
  /** Behind TLS: cookies are Secure and HSTS is sent. */
  secure: boolean;
  log: boolean | { level: string; stream?: { write(line: string): void } };
  version: string;
  /** A proxy in front terminates TLS. */
  behindProxy?: boolean;
  /** Served over TLS by this server itself; without it plain HTTP, to a proxy or to this computer only. */
  certificate?: Certificate | null;
  /** From one address; a district office and a whole mobile network often share one. */
  requestsAMinute?: number;
}

/**
 * The HTTP ground: problem details, strict headers, request ids, metrics, rate limits and logs that name no address, no browser and no
 * person. Rooms register their routes on it.
 */
export async function createServer(options: ServerOptions): Promise<Web> {
  // Over TLS it is the same server on another socket: the rooms need not know which.
  const tls = options.certificate ? { https: options.certificate } : {};
  const app: FastifyInstance = Fastify({
    ...tls,
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    logController: new LogController({ disableRequestLogging: true }),
    // One proxy in front, when the operator says so; its word on the address counts only for rate limits.
    trustProxy: options.behindProxy === true ? (_address: string, hop: number) => hop < 1 : false,
    bodyLimit: 1_048_576,
    logger: loggerOf(options.log),
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);

  keepRouteTable(app);
  await app.register(cookie);
  await app.register(rateLimit, {
    global: true,
    max: options.requestsAMinute ?? 3000,
    timeWindow: "1 minute",
    keyGenerator: addressKey(),
    addHeaders: none,
    addHeadersOnExceeding: none,
  });
  await app.register(swagger, {
    openapi: {
      openapi: "3.1.0",
      info: {
        title: "Homeward",
        version: options.version,
        description: "The staff interface. Errors are RFC 9457 problem details; see /problems.",
        license: { name: "AGPL-3.0-or-later", identifier: "AGPL-3.0-or-later" },
      },
      components: {
        schemas: { Problem: PROBLEM as never },
        securitySchemes: { session: { type: "apiKey", in: "cookie", name: "hw_session" } },
      },
      security: [{ session: [] }],
    },
    transform: describeRoute,
  });
  secureHeaders(app, options);
  sameOriginOnly(app, options);
  measure(app);
  answerErrors(app);
  return app as unknown as Web;
}

function loggerOf(log: ServerOptions["log"]): NonNullable<FastifyServerOptions["logger"]> {
  if (log === false) return false;
  return {
    level: typeof log === "object" ? log.level : "info",
    ...(typeof log === "object" && log.stream ? { stream: log.stream } : {}),
    base: { part: "web" },
    serializers: {
      req: () => ({}),
      res: () => ({}),
      err: (error: Error) => ({ type: error.name, message: "withheld", stack: framesOf(error) }),
    },
  } as NonNullable<FastifyServerOptions["logger"]>;
}

const none = {
  "x-ratelimit-limit": false,
  "x-ratelimit-remaining": false,
  "x-ratelimit-reset": false,
  "retry-after": false,
};

/** An address as a key that lives an hour in memory and is written nowhere. */
function addressKey(): (request: FastifyRequest) => string {
  let secret = randomBytes(32);
  let hour = Math.floor(Date.now() / 3_600_000);
  return (request) => {
    const now = Math.floor(Date.now() / 3_600_000);
    if (now !== hour) {
      hour = now;
      secret = randomBytes(32);
    }
    return createHmac("sha256", secret).update(request.ip).digest("base64url");
  };
}

/** Where an error was thrown, without its message: messages may quote what somebody typed. */
function framesOf(error: Error): string {
  return (error.stack ?? "")
    .split("\n")
    .filter((line) => line.trimStart().startsWith("at "))
    .slice(0, 12)
    .join("\n");
}

function keepRouteTable(app: FastifyInstance): void {
  app.decorate("routeTable", []);
  app.addHook("onRoute", (route) => {
    const audience = route.config?.audience;
    if (audience === undefined)
      throw new Error(`The route ${String(route.method)} ${route.url} does not say whom it is for.`);
    if ((audience === "staff" || audience === "oversight") && route.config?.action === undefined)
      throw new Error(`The route ${String(route.method)} ${route.url} does not say which act a role must allow.`);
    for (const method of [route.method].flat()) {
      if (method !== "HEAD")
        app.routeTable.push({
          method,
          url: route.url,
          audience,
          verb: route.config?.verb ?? null,
          action: route.config?.action ?? null,
        });
    }
  });
}

function secureHeaders(app: FastifyInstance, options: ServerOptions): void {
  app.addHook("onRequest", async (_request, reply) => {
    reply.headers({
      "content-security-policy":
        "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' blob:; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
      "permissions-policy": "camera=(), microphone=(), geolocation=(), browsing-topics=()",
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": "same-origin",
      "cache-control": "no-store",
    });
    if (options.secure) reply.header("strict-transport-security", "max-age=31536000");
  });
}

/** A change must come from our own pages: the session cookie is SameSite=Strict, and this is the second lock. */
function sameOriginOnly(app: FastifyInstance, options: ServerOptions): void {
  app.addHook("onRequest", async (request, reply) => {
    if (request.method === "GET" || request.method === "HEAD" || request.method === "OPTIONS") return;
    const site = request.headers["sec-fetch-site"];
    if (site !== undefined && site !== "same-origin" && site !== "none")
      return sendProblem(request, reply, "other-origin");
    const origin = request.headers.origin;
    if (origin === undefined || origin === "null") return;
    const expected = options.publicOrigin ?? `${options.secure ? "https" : "http"}://${request.headers.host ?? ""}`;
    if (origin !== expected) return sendProblem(request, reply, "other-origin");
  });
}

function measure(app: FastifyInstance): void {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const took = new Histogram({
    name: "homeward_http_seconds",
    help: "Time to answer, by route and status",
    labelNames: ["method", "route", "status"],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 1, 5],
    registers: [registry],
  });
  const refused = new Counter({
    name: "homeward_refused_total",
    help: "Refusals by code",
    labelNames: ["code"],
    registers: [registry],
  });
  app.decorate("metrics", { registry, refused });
  app.addHook("onResponse", async (request, reply) => {
    const route = request.routeOptions.url ?? "none";
    took.labels(request.method, route, String(reply.statusCode)).observe(reply.elapsedTime / 1000);
    // The route's pattern, never the address that was asked for: it can hold an id or receipt words.
    request.log.info(
      { method: request.method, route, status: reply.statusCode, ms: Math.round(reply.elapsedTime) },
      "answered",
    );
  });
}

function answerErrors(app: FastifyInstance): void {
  app.setNotFoundHandler((request, reply) => sendProblem(request, reply, "not-found"));
  app.setErrorHandler((error: Error & { statusCode?: number; code?: string }, request, reply) => {
    if (hasZodFastifySchemaValidationErrors(error)) {
      return sendProblem(request, reply, "body-invalid", {
        errors: error.validation.map((issue) => ({ at: issue.instancePath || "/", problem: issue.message ?? "" })),
      });
    }
    const known = codeOf(error);
    if (known) {
      app.metrics.refused.labels(known.code).inc();
      return sendProblem(request, reply, known.code);
    }
    if (error.statusCode === 429) return sendProblem(request, reply, "too-many-requests");
    if (error.statusCode === 413) return sendProblem(request, reply, "body-too-large");
    if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500)
      return sendProblem(request, reply, "body-unreadable");
    request.log.error({ err: error }, "a request failed");
    return sendProblem(request, reply, "unexpected");
  });
}
