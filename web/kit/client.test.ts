import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { request, setDoors } from "./client.ts";
import { ProblemError } from "./problem.ts";
import { ActKey } from "./reading.ts";

interface Seen {
  readonly path: string;
  readonly method: string;
  readonly headers: Headers;
}
let seen: Seen[] = [];
let answers: (Response | Error)[] = [];

const json = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { status, headers });
const problem = (status: number, code: string, more: object = {}) =>
  json(status, { type: `/problems/${code}`, title: code, status, code, next: "Next.", legalBasis: null, ...more });

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true, advanceTimeDelta: 500 });
  seen = [];
  setDoors({ signIn: async () => "gone", stepUp: async () => "gone" });
  vi.stubGlobal("fetch", async (path: string, init: RequestInit) => {
    seen.push({ path, method: init.method ?? "", headers: new Headers(init.headers) });
    const next = answers.shift();
    if (next === undefined) throw new Error("one request too many");
    if (next instanceof Error) throw next;
    return next;
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const keys = () => seen.map((one) => one.headers.get("idempotency-key"));
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => "allowed",
    (thrown: unknown) => (thrown instanceof ProblemError ? thrown.problem.code : String(thrown)),
  );

test("a cut line is tried again as the same act", async () => {
  answers = [new TypeError("cut"), new Response(null, { status: 503 }), json(201, { id: 1 })];
  expect(await request("POST", "/api/reports", { text: "x" })).toEqual({ id: 1 });
  expect(new Set(keys()).size).toBe(1);
  expect(keys()[0]).toMatch(/^[0-9a-f-]{36}$/);
});

test("a read carries no key, a write to a version carries it", async () => {
  answers = [json(200, []), json(200, {})];
  await request("GET", "/api/cases");
  await request("PATCH", "/api/cases/1", { risk: "high" }, { ifMatch: 3 });
  expect(keys()[0]).toBeNull();
  expect(seen[1]?.headers.get("if-match")).toBe('"3"');
});

test("a refusal is the server's, word for word, with its fields", async () => {
  answers = [
    problem(422, "body-invalid", { errors: [{ at: "/child/age", problem: "Too high" }], legalBasis: "s. 31" }),
  ];
  const thrown = await request("POST", "/api/cases", {}).catch((error: unknown) => error);
  expect(thrown).toBeInstanceOf(ProblemError);
  expect((thrown as ProblemError).problem).toMatchObject({
    code: "body-invalid",
    legalBasis: "s. 31",
    errors: [{ path: "child.age", message: "Too high" }],
  });
});

test("a 412 holds both versions", async () => {
  answers = [problem(412, "changed-since", { current: { text: "theirs" } })];
  const thrown = await request("PUT", "/api/notes/1", { text: "mine" }, { ifMatch: 1 }).catch(
    (error: unknown) => error,
  );
  expect((thrown as ProblemError).problem.conflict).toEqual({ current: { text: "theirs" }, sent: { text: "mine" } });
});

test("an expired session asks once for all that wait, then each goes on as the same act", async () => {
  let asked = 0;
  setDoors({
    signIn: async () => {
      asked += 1;
      await new Promise((resolve) => setTimeout(resolve, 50));
      return "again";
    },
    stepUp: async () => "gone",
  });
  answers = [problem(401, "signed-out"), problem(401, "signed-out"), json(200, "a"), json(200, "b")];
  const both = await Promise.all([request("POST", "/api/a", {}), request("POST", "/api/b", {})]);
  expect(both.sort()).toEqual(["a", "b"]);
  expect(asked).toBe(1);
  for (const path of ["/api/a", "/api/b"]) {
    expect(new Set(seen.filter((one) => one.path === path).map((one) => one.headers.get("idempotency-key"))).size).toBe(
      1,
    );
  }
});

test("a missing second factor is asked for, and the act goes on; who declines is refused", async () => {
  setDoors({ signIn: async () => "gone", stepUp: async () => "again" });
  answers = [problem(403, "step-up-needed"), json(200, "opened")];
  expect(await request("POST", "/api/identities/1/openings", {})).toBe("opened");
  setDoors({ signIn: async () => "gone", stepUp: async () => "gone" });
  answers = [problem(403, "step-up-needed")];
  expect(await codeOf(request("POST", "/api/identities/1/openings", {}))).toBe("step-up-needed");
});

test("a server that never accepts a sign-in does not make the page ask for ever", async () => {
  setDoors({ signIn: async () => "again", stepUp: async () => "again" });
  answers = [problem(401, "signed-out"), problem(401, "signed-out"), problem(401, "signed-out")];
  expect(await codeOf(request("GET", "/api/me"))).toBe("signed-out");
});

test("no connection and a proxy's page are problems with words of their own", async () => {
  answers = [new TypeError("cut"), new TypeError("cut"), new TypeError("cut")];
  expect(await codeOf(request("GET", "/api/cases"))).toBe("no-connection");
  answers = [new Response("<h1>Bad gateway</h1>", { status: 500 })];
  expect(await codeOf(request("GET", "/api/cases"))).toBe("unreadable-answer");
});

test("one act keeps its key until the server has decided; another body is another act", () => {
  const act = new ActKey();
  const first = act.for({ text: "a" });
  expect(act.for({ text: "a" })).toBe(first);
  expect(act.for({ text: "b" })).not.toBe(first);
  const again = act.for({ text: "b" });
  act.settled();
  expect(act.for({ text: "b" })).not.toBe(again);
});
