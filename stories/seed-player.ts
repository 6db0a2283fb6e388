/** The cast as players of a story: each signs in, and acts through the running server as a browser would. Nobody in it is real. */
import type { Pack } from "../packs/index.ts";
import { eventSections } from "../packs/payload.ts";
import type { Cast } from "../packs/story-model.ts";
import type { Web } from "../platform/http/server.ts";

type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
// biome-ignore lint/suspicious/noExplicitAny: whatever the server answered
type Body = any;

/** How a story is played: who does what, and what the pack says of them. */
export interface Player {
  readonly pack: Pack;
  readonly stage: Directory;
  /** One act. Null where it was refused; the refusal is counted, and the story goes on. */
  do(who: string, method: Method, url: string, body?: object, headers?: Record<string, string>): Promise<Body | null>;
  /** May somebody's roles do this? */
  may(who: string, action: string): boolean;
  /** The first of these whose role plans. */
  planner(people: readonly string[]): string | null;
  sectionOf(eventKind: string): number | null;
  /** Has whoever was drawn agree to exactly what was asked. */
  agree(approvalId: string): Promise<boolean>;
  ended(): boolean;
}

/** The cast as players, each with a session and a machine of their own. @param refused told of every act that was refused */
export function playerOf(web: Web, pack: Pack, refused: string[], ending?: AbortSignal): Player {
  if (pack.stage === null) throw new Error("This pack has no cast.");
  const { stage } = pack;
  const workers = stage.cast.workers as Readonly<
    Record<string, { id: string; unit: string; roles: readonly string[] }>
  >;
  const cookies = new Map<string, string>();
  const ask = async (
    who: string,
    method: Method,
    url: string,
    payload?: object,
    headers: Record<string, string> = {},
  ): Promise<{ status: number; body: Body }> => {
    // What one person may ask in a minute is not shared by the whole cast.
    const remoteAddress = `127.1.${Object.keys(workers).indexOf(who) + 1}.1`;
    let cookie = cookies.get(who);
    if (cookie === undefined) {
      const sign = await web.inject({
        method: "POST",
        url: "/api/demo/session",
        payload: { workerId: workers[who]?.id },
      });
      cookie = String(sign.headers["set-cookie"] ?? "").split(";")[0] ?? "";
      cookies.set(who, cookie);
    }
    const answer = await web.inject({
      method,
      url,
      remoteAddress,
      headers: { cookie, ...headers },
      ...(payload ? { payload } : {}),
    });
    return { status: answer.statusCode, body: answer.body.startsWith("{") ? (JSON.parse(answer.body) as Body) : {} };
  };
  const sections = eventSections(pack);
  const may = (who: string, action: string) =>
    pack.roles.some(
      (role) => workers[who]?.roles.includes(role.code) && (role.actions as readonly string[]).includes(action),
    );
  return {
    pack,
    stage: directoryOf(stage.cast),
    async do(who, method, url, body, headers) {
      if (ending?.aborted) return null;
      const answer = await ask(who, method, url, body, headers);
      if (answer.status < 300) return answer.body;
      const path = url.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ":id");
      refused.push(`${who} ${method} ${path}: ${answer.status} ${answer.body.code}`);
      return null;
    },
    may,
    planner: (people) => people.find((who) => may(who, "case.plan")) ?? null,
    sectionOf: (kind) => sections[kind] ?? null,
    async agree(approvalId) {
      for (const who of Object.keys(workers)) {
        if (ending?.aborted || !may(who, "approval.decide")) continue;
        const { body } = await ask(who, "GET", "/api/approvals");
        const mine = body.approvals?.find((one: { id: string }) => one.id === approvalId);
        if (mine === undefined) continue;
        const decision = { payloadHash: mine.payloadHash, decision: "approved", code: "in-order" };
        return (await ask(who, "POST", `/api/approvals/${approvalId}/decision`, decision)).status === 204;
      }
      return false;
    },
    ended: () => ending?.aborted === true,
  };
}

/** The cast's agencies and units, by their keys in the pack. */
export interface Directory {
  agencyOf(unit: string): { readonly kind: string };
  agencyId(key: string): string | null;
  unitOf(key: string): string | null;
  unitOfWorker(key: string): string | null;
  firstUnit(agency: string): string | null;
}

function directoryOf({ agencies, workers }: Cast): Directory {
  const units = new Map(
    Object.values(agencies).flatMap((agency) =>
      Object.entries(agency.units).map(([key, unit]) => [key, { id: unit.id, kind: agency.kind }] as const),
    ),
  );
  return {
    agencyOf: (unit) => ({ kind: units.get(unit)?.kind ?? "" }),
    agencyId: (key) => agencies[key]?.id ?? null,
    unitOf: (key) => units.get(key)?.id ?? null,
    unitOfWorker: (key) => units.get(workers[key]?.unit ?? "")?.id ?? null,
    firstUnit: (agency) => Object.values(agencies[agency]?.units ?? {})[0]?.id ?? null,
  };
}
