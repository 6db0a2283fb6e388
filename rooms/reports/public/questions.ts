/** One question a page. The whole page is one form, so that whatever is pressed keeps what was typed. */
import { type Html, html, raw } from "../../../platform/http/html.ts";
import { type Carried, carry } from "./carried.ts";
import { journeys, placeOf, type Step } from "./journeys.ts";
import { languageButton, numbers, PATHS, type PageContext, page, problem } from "./layout.ts";
import { type ChoiceField, LIMITS, type StagedUpload, type TextField } from "./model.ts";
import { counted, isKey, keyOf, type Say } from "./words.ts";

type Asked = PageContext & { carried: Carried; problems: readonly string[] };

/** The page of the step at which the form stands. `problems`: sentences to be looked at first. */
export function questionPage(asked: Asked): string {
  const { say, carried } = asked;
  const { step, door } = carried;
  const place = placeOf(door, step);
  return page(asked, {
    title: asked.problems.length > 0 ? say("title.problem") : place ? say("title.step", place) : say("title.page"),
    language: "button",
    body: html`<form method="post" action="${PATHS.start}" autocomplete="off"${step.kind === "files" ? raw` enctype="multipart/form-data"` : null}>
${carry(carried, say.language, fieldsOf(step))}
${place && html`<p class="progress">${say("progress", place)}</p>`}
${problem(asked.problems)}
${inside(asked, step)}
${step.kind === "pause" || step.kind === "check" ? null : html`<p class="hint">${say(door === "me" ? "skip.me" : "skip")}</p>`}
<div class="ways">
<button class="plain" name="go" value="back">${say("back")}</button>
${languageButton(say.language)}
</div>
</form>
${step.name === "call" ? null : numbers(asked, say(door === "me" ? "call.title.me" : "call.title"))}`,
  });
}

/** The answers that a step's page itself asks for, and so must not carry hidden. */
export function fieldsOf(step: Step): (TextField | ChoiceField)[] {
  if (step.kind === "choice" || step.kind === "text") return [step.field];
  return step.kind === "reach" ? ["reach", "reachHow"] : [];
}

function inside(asked: Asked, step: Step): Html {
  const { say, carried } = asked;
  const title = say(keyOf(carried.door, step.name, "title"));
  switch (step.kind) {
    case "choice":
      return html`${choices(asked, step.field, step.options, title)}${next(say)}`;
    case "text":
      return html`<h1><label for="${step.field}">${title}</label></h1>
${hint(asked, step)}
${step.name === "saw" && carried.door === "worried" ? html`<p class="care">${say("confront")}</p>` : null}
${textarea(asked, step.field, step.rows)}${next(say)}`;
    case "reach":
      return html`${choices(asked, "reach", step.options, title)}
<p class="field"><label for="reachHow">${say(keyOf(carried.door, "reach.how"))}</label></p>
<p class="care" id="reach-care">${say(keyOf(carried.door, "reach.warning"))}</p>
${textarea(asked, "reachHow", 2, "reach-care")}${next(say)}`;
    case "pause":
      return html`<h1>${title}</h1>
<p>${say(keyOf(carried.door, step.name, "text"))}</p>
${step.name === "call" ? html`${numbers(asked, null)}${carried.door === "worried" ? html`<p class="care">${say("confront")}</p>` : null}` : null}
<button class="go" name="go" value="next">${say(keyOf(carried.door, step.name, "on"))}</button>`;
    case "files":
      return html`<h1>${title}</h1>
${filesField(say, carried.uploads)}
${next(say)}`;
    case "check":
      return lastLook(asked, title);
  }
}

function next(say: Say): Html {
  return html`<button class="go" name="go" value="next">${say("continue")}</button>`;
}

function hint({ say, carried }: Asked, step: Step): Html | null {
  const key = `${carried.door}.${step.name}.hint`;
  return isKey(key) ? html`<p class="hint" id="hint">${say(key)}</p>` : null;
}

function choices(asked: Asked, field: ChoiceField, options: readonly string[], title: string): Html {
  const { say, carried } = asked;
  const help = hint(asked, carried.step);
  return html`<fieldset${help && raw` aria-describedby="hint"`}>
<legend><h1>${title}</h1></legend>
${help}
${options.map((option) => {
  const chosen = carried.answers[field] === option;
  return html`<label class="option"><input type="radio" name="${field}" value="${option}"${chosen && raw` checked`}><span>${say(optionKey(carried, field, option))}</span></label>`;
})}
</fieldset>`;
}

/** The sentence of an answer: the door's own, or one that all share. */
export function optionKey({ door }: Carried, field: ChoiceField, option: string): ReturnType<typeof keyOf> {
  if (option === "not-sure") return "notSure";
  const own = `${door}.${field}.${option}`;
  if (isKey(own)) return own;
  return field === "age" ? keyOf("age", option) : keyOf(option);
}

