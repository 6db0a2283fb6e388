import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { phrase } from "../platform/languages/words.ts";
import { openSheet } from "../platform/sheets/open.ts";
import type { SheetRefusal } from "../platform/sheets/refusals.ts";
import { addressFor } from "./address.ts";
import type { Input } from "./command.ts";
import { type ExitCode, exitCodes, Failure, systemCode } from "./failure.ts";
import { type Column, decisionsFrom } from "./import/mapping-file.ts";
import { type Run, reportLines } from "./import/report.ts";
import { type Server, serverAt } from "./import/server.ts";
import { question, sameAgency, signIn } from "./import/sign-in.ts";
import { languageOf, say } from "./words.ts";

interface View {
  id: string;
  state: "open" | "staging" | "staged" | "in";
  revision: number;
  rowsPlanned: number;
  rowsStaged: number;
  rowsIn: number | null;
  work: { columns: Column[] } | null;
}

const language = languageOf(process.env);

/**
 * `./homeward import FILE --agency A`: brings a register into a running installation, as a named worker. The same steps as in the browser,
 * and the same rights; a broken run goes on where it stopped.
 */
export async function importCommand(input: Input): Promise<ExitCode> {
  const [file = ""] = input.words;
  const agency = input.text("agency");
  if (agency === undefined) throw new Failure(say("import.which-agency"), exitCodes.usage);
  const bytes = await readable(file);
  const server = serverAt(await addressFor(input, input.text("address")), language);
  await signIn(server, input.text("as"));
  const who = await sameAgency(server, agency);
  input.progress.line(say("import.as", who));

  const dry = input.flag("dry-run");
  const begun = await input.progress.during(say("import.step.send"), () =>
    server.ask<{ id: string; fresh: boolean; state: string }>(
      "POST",
      `/api/imports?name=${encodeURIComponent(basename(file))}`,
      bytes,
    ),
  );
  if (begun.state === "in") {
    const { rowsIn } = await server.ask<View>("GET", `/api/imports/${begun.id}`);
    console.log(say("import.in-already", { count: rowsIn ?? 0 }));
    return exitCodes.done;
  }
  try {
    return await bringIn(input, server, begun.id, dry);
  } finally {
    // Looking changes nothing: what only this look began goes again.
    if (dry && begun.fresh) await server.ask("DELETE", `/api/imports/${begun.id}`);
  }
}

async function bringIn(input: Input, server: Server, id: string, dry: boolean): Promise<ExitCode> {
  const { progress } = input;
  const view = await decided(input, server, await server.ask<View>("GET", `/api/imports/${id}`));
  const run = await progress.during(say("import.step.look"), () =>
    server.ask<Run>("GET", `/api/imports/${id}/dry-run`),
  );
  for (const line of reportLines(run, language)) console.log(line);
  const { refusal } = run;
  const held = refusal !== null && (refusal.code === "rows-wrong" || refusal.code === "nothing-inside");
  if (held) {
    console.error(`\n${inWords(refusal.code, { count: refusal.count })}`);
    return exitCodes.data;
  }
  if (dry) {
    console.log(`\n${say("import.dry")}`);
    return exitCodes.done;
  }
  await agreed(input, run);

  const staged = await progress.during(say("import.step.stage"), async (note) => {
    for (;;) {
      const now = await server.ask<View>("POST", `/api/imports/${id}/staging`, { looked: true }, view.revision);
      note(bar(now.rowsStaged, now.rowsPlanned));
      if (now.state !== "staging") return now;
    }
  });
  const done = await progress.during(say("import.step.promote", { count: staged.rowsPlanned }), () =>
    server.ask<{ cases: number }>("POST", `/api/imports/${id}/promotion`, undefined, view.revision),
  );
  console.log(say("import.done", { count: done.cases }));
  return exitCodes.done;
}

/** What the person decided: the form that the file is an export of, and what each column is. */
async function decided(input: Input, server: Server, view: View): Promise<View> {
  let now = view;
  const form = input.text("form");
  if (form !== undefined) {
    const bytes = await readable(form, true);
    now = await server.ask<View>("PUT", `/api/imports/${view.id}/form`, bytes, now.revision);
  }
  const mapping = input.text("mapping");
  if (mapping === undefined) return now;
  const wish = await decisionsFrom(mapping, now.work?.columns ?? []);
  return server.ask<View>("PUT", `/api/imports/${view.id}/mapping`, wish, now.revision);
}

/** Whoever brings a file in has read what is doubtful: no undo is promised. */
async function agreed(input: Input, { run }: Run): Promise<void> {
  if (input.flag("yes")) return;
  if (!process.stdin.isTTY) throw new Failure(`\n${say("import.needs-yes")}`, exitCodes.usage);
  console.log("");
  const answer = await question(say("import.ask", { count: run.counts.planned }));
  if (!/^(?:y|yes|h|haan|हाँ|हां)$/i.test(answer)) throw new Failure(say("import.not-brought-in"), exitCodes.interrupted);
}

/** The bytes of a file that may be read: what would be refused anyhow is refused here, before anything is sent. */
async function readable(file: string, isForm = false): Promise<Uint8Array> {
  const opened = await openSheet(file).catch((error: unknown) => {
    const code = systemCode(error);
    if (code === "ENOENT") throw new Failure(say("import.no-file", { file }), exitCodes.usage);
    if (code === "EISDIR") throw new Failure(say("import.is-folder", { file }), exitCodes.usage);
    if (code === "EACCES") throw new Failure(say("import.no-right", { file }), exitCodes.usage);
    throw error;
  });
  if (!opened.ok) throw new Failure(refusalInWords(file, opened), exitCodes.data);
  opened.close();
  if (!isForm && opened.form) throw new Failure(`${file}: ${inWords("form-not-answers")}`, exitCodes.data);
  if (isForm && !opened.form) throw new Failure(say("import.no-form", { file }), exitCodes.data);
  return readFile(file);
}

function refusalInWords(file: string, { code, params, sheet, cell, line }: SheetRefusal): string {
  const place = [sheet, cell ?? (line === null ? null : say("import.line", { line }))].filter(Boolean).join(", ");
  return `${file}${place === "" ? "" : ` (${place})`}: ${inWords(code, params)}`;
}

function inWords(code: string, params: Readonly<Record<string, string | number>> = {}): string {
  const say_ = (part: string) => phrase(language, "cases/imports", `refusals.${code}.${part}`, { ...params });
  return `${say_("title")}\n${say_("next")}`;
}

function bar(done: number, all: number): string {
  const wide = 24;
  const full = all === 0 ? 0 : Math.round((done / all) * wide);
  return `${"█".repeat(full)}${"░".repeat(wide - full)} ${say("import.of", { done: done.toLocaleString("en"), all: all.toLocaleString("en") })}`;
}
