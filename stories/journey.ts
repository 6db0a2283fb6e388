/**
 * The first journey, played over HTTP against a running demonstration: a neighbour reports, a helpline worker reads at 3 a.m., screens, opens a
 * case and brings in the police and the committee; each sees its part and no more; an overseer sees that the girl's identity was opened, by
 * whom and why. Everybody here is invented.
 */
import { type PersonKey, person } from "../packs/cast.ts";
import { handIn } from "./public-form.ts";

interface Answer {
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: the journey reads whatever the server answered
  body: any;
}

type Tell = (line: string) => void;

/** True when everybody saw what they may and was refused the rest. */
export async function playJourney(baseUrl: string, tell: Tell): Promise<boolean> {
  const play = new Play(baseUrl, tell);
  try {
    await play.run();
  } catch (error) {
    tell(`  ✗ ${error instanceof Error ? error.message : String(error)}`);
    play.broken += 1;
  }
  tell("");
  tell(
    play.broken === 0
      ? `Every one of ${play.checks} checks held.`
      : `${play.broken} of ${play.checks} checks did not hold.`,
  );
  return play.broken === 0;
}

const GIRL = {
  givenName: "मीना",
  familyName: "केसरवाल-हँसदा",
  nickname: "Meena K.",
  languages: ["sat", "hi"],
  address: "सिमराही-बाघनगर टोला, ज़िला कटिहार 000854",
  phone: "+911100000904",
};
const SAID = "The girl who cleans the flat above was crying again. Her hand is burned. She never goes out.";
const WHERE = "Flat 9-J, third floor, Neelkamal-Kutumb Apartments, South Delhi 000117";
const HOME = { name: person("leela").agency.names.en, address: "Lane 4, invented, South Delhi 000118" };

class Play {
  readonly #base: string;
  readonly #tell: Tell;
  readonly #cookies = new Map<PersonKey, string>();
  checks = 0;
  broken = 0;

  constructor(base: string, tell: Tell) {
    this.#base = base.replace(/\/$/, "");
    this.#tell = tell;
  }

