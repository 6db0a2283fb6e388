/**
 * The first journey up to where a test wants it, through the same interface that the screens use: a neighbour's report, the desk that takes it, the
 * case of a girl who cleans a flat, who is brought in, what is written and what is sealed. Everybody here is invented.
 */
import { person } from "../../packs/cast.ts";
import { handIn } from "../public-form.ts";
import { nextAddress, type Person, type World } from "../world.ts";

export const GIRL = { givenName: "Lakshmika", familyName: "Hansda-Kesarwal", languages: ["sat", "hi"] };
export const SAID = "The girl who cleans the flat above was crying again. Her hand is burned.";
export const WHERE = "Flat 9-J, third floor, Neelkamal-Kutumb Apartments, South Delhi 000117";
export const HOME = { name: person("leela").agency.names.en, address: "Lane 4, Invented Nagar, South Delhi 000118" };
export const NOTE = "Burned hand, locked in. The neighbour must not be named.";
export const HER_WORDS = "I do not want to go back to the flat. I want my sister to know.";
export const STATEMENT = "She told the bench that the man came at night.";

/** Sends the neighbour's report by the public form. @returns the receipt's five words */
export function neighbourReports(w: World): Promise<string[]> {
  const remoteAddress = nextAddress();
  return handIn(
    {
      get: async (url) => (await w.web.inject({ method: "GET", url, remoteAddress })).body,
      post: async (url, form) =>
        (
          await w.web.inject({
            method: "POST",
            url,
            remoteAddress,
            headers: { "content-type": "application/x-www-form-urlencoded" },
            payload: new URLSearchParams(form).toString(),
          })
        ).body,
    },
    { danger: "yes", saw: SAID, where: WHERE, age: "12-17", company: "harm", role: "near", reach: "no" },
  );
}

/** The person of the helpline on whose desk the report lies: which desk has the night depends on the hour. */
export async function deskOf(w: World): Promise<{ name: "farah" | "ishita"; desk: Person; reportId: string }> {
  for (const name of ["farah", "ishita"] as const) {
    const desk = await w.as(name);
    const list = await desk.call("GET", "/api/reports?which=open&atMost=200");
    const report = list.body.reports?.find((one: { channel: string }) => one.channel === "public-form");
    if (report !== undefined) return { name, desk, reportId: report.id as string };
  }
  throw new Error("No helpline desk has the report.");
}

export interface Story {
  readonly desk: Person;
  readonly deskName: "farah" | "ishita";
  readonly vikram: Person;
  readonly asha: Person;
  readonly leela: Person;
  readonly reportId: string;
  readonly caseId: string;
  readonly ref: string;
  readonly girl: string;
  readonly placeId: string;
  readonly screening: string;
}

/**
 * The whole journey, as far as people of it have entered it: everybody is on the case, the place is sealed, her words are written.
 * @param placed false: up to the committee's sitting, so that a test can place her on the screen; then the story has no place yet
 */
export async function wholeStory(w: World, { placed = true } = {}): Promise<Story> {
  await neighbourReports(w);
  const { name, desk, reportId } = await deskOf(w);
  const [vikram, asha, leela] = await Promise.all([w.as("vikram"), w.as("asha-rao"), w.as("leela")]);
  const made = async (who: Person, path: string, body: object) => {
    const answer = await who.call("POST", path, body);
    if (answer.status !== 201) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body as { id: string; ref: string };
  };
  await desk.call("PUT", `/api/reports/${reportId}/claim`);
  const { id: caseId, ref } = await made(desk, `/api/reports/${reportId}/case`, {
    sex: "girl",
    age: 14,
    ageBasis: "seems",
    isChild: "yes",
    situation: "domestic-work",
    district: "IN-DL-south",
    risk: "immediate",
    note: NOTE,
  });
  const child = { role: "child", relation: "self", sex: "girl", age: 14 };
  const { id: girl } = await made(desk, `/api/cases/${caseId}/people`, child);
  await desk.call(
    "PUT",
    `/api/identities/${girl}`,
    { caseId, section: "identity", identity: GIRL },
    { "if-match": '"0"' },
  );
  const screening = await made(desk, `/api/cases/${caseId}/screenings`, {
    answers: {
      "age.under-18": { value: "yes", source: "worker-saw" },
      "act.recruitment": { value: "yes", source: "third-person" },
      "act.harbouring": { value: "yes", source: "worker-saw" },
      "purpose.forced-labour": { value: "yes", source: "worker-saw" },
    },
  });
  await desk.call("PUT", `/api/cases/${caseId}/screenings/${screening.id}/decision`, {
    decision: "trafficking",
    reason: "Recruited at home, locked in, unpaid, no school.",
  });
  const until = new Date(Date.now() + 180 * 86_400_000).toISOString();
  const brings = (by: Person, unit: string, purpose: number, sections: number[], basis: string) =>
    made(by, `/api/cases/${caseId}/members`, { kind: "unit", subjectId: unit, purpose, until, sections, basis });
  await brings(desk, vikram.unitId, 3, [1, 7], "urgent-protection");
  await brings(desk, asha.unitId, 1, [1, 2, 3, 4, 6, 9], "statutory-duty");
  await made(vikram, `/api/cases/${caseId}/events`, {
    kind: "taken-in-charge",
    happenedAt: new Date(Date.now() - 3_600_000).toISOString(),
    stage: "safe",
  });
  await made(asha, `/api/cases/${caseId}/events`, {
    kind: "heard-by-committee",
    section: 6,
    happenedAt: new Date().toISOString(),
    text: STATEMENT,
    stage: "heard",
  });
  await made(asha, `/api/cases/${caseId}/notes`, { text: HER_WORDS, kind: "own-words" });
  // The home comes onto the case with the place: the helpline, which leads the case, learns not which.
  const { id: placeId } = placed
    ? await made(asha, `/api/cases/${caseId}/places`, {
        since: new Date().toISOString(),
        home: { unitId: leela.unitId, reviewAt: until },
        address: HOME.address,
      })
    : { id: "" };
  return { desk, deskName: name, vikram, asha, leela, reportId, caseId, ref, girl, placeId, screening: screening.id };
}
