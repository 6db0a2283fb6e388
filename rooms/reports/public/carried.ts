/**
 * What a form carries from step to step. Nothing lies on the device and nothing on the server: everything typed travels in hidden
 * fields of the page itself. It is not signed, because it is the reporter's own and gives no right: tickets of files are unguessable,
 * and everything else is read as if a stranger had written it.
 */
import { type Html, html } from "../../../platform/http/html.ts";
import type { Language } from "../../../platform/languages/words.ts";
import { firstStep, type Step, stepNamed } from "./journeys.ts";
import {
  Answers,
  CHOICE_FIELDS,
  type ChoiceField,
  Door,
  LIMITS,
  StagedUpload,
  TEXT_FIELDS,
  type TextField,
} from "./model.ts";

/** What was sent, by field name; a field may come more than once. */
export type Fields = ReadonlyMap<string, readonly string[]>;

export type Carried = {
  token: string;
  door: Door;
  step: Step;
  /** Came from the last look to change one answer, and goes back there. */
  editing: boolean;
  answers: Answers;
  uploads: readonly StagedUpload[];
};

const tokenShape = /^[A-Za-z0-9_-]{16,200}$/;

export function last(fields: Fields, name: string): string | undefined {
  return fields.get(name)?.at(-1);
}

/** The token that the form carries; a new one where it carries none that we could have made. */
export function tokenOf(fields: Fields, newToken: () => string): string {
  const token = last(fields, "token");
  return token !== undefined && tokenShape.test(token) ? token : newToken();
}

/** The token of the visit: the form's own, or the one that a returning reporter came with. */
export function visitOf(fields: Fields, token: string): string {
  const visit = last(fields, "visit");
  return visit !== undefined && tokenShape.test(visit) ? visit : token;
}

export function readCarried(fields: Fields, newToken: () => string): Carried {
  const door = Door.catch("worried").parse(last(fields, "door"));
  return {
    token: tokenOf(fields, newToken),
    door,
    step: stepNamed(door, last(fields, "step")),
    editing: last(fields, "editing") === "yes",
    answers: Answers.parse(
      Object.fromEntries([...TEXT_FIELDS, ...CHOICE_FIELDS].map((field) => [field, last(fields, field)])),
    ),
    uploads: readUploads(fields),
  };
}

export function begin(door: Door, token: string): Carried {
  return { token, door, step: firstStep(door), editing: false, answers: Answers.parse({}), uploads: [] };
}

/** Files staged before, each as ticket, kind and size. */
export function readUploads(fields: Fields): StagedUpload[] {
  return (fields.get("upload") ?? [])
    .map((carried) => {
      const [ticket, kind, bytes] = carried.split(" ");
      return StagedUpload.safeParse({ ticket, kind, bytes: Number(bytes) });
    })
    .flatMap((read) => (read.success ? [read.data] : []))
    .slice(0, LIMITS.files);
}

export function carryUploads(uploads: readonly StagedUpload[]): Html[] {
  return uploads.map(({ ticket, kind, bytes }) => hidden("upload", `${ticket} ${kind} ${bytes}`));
}

/** Everything but the answers that this page itself asks for. */
export function carry(carried: Carried, language: Language, asked: readonly (TextField | ChoiceField)[]): Html {
  const answers = [...TEXT_FIELDS, ...CHOICE_FIELDS].filter(
    (field) => !asked.includes(field) && carried.answers[field],
  );
  return html`${hidden("token", carried.token)}
${hidden("lang", language)}
${hidden("door", carried.door)}
${hidden("step", carried.step.name)}
${carried.editing ? hidden("editing", "yes") : null}
${answers.map((field) => hidden(field, carried.answers[field] ?? ""))}
${carryUploads(carried.uploads)}`;
}

export function hidden(name: string, value: string): Html {
  return html`<input type="hidden" name="${name}" value="${value}">`;
}