  async run(): Promise<void> {
    this.#tell("A neighbour, on an old phone, without a name");
    const receipt = await this.#report();
    this.check("the receipt is five spoken words", receipt.length === 5);

    this.#tell("Farah, helpline, 3 a.m.");
    const desk = await this.#deskWithTheReport();
    const list = await this.as(desk, "GET", "/api/reports?which=open&atMost=200");
    const reportId = list.body.reports.find(
      (r: { danger: string; read: boolean; channel: string }) =>
        r.danger === "now" && !r.read && r.channel === "public-form",
    )?.id as string;
    this.check("finds it on top, danger first", list.body.reports[0]?.danger === "now" && typeof reportId === "string");
    const report = await this.as(desk, "GET", `/api/reports/${reportId}`);
    this.check("reads what was said and where", report.body.words?.saw === SAID && report.body.words?.where === WHERE);
    this.check("takes it", (await this.as(desk, "PUT", `/api/reports/${reportId}/claim`)).status === 204);
    this.check(
      "answers the neighbour",
      (
        await this.as(desk, "POST", `/api/reports/${reportId}/messages`, {
          text: "Help is on its way. Please do not go to the door.",
        })
      ).status === 201,
    );
    const stranger = await this.as("rekha", "GET", `/api/reports/${reportId}`);
    this.check("a police officer elsewhere finds nothing under that number", stranger.status === 404);

    this.#tell("She screens it with the published indicators");
    const danger = await this.as(desk, "POST", "/api/screening-advice", {
      answers: { "danger.held": { value: "yes" } },
    });
    this.check(
      "danger comes first and stops the questions",
      danger.status === 200 && danger.body.advice.kind === "act-now",
    );

    this.#tell("She opens a case and seals who the girl is");
    const made = await this.as(desk, "POST", `/api/reports/${reportId}/case`, {
      sex: "girl",
      age: 14,
      ageBasis: "seems",
      isChild: "yes",
      situation: "domestic-work",
      district: "IN-DL-south",
      risk: "immediate",
      note: "Burned hand, locked in. The neighbour must not be named.",
    });
    this.check(
      "the case has a number that tells nothing",
      made.status === 201 && /^HW-[0-9A-Z]{3}-[0-9A-Z]{3}$/.test(made.body.ref),
    );
    const caseId = made.body.id as string;
    const girl = (
      await this.as(desk, "POST", `/api/cases/${caseId}/people`, {
        role: "child",
        relation: "self",
        sex: "girl",
        age: 14,
      })
    ).body.id as string;
    const sealed = await this.as(
      desk,
      "PUT",
      `/api/identities/${girl}`,
      { caseId, section: "identity", identity: GIRL },
      { "if-match": '"0"' },
    );
    this.check("her identity is sealed", sealed.status === 200 && sealed.body.version === 1);
    const screening = await this.as(desk, "POST", `/api/cases/${caseId}/screenings`, { answers: ANSWERS });
    this.check(
      "the screening advises, with reasons and no number",
      screening.status === 201 && !/percent|score/i.test(JSON.stringify(screening.body.advice)),
    );
    this.check(
      "she decides, with her reason",
      (
        await this.as(desk, "PUT", `/api/cases/${caseId}/screenings/${screening.body.id}/decision`, {
          decision: "trafficking",
          reason: "Recruited at home, locked in, unpaid, no school.",
        })
      ).status === 200,
    );

    this.#tell("She brings in the police unit and the Child Welfare Committee");
    const until = new Date(Date.now() + 180 * 86_400_000).toISOString();
    const police = await this.as(desk, "POST", `/api/cases/${caseId}/members`, {
      kind: "unit",
      subjectId: person("vikram").unit.id,
      purpose: 3,
      until,
      sections: [1, 7],
      basis: "urgent-protection",
    });
    const committee = await this.as(desk, "POST", `/api/cases/${caseId}/members`, {
      kind: "unit",
      subjectId: person("asha-rao").unit.id,
      purpose: 1,
      until,
      sections: [1, 2, 3, 4, 6, 9],
      basis: "statutory-duty",
    });
    this.check("both are on the case, each until a day", police.status === 201 && committee.status === 201);

    this.#tell("Vikram, anti-human-trafficking unit");
    const his = await this.as("vikram", "GET", `/api/cases/${caseId}`);
    this.check("sees the case", his.status === 200);
    await this.as("vikram", "POST", `/api/cases/${caseId}/events`, {
      kind: "taken-in-charge",
      happenedAt: new Date(Date.now() - 3_600_000).toISOString(),
      stage: "safe",
    });

    this.#tell("Asha Rao, Child Welfare Committee");
    await this.as("asha-rao", "POST", `/api/cases/${caseId}/events`, {
      kind: "heard-by-committee",
      section: 6,
      happenedAt: new Date().toISOString(),
      text: "She does not want to go back to the flat.",
      stage: "heard",
    });
    const { homes } = (await this.as("asha-rao", "GET", `/api/cases/${caseId}/homes`)).body;
    this.check(
      "is offered the homes of the district, which the helpline is not",
      homes?.some((home: { unitId: string }) => home.unitId === person("leela").unit.id) &&
        (await this.as(desk, "GET", `/api/cases/${caseId}/homes`)).status >= 403,
    );
    const place = await this.as("asha-rao", "POST", `/api/cases/${caseId}/places`, {
      since: new Date().toISOString(),
      home: { unitId: person("leela").unit.id, reviewAt: new Date(Date.now() + 90 * 86_400_000).toISOString() },
      address: HOME.address,
    });
    this.check("places the girl in a home, sealed", place.status === 201);
    await this.stepUp("asha-rao");
    const bed = await this.as("asha-rao", "POST", `/api/identities/${place.body.id}/openings`, { reason: "placement" });
    this.check(
      "opens it again, and that is logged",
      bed.status === 201 && bed.body.identity.name.includes(HOME.name) && bed.body.identity.address === HOME.address,
    );

    this.#tell("Leela, the home");
    const hers = await this.as("leela", "GET", `/api/cases/${caseId}`);
    this.check(
      "is on the case from then on, until the committee looks again; it reads no statement",
      hers.status === 200 &&
        hers.body.sections.includes(2) &&
        !hers.body.sections.includes(6) &&
        !JSON.stringify(hers.body).includes("go back to the flat"),
    );
    await this.as("leela", "POST", `/api/cases/${caseId}/notes`, { text: "She slept until seven and ate." });
    const leads = JSON.stringify([
      (await this.as(desk, "GET", `/api/cases/${caseId}`)).body,
      (await this.as(desk, "GET", `/api/cases/${caseId}/access`)).body,
    ]);
    this.check(
      "the helpline, which leads the case, reads “a care home” and not which",
      leads.includes('"basis":"placed"') &&
        !leads.includes(HOME.name) &&
        !leads.includes(person("leela").names.en) &&
        !leads.includes(person("leela").unit.id),
    );

    this.#tell("What the police must not see");
    await this.stepUp("vikram");
    const refused = await this.as("vikram", "POST", `/api/identities/${place.body.id}/openings`, {
      reason: "interview",
    });
    this.check("not where she sleeps: the answer for a place that does not exist", refused.status === 404);
    const replies = [
      await this.as("vikram", "GET", `/api/cases/${caseId}`),
      await this.as("vikram", "GET", `/api/cases/${caseId}/looks`),
      await this.as("vikram", "GET", "/api/agencies"),
      await this.as("vikram", "GET", `/api/cases/${caseId}/homes`),
      await this.as("vikram", "GET", `/api/cases/${caseId}/places`),
      await this.as("vikram", "GET", `/api/cases/${caseId}/access`),
      await this.as("vikram", "GET", `/api/cases/${caseId}/history`),
      await this.as("vikram", "GET", `/api/cases/${caseId}/screenings`),
      await this.as("vikram", "GET", "/api/cases"),
    ];
    const heard = JSON.stringify(replies.map((r) => r.body));
    this.check("no reply to him holds a home's name", !heard.includes(HOME.name) && !heard.includes(HOME.address));
    this.check(
      "a statement is a headline without its words",
      !heard.includes("go back to the flat") &&
        replies[0]?.body.timeline.some((e: { section: number; held: boolean }) => e.section === 6 && !e.held),
    );
    this.check(
      "nor the neighbour's report",
      (await this.as("vikram", "GET", `/api/reports/${reportId}`)).status === 404,
    );
    const opened = await this.as("vikram", "POST", `/api/identities/${girl}/openings`, { reason: "interview" });
    this.check(
      "but the girl's name, for a reason, after his code",
      opened.status === 201 && opened.body.identity.givenName === GIRL.givenName,
    );

    this.#tell("Somebody who is not on the case");
    const closed = await this.as("balwinder", "GET", `/api/cases/${caseId}`);
    const absent = await this.as("balwinder", "GET", "/api/cases/00000000-0000-7000-8000-000000000000");
    this.check(
      "gets the one answer for closed and absent",
      closed.status === 404 && JSON.stringify(closed.body) === JSON.stringify(absent.body),
    );

    this.#tell("Meher, State Commission");
    const openings = await this.as("meher", "GET", "/api/oversight/openings");
    const seen = JSON.stringify(openings.body);
    this.check(
      "sees that the identity was opened, by whom and why",
      openings.body.openings?.some(
        (o: { worker: { en?: string }; reason: string; outcome: string }) =>
          o.worker.en === person("vikram").names.en && o.reason === "interview" && o.outcome === "done",
      ),
    );
    this.check(
      "and that the place was refused to him",
      openings.body.openings?.some(
        (o: { worker: { en?: string }; outcome: string }) =>
          o.worker.en === person("vikram").names.en && o.outcome === "not-visible",
      ),
    );
    this.check("and no name of a child", !seen.includes(GIRL.givenName) && !seen.includes(made.body.ref));

    this.#tell("The neighbour comes back with the five words");
    const again = await this.#page("/report/again", { words: receipt.join(" ") });
    this.check("and reads the answer", again.includes("Help is on its way"));
    const wrong = await this.#page("/report/again", { words: [...receipt.slice(1), receipt[0]].join(" ") });
    this.check("another order of words opens nothing", !wrong.includes("Help is on its way"));
    const checkpoint = await fetch(`${this.#base}/log/checkpoint`);
    this.check(
      "the log's head is signed and public",
      checkpoint.status === 200 && (await checkpoint.text()).includes("\n— "),
    );
  }

