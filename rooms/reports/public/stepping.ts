/** What a pressed button does on the way through the questions. */
import type { Language } from "../../../platform/languages/words.ts";
import { begin, type Carried, last, readCarried } from "./carried.ts";
import { type Answer, type Desk, fileSentences, forget, nameOf, tooLong } from "./desk.ts";
import { receiptPage, unsentPage } from "./endings.ts";
import type { FileProblem, Incoming } from "./incoming.ts";
import { type Step, stepAfter, stepBefore, stepNamed } from "./journeys.ts";
import type { PageContext } from "./layout.ts";
import { Door, isEmpty, sealedInput, tooManyCharacters, triage } from "./model.ts";
import { fieldsOf, questionPage } from "./questions.ts";
import { startPage } from "./start.ts";
import { type Say, speak } from "./words.ts";

/** Answers a form of the questions. Unknown buttons are read as "Continue". */
export async function takeStep(desk: Desk, incoming: Incoming, language: Language): Promise<Answer> {
  const [go = "next", target = ""] = split(last(incoming.fields, "go"));
  if (go === "door") {
    const door = Door.catch("worried").parse(target);
    return ask(desk, language, begin(door, incoming.token), []);
  }
  const read = {
    ...readCarried(incoming.fields, () => incoming.token),
    token: incoming.token,
    uploads: incoming.uploads,
  };
  const problems = problemsOf(read, incoming.fileProblems, speak(language, read.door));
  switch (go) {
    case "lang":
      return ask(desk, target === "hi" ? "hi" : "en", read, []);
    case "edit":
      return ask(desk, language, { ...read, step: stepNamed(read.door, target), editing: true }, []);
    case "look":
      return ask(desk, language, { ...read, step: stepNamed(read.door, "check"), editing: false }, []);
    case "add":
      return ask(desk, language, read, problems);
    case "drop":
      return ask(desk, language, await withoutUpload(desk, read, target), []);
    case "back":
      return goBack(desk, language, read);
    case "send":
      return send(desk, language, read);
    default:
      return problems.length > 0
        ? ask(desk, language, read, problems)
        : ask(desk, language, { ...read, ...onward(read) }, []);
  }
}

function ask({ pack, reports }: Desk, language: Language, carried: Carried, problems: readonly string[]): Answer {
  if (carried.step.name === "check") reports.prepare(carried.token);
  return {
    status: 200,
    page: questionPage({ say: speak(language, carried.door), pack, visit: carried.token, carried, problems }),
  };
}

function onward(carried: Carried): { step: Step; editing: boolean } {
  const next = stepAfter(carried.door, carried.step, carried.answers);
  // A changed answer goes back to the last look, unless something more urgent stands behind it.
  if (carried.editing && next.kind !== "pause") return { step: stepNamed(carried.door, "check"), editing: false };
  return { step: next, editing: carried.editing };
}

function goBack(desk: Desk, language: Language, carried: Carried): Answer {
  if (carried.editing)
    return ask(desk, language, { ...carried, step: stepNamed(carried.door, "check"), editing: false }, []);
  const before = stepBefore(carried.door, carried.step, carried.answers);
  if (before === null)
    return { status: 200, page: startPage({ say: speak(language), pack: desk.pack, visit: carried.token }) };
  return ask(desk, language, { ...carried, step: before }, []);
}

/** Sends the report. Every outcome but the receipt keeps the whole form in the page. */
async function send(desk: Desk, language: Language, carried: Carried): Promise<Answer> {
  const context: PageContext = { say: speak(language, carried.door), pack: desk.pack, visit: carried.token };
  const { answers, uploads, door } = carried;
  const unready = firstTooLong(carried);
  if (unready)
    return ask(
      desk,
      language,
      { ...carried, step: unready, editing: true },
      problemsOf({ ...carried, step: unready }, [], context.say),
    );
  if (isEmpty(answers, uploads)) {
    return ask(desk, language, { ...carried, step: stepNamed(door, "check"), editing: false }, [
      context.say("check.nothing"),
    ]);
  }
  try {
    const outcome = await desk.reports.accept({
      token: carried.token,
      sealed: sealedInput(answers),
      triage: triage(door, answers, uploads),
      language,
      attachments: uploads,
    });
    if ("words" in outcome) return { status: 200, page: receiptPage(context, carried, outcome.words) };
    if (outcome.refused === "too-large") return { status: 413, page: unsentPage(context, carried, "large") };
    if (outcome.refused === "sent-before") return { status: 200, page: unsentPage(context, carried, "sent") };
  } catch (error) {
    desk.onTrouble(nameOf(error));
  }
  return { status: 503, page: unsentPage(context, carried, "trouble") };
}

async function withoutUpload(desk: Desk, carried: Carried, ticket: string): Promise<Carried> {
  const dropped = carried.uploads.find((upload) => upload.ticket === ticket);
  if (dropped) await forget(desk, dropped);
  return { ...carried, uploads: carried.uploads.filter((upload) => upload !== dropped) };
}

function problemsOf({ step, answers }: Carried, files: readonly FileProblem[], say: Say): string[] {
  const texts = fieldsOf(step).filter((field) => field === "saw" || field === "where" || field === "reachHow");
  return [...texts.flatMap((field) => tooLong(say, answers[field])), ...fileSentences(say, files)];
}

function firstTooLong({ door, answers }: Carried): Step | undefined {
  const steps = { saw: "saw", where: "where", reachHow: "reach" } as const;
  const field = (["saw", "where", "reachHow"] as const).find((name) => tooManyCharacters(answers[name]) > 0);
  return field && stepNamed(door, steps[field]);
}

function split(pressed: string | undefined): string[] {
  const [go = "", ...rest] = (pressed ?? "next").split("-");
  return [go, rest.join("-")];
}