function textarea({ carried, problems }: Asked, field: TextField, rows: number, also?: string): Html {
  const described = ["hint", also, problems.length > 0 ? "problem" : null].filter(Boolean).join(" ");
  // A browser drops the first line break inside a textarea; ours stands there so that the reporter's own is kept.
  return html`<textarea id="${field}" name="${field}" rows="${rows}" maxlength="${LIMITS.text}" dir="auto" autocomplete="off" aria-describedby="${described}"${problems.length > 0 && raw` aria-invalid="true"`}>
${carried.answers[field]}</textarea>`;
}

/** Shared with the page on which more is added to a report. */
export function filesField(say: Say, uploads: readonly StagedUpload[]): Html {
  const left = LIMITS.files - uploads.length;
  return html`<p class="hint">${say("files.hint")}</p>
<p class="care">${say("files.never")}</p>
<p class="hint">${say("files.hidden")}</p>
${
  uploads.length === 0
    ? null
    : html`<h2>${say("files.list")}</h2>
<ul class="files">${uploads.map(
        (upload, at) =>
          html`<li><span>${fileName(say, uploads, at)}</span> <button class="plain" name="go" value="${`drop-${upload.ticket}`}">${say("files.remove")}<span class="unseen"> ${fileName(say, uploads, at)}</span></button></li>`,
      )}</ul>`
}
${
  left <= 0
    ? null
    : html`<p class="field"><label for="file">${say("files.choose")}</label></p>
<p class="hint" id="file-hint">${say("files.limit", { count: LIMITS.files, size: LIMITS.fileBytes / 1024 / 1024 })}</p>
<input type="file" id="file" name="file" multiple aria-describedby="file-hint">
<button class="second" name="go" value="add">${say("files.add")}</button>`
}`;
}

/** "Picture 2, 1.4 MB": never what the phone called it. */
function fileName(say: Say, uploads: readonly StagedUpload[], at: number): string {
  const upload = uploads[at];
  if (!upload) return "";
  const number = uploads.slice(0, at + 1).filter(({ kind }) => kind === upload.kind).length;
  return say("files.size", { kind: say(keyOf("files", upload.kind)), number, size: size(say, upload.bytes) });
}

function size(say: Say, bytes: number): string {
  const megabytes = bytes >= 1_000_000;
  const format = new Intl.NumberFormat(say.language, {
    style: "unit",
    unit: megabytes ? "megabyte" : "kilobyte",
    maximumFractionDigits: megabytes ? 1 : 0,
  });
  return format.format(megabytes ? bytes / 1_000_000 : Math.max(1, bytes / 1000));
}

function lastLook(asked: Asked, title: string): Html {
  const { say, carried, pack } = asked;
  return html`<h1>${title}</h1>
<p class="hint">${say("check.noSend")}</p>
<p>${say(keyOf(carried.door, "check.truth"), { number: pack.numbers[0].call })}</p>
<dl class="check">${answeredSteps(carried).map(
    ({ step, said }) => html`<div>
<dt>${say(keyOf(carried.door, step.name, "title"))}</dt>
<dd><span class="all">${said(say)}</span> <button class="plain" name="go" value="${`edit-${step.name}`}">${say("check.change")}<span class="unseen">: ${say(keyOf(carried.door, step.name, "title"))}</span></button></dd>
</div>`,
  )}</dl>
<button class="go" name="go" value="send">${say("check.send")}</button>`;
}

function answeredSteps(carried: Carried): { step: Step; said: (say: Say) => Html }[] {
  const chosen = (say: Say, field: ChoiceField) => {
    const option = carried.answers[field];
    return option === null ? null : say(optionKey(carried, field, option));
  };
  const typed = (field: TextField) => carried.answers[field].trim() || null;
  const questions = journeys[carried.door].filter(({ kind }) => kind !== "pause" && kind !== "check");
  return questions.map((step) => ({
    step,
    said: (say) => {
      const lines =
        step.kind === "choice"
          ? [chosen(say, step.field)]
          : step.kind === "text"
            ? [typed(step.field)]
            : step.kind === "reach"
              ? [chosen(say, "reach"), typed("reachHow")]
              : [carried.uploads.length === 0 ? null : counted(say, "check.files", carried.uploads.length)];
      const told = lines.filter((line) => line !== null);
      if (told.length === 0) return html`<span class="hint">${say("check.unanswered")}</span>`;
      return html`${told.map((line) => html`<span class="said" dir="auto">${line}</span>`)}`;
    },
  }));
}