  check(what: string, held: boolean | undefined): void {
    this.checks += 1;
    if (held !== true) this.broken += 1;
    this.#tell(`  ${held === true ? "✓" : "✗"} ${what}`);
  }

  /** One of the cast, with a real session and its cookie. */
  async as(
    who: PersonKey,
    method: string,
    path: string,
    body?: object,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    let cookie = this.#cookies.get(who);
    if (cookie === undefined) {
      const sign = await fetch(`${this.#base}/api/demo/session`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ workerId: person(who).id }),
      });
      cookie = /hw_session=[^;]+/.exec(sign.headers.get("set-cookie") ?? "")?.[0];
      if (cookie === undefined) throw new Error(`${person(who).names.en} could not sign in (${sign.status}).`);
      this.#cookies.set(who, cookie);
    }
    const answer = await fetch(`${this.#base}${path}`, {
      method,
      headers: { cookie, ...(body ? { "content-type": "application/json" } : {}), ...headers },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const text = await answer.text();
    return { status: answer.status, body: text.startsWith("{") ? (JSON.parse(text) as unknown) : text };
  }

  /** Real step-up: the code of the cast page, as an authenticator would show it. */
  async stepUp(who: PersonKey): Promise<void> {
    const { cast } = (await (await fetch(`${this.#base}/api/demo/cast`)).json()) as {
      cast: { workerId: string; code: string }[];
    };
    const code = cast.find((c) => c.workerId === person(who).id)?.code;
    const answer = await this.as(who, "POST", "/api/session/step-up", { code });
    // A code works once: one that was used in the last half minute leaves the session stepped up from then.
    if (answer.status !== 200 && (await this.as(who, "GET", "/api/me")).body.session?.level !== 2)
      throw new Error(`${person(who).names.en} could not step up (${answer.status} ${JSON.stringify(answer.body)}).`);
  }

  /** Fills in the public form page by page, as a browser without JavaScript would. */
  #report(): Promise<string[]> {
    return handIn(
      {
        get: async (path) => (await fetch(`${this.#base}${path}`)).text(),
        post: (path, form) => this.#page(path, form),
      },
      { danger: "yes", saw: SAID, where: WHERE, age: "12-17", company: "harm", role: "near", reach: "no" },
    );
  }

  async #page(path: string, form: Record<string, string>): Promise<string> {
    const answer = await fetch(`${this.#base}${path}`, {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams(form).toString(),
    });
    if (answer.headers.get("set-cookie") !== null) this.check("the public form sets no cookie", false);
    return answer.text();
  }

  async #deskWithTheReport(): Promise<PersonKey> {
    for (const who of ["farah", "ishita"] as const) {
      const list = await this.as(who, "GET", "/api/reports?which=open&atMost=200");
      if (
        list.body.reports?.some(
          (r: { danger: string; read: boolean; channel: string }) =>
            r.danger === "now" && !r.read && r.channel === "public-form",
        )
      )
        return who;
    }
    throw new Error("No helpline desk has the report.");
  }
}

/** What is already known of her, from the neighbour, the officer and the nurse (scenario 1). */
const ANSWERS = {
  "age.under-18": { value: "yes", source: "worker-saw" },
  "act.recruitment": { value: "yes", source: "third-person" },
  "act.harbouring": { value: "yes", source: "worker-saw" },
  "purpose.forced-labour": { value: "yes", source: "worker-saw" },
} as const;
