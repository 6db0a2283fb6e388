import type { SwaggerTransform } from "@fastify/swagger";
import { jsonSchemaTransform } from "fastify-type-provider-zod";

/** RFC 9457 problem details as every refusal is answered; the codes stand at /problems. */
export const PROBLEM = {
  type: "object",
  required: ["type", "title", "status", "code", "next", "legalBasis"],
  properties: {
    type: { type: "string", description: "Where the code is explained: /problems/<code>" },
    title: { type: "string", description: "What happened, in the reader's language" },
    status: { type: "integer" },
    code: { type: "string" },
    next: { type: "string", description: "What to do now" },
    legalBasis: { type: ["string", "null"] },
    errors: {
      type: "array",
      items: {
        type: "object",
        required: ["at", "problem"],
        properties: {
          at: { type: "string", description: "JSON pointer into the body, or a parameter's name" },
          problem: { type: "string" },
        },
      },
    },
    current: { description: "For changed-since: what the record holds now" },
  },
} as const;

/**
 * What the description says of a route beyond its schemas: whom it is for, which act a role must allow, what stands in the log of it, and that
 * every refusal is a problem. Pages for people are left out: they are no interface.
 */
export const describeRoute: SwaggerTransform = (parts) => {
  const { url, route } = parts;
  const { audience = "staff", verb = null, action = null } = route.config ?? {};
  const isInterface = /^\/(?:api|log)\//.test(url);
  const described = jsonSchemaTransform(parts as never) as ReturnType<SwaggerTransform>;
  const { response, ...schema } = (described.schema ?? {}) as { response?: object };
  return {
    url: described.url,
    schema: {
      ...schema,
      hide: !isInterface,
      operationId: operationOf([route.method].flat()[0] ?? "GET", url),
      tags: [roomOf(url)],
      "x-audience": audience,
      "x-act": action,
      "x-log-verb": verb,
      ...(audience === "public" || audience === "sign-in" ? { security: [] } : {}),
      response: {
        // A file has no schema: it is sent as it is.
        ...(response === undefined ? { 200: { description: "The file itself" } } : response),
        default: {
          description: "A refusal",
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
      },
    } as never,
  };
};

/** "/api/cases/:id/notes" is of the cases. */
function roomOf(url: string): string {
  const [, first = "", second = ""] = url.split("/");
  return first === "api" ? second : first;
}

/** "PUT /api/cases/:id/places" is `put-cases-id-places`: unique, and the same for ever. */
function operationOf(method: string, url: string): string {
  return [method.toLowerCase(), ...url.split(/[/:]+/).filter((part) => part !== "" && part !== "api")].join("-");
}
