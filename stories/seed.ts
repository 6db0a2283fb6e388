/**
 * The small invented cases and reports of the pack, played in through the running server as the people of the cast would enter them, so that a
 * new demonstration is not empty. Played once; nobody in it is real.
 */

import type { Pack } from "../packs/index.ts";
import type { Web } from "../platform/http/server.ts";

interface Answer {
  status: number;
  body: Record<string, unknown>;
}

/**
 * Plays the stories in, unless somebody has been there before. Returns how many cases and reports were made.
 * @param ending once aborted, the request under way is finished and nothing more is sent
 */
export async function seedDemo(
  web: Web,
  pack: Pack,
  ending?: AbortSignal,
): Promise<{ cases: number; reports: number }> {
  const made = { cases: 0, reports: 0 };
  if (pack.stage === null) return made;
  const { workers } = pack.stage.cast;
  const cookies = new Map<string, string>();
  const as = async (
    who: string,
    method: "GET" | "POST" | "PUT" | "PATCH",
    url: string,
    payload?: object,
    headers: Record<string, string> = {},
  ): Promise<Answer> => {
    let cookie = cookies.get(who);
    if (cookie === undefined) {
      const worker = (workers as Record<string, { id: string }>)[who];
      const sign = await web.inject({ method: "POST", url: "/api/demo/session", payload: { workerId: worker?.id } });
      cookie = String(sign.headers["set-cookie"] ?? "").split(";")[0] ?? "";
      cookies.set(who, cookie);
    }
    const answer = await web.inject({ method, url, headers: { cookie, ...headers }, ...(payload ? { payload } : {}) });
    return {
      status: answer.statusCode,
      body: answer.body.startsWith("{") ? (JSON.parse(answer.body) as Record<string, unknown>) : {},
    };
  };
  const before = await as("farah", "GET", "/api/reports?which=all&atMost=1");
  if ((before.body.reports as unknown[] | undefined)?.length !== 0) return made;

  const now = Date.now();
  for (const story of pack.stage.cases) {
    if (ending?.aborted) return made;
    const opened = await as(story.openedBy, "POST", "/api/cases", {
      sex: story.subject.sex === "girl" || story.subject.sex === "boy" ? story.subject.sex : "not-known",
      age: story.subject.age ?? null,
      ageBasis: story.subject.age === undefined || story.subject.age === null ? "not-known" : "said",
      isChild: "yes",
      situation: story.situation,
      district: story.district,
      risk: story.risk,
      happenedAt: new Date(now - (story.daysAgo ?? 1) * 86_400_000).toISOString(),
      note: story.notes?.[0]?.text,
    });
    if (opened.status !== 201) continue;
    made.cases += 1;
    for (const someone of story.people.slice(0, 3)) {
      if (ending?.aborted) return made;
      const role = ["child", "sibling", "caregiver", "suspect", "person-of-concern"].includes(someone.role)
        ? someone.role
        : "other";
      const person = await as(story.openedBy, "POST", `/api/cases/${opened.body.id}/people`, {
        role,
        relation: someone.relation ?? null,
        sex: someone.sex === "girl" || someone.sex === "boy" ? someone.sex : "not-known",
        age: someone.age ?? null,
      });
      if (person.status !== 201 || role === "suspect") continue;
      await as(
        story.openedBy,
        "PUT",
        `/api/identities/${person.body.id}`,
        {
          caseId: opened.body.id,
          section: "identity",
          identity: {
            givenName: someone.names.given,
            ...(someone.names.family ? { familyName: someone.names.family } : {}),
          },
        },
        { "if-match": '"0"' },
      );
    }
  }
  for (const report of pack.stage.reports) {
    if (ending?.aborted) return made;
    if (report.channel === "public-form") continue; // the public form makes its own
    const by = report.takenBy ?? "farah";
    const words = {
      saw: report.text,
      where: report.addresses?.[0]?.text ?? "",
      callerPhone: report.phones?.[0]?.number ?? "",
    };
    const facts = {
      danger: report.danger === "now" ? "now" : report.danger === "no" ? "no" : "not-sure",
      language: report.language === "hi" ? "hi" : "en",
      district: report.district ?? null,
      words,
    };
    const taken =
      report.channel === "helpline-call"
        ? await as(by, "POST", "/api/calls", facts)
        : await as(by, "POST", "/api/reports", facts);
    if (taken.status !== 201) continue;
    if (report.channel === "helpline-call") await as(by, "POST", `/api/calls/${taken.body.id}/report`, {});
    made.reports += 1;
  }
  return made;
}
