/** For the tests of the public pages only: a stand-in for the rest of Homeward, and a reader of forms that behaves as a browser without JavaScript. */
import { randomBytes } from "node:crypto";
import type { Readable } from "node:stream";
import Fastify, { type FastifyInstance } from "fastify";
import type { Language } from "../../../platform/languages/words.ts";
import { canonical, format, wordsFromBytes } from "../receipt-words.ts";
import type { Door, SealedInput, StagedUpload, Triage } from "./model.ts";
import { publicReportPages } from "./pages.ts";
import type { PublicPack, PublicReports, Thread } from "./public-reports.ts";

export const pack: PublicPack = {
  numbers: [
    { call: "1098", name: { en: "child helpline", hi: "चाइल्ड हेल्पलाइन" } },
    { call: "112", name: { en: "emergency", hi: "आपातकाल" } },
  ],
  timeZone: "Asia/Kolkata",
};

type Accepted = {
  token: string;
  sealed: SealedInput;
  triage: Triage;
  language: string;
  attachments: readonly StagedUpload[];
};

/** Keeps everything in memory. `next` holds what the coming calls do instead of succeeding. */
export class StandIn implements PublicReports {
  accepted: Accepted[] = [];
  added: { words: string; token: string; text: string; attachments: readonly StagedUpload[] }[] = [];
  staged: { upload: StagedUpload; token: string; name: string | null; read: number }[] = [];
  unstaged: string[] = [];
  threads = new Map<string, Thread>();
  next: (Error | { refused: string; waitSeconds?: number })[] = [];

  newToken(): string {
    return randomBytes(24).toString("base64url");
  }

  prepare(): void {}

  async accept(input: Accepted): ReturnType<PublicReports["accept"]> {
    const instead = this.#instead();
    if (instead) return instead as { refused: "busy" };
    const indices = wordsFromBytes(Buffer.from(input.token));
    this.accepted.push(input);
    this.threads.set(canonical(indices), {
      status: "received",
      messages: [{ from: "you", text: input.sealed.saw, at: "2026-11-24T03:10:00Z" }],
    });
    return { words: format(indices, input.language === "hi" ? "hi" : "en") };
  }

  async read(words: string): ReturnType<PublicReports["read"]> {
    const instead = this.#instead();
    if (instead) return instead as { refused: "busy" };
    return this.threads.get(words) ?? { refused: "unknown" };
  }

  async add(
    words: string,
    addition: { token: string; text: string; attachments: readonly StagedUpload[] },
  ): ReturnType<PublicReports["add"]> {
    const instead = this.#instead();
    if (instead) return instead as { refused: "busy" };
    if (!this.threads.has(words)) return { refused: "unknown" };
    this.added.push({ words, ...addition });
    return { ok: true };
  }

  async stage(stream: Readable, meta: { token: string; name: string | null }): ReturnType<PublicReports["stage"]> {
    const instead = this.#instead();
    if (instead) return instead as { refused: "no-space" };
    let read = 0;
    for await (const chunk of stream) read += (chunk as Buffer).length;
    const upload: StagedUpload = { ticket: this.newToken(), kind: "picture", bytes: read };
    this.staged.push({ upload, ...meta, read });
    return upload;
  }

  async unstage(upload: StagedUpload): Promise<void> {
    this.unstaged.push(upload.ticket);
  }

  #instead(): { refused: string; waitSeconds?: number } | undefined {
    const instead = this.next.shift();
    if (instead instanceof Error) throw instead;
    return instead;
  }
}

export type Desk = { app: FastifyInstance; reports: StandIn; logged: string[]; troubles: string[] };

/** A server with nothing but the public pages. Every line it would log is kept in `logged`. */
export async function open(change: Partial<PublicPack> = {}): Promise<Desk> {
  const reports = new StandIn();
  const logged: string[] = [];
  const troubles: string[] = [];
  const app = Fastify({ logger: { level: "trace", stream: { write: (line: string) => logged.push(line) } } });
  await app.register(publicReportPages, {
    reports,
    pack: { ...pack, ...change },
    onTrouble: (name) => troubles.push(name),
  });
  return { app, reports, logged, troubles };
}

export type Form = {
  action: string;
  multipart: boolean;
  fields: [string, string][];
  buttons: string[];
  radios: Record<string, string[]>;
  texts: string[];
};

const unescaped = (text: string) => text.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));
const attribute = (tag: string, name: string) => {
  const found = new RegExp(` ${name}="([^"]*)"`).exec(tag);
  return found ? unescaped(found[1] ?? "") : null;
};

/** The first form of a page, with the values that a browser would send if only a button were pressed. */
export function formOf(page: string): Form {
  const [, tag = "", inside = ""] = /<main[\s\S]*?(<form[^>]*>)([\s\S]*?)<\/form>/.exec(page) ?? [];
  const fields: [string, string][] = [];
  const radios: Record<string, string[]> = {};
  const texts: string[] = [];
  for (const [input, area] of inside.matchAll(/<input[^>]*>|<textarea[^>]*>([\s\S]*?)<\/textarea>/g)) {
    const name = attribute(input, "name");
    if (name === null) continue;
    const type = attribute(input, "type");
    if (area !== undefined) {
      texts.push(name);
      fields.push([name, unescaped(area.replace(/^\n/, "")).replace(/\r?\n/g, "\r\n")]);
    } else if (type === "radio") {
      const options = radios[name] ?? [];
      options.push(attribute(input, "value") ?? "");
      radios[name] = options;
      if (/ checked[ >]/.test(input)) fields.push([name, attribute(input, "value") ?? ""]);
    } else if (type === "text") {
      texts.push(name);
      fields.push([name, attribute(input, "value") ?? ""]);
    } else if (type !== "file") fields.push([name, (attribute(input, "value") ?? "").replace(/\r?\n/g, "\r\n")]);
  }
  const buttons = [...inside.matchAll(/<button[^>]*>/g)].map(([button]) => attribute(button, "value") ?? "");
  return {
    action: attribute(tag, "action") ?? "",
    multipart: tag.includes("multipart"),
    fields,
    buttons,
    radios,
    texts,
  };
}

export type File = { name: string; bytes: Buffer };
export type Sent = { status: number; page: string; headers: Record<string, unknown> };

/** Fills the form of a page in, presses a button of it and reads the page that comes back. */
export async function press(
  app: FastifyInstance,
  page: string,
  go: string | null,
  filled: Record<string, string> = {},
  files: File[] = [],
): Promise<Sent> {
  const form = formOf(page);
  if (go !== null && !form.buttons.includes(go))
    throw new Error(`No button "${go}" here, but: ${form.buttons.join(", ")}`);
  const kept = form.fields.filter(([name]) => !(name in filled));
  const sent = [...kept, ...Object.entries(filled), ...(go === null ? [] : ([["go", go]] as [string, string][]))];
  for (const name of Object.keys(filled)) {
    if (!form.texts.includes(name) && !form.radios[name]?.includes(filled[name] ?? ""))
      throw new Error(`This page does not ask for ${name}.`);
  }
  const payload = form.multipart
    ? multipart(sent, files)
    : { type: "application/x-www-form-urlencoded", body: new URLSearchParams(sent).toString() };
  const reply = await app.inject({
    method: "POST",
    url: form.action,
    headers: { "content-type": payload.type },
    payload: payload.body,
  });
  return { status: reply.statusCode, page: reply.body, headers: reply.headers };
}

function multipart(fields: [string, string][], files: File[]): { type: string; body: Buffer } {
  const edge = "----edge7d1";
  const parts: Uint8Array[] = fields
    .filter(([name]) => name !== "go")
    .map(([name, value]) =>
      Buffer.from(`--${edge}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`),
    );
  for (const file of files.length > 0 ? files : [{ name: "", bytes: Buffer.alloc(0) }]) {
    parts.push(
      Buffer.from(
        `--${edge}\r\ncontent-disposition: form-data; name="file"; filename="${file.name}"\r\ncontent-type: application/octet-stream\r\n\r\n`,
      ),
      file.bytes,
      Buffer.from("\r\n"),
    );
  }
  for (const [name, value] of fields.filter(([name]) => name === "go")) {
    parts.push(Buffer.from(`--${edge}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`));
  }
  return {
    type: `multipart/form-data; boundary=${edge}`,
    body: Buffer.concat([...parts, Buffer.from(`--${edge}--\r\n`)]),
  };
}

/** The first heading of a page, as text. */
export function heading(page: string): string {
  return unescaped((/<h1[^>]*>([\s\S]*?)<\/h1>/.exec(page)?.[1] ?? "").replace(/<[^>]*>/g, ""));
}

/** The problems that a page asks to look at. */
export function problems(page: string): string[] {
  const box = /<div class="problem"[^>]*>([\s\S]*?)<\/div>/.exec(page)?.[1] ?? "";
  return [...box.matchAll(/<p>([\s\S]*?)<\/p>/g)].map(([, text = ""]) => unescaped(text));
}

export const start = async (desk: Desk, language: Language = "en") =>
  (await desk.app.inject(`/report?lang=${language}`)).body;
export const enter = async (desk: Desk, door: Door, language: Language = "en") =>
  (await press(desk.app, await start(desk, language), `door-${door}`)).page;

/** From a question on to the last look, answering nothing. */
export async function toTheEnd(desk: Desk, page: string): Promise<string> {
  let at = page;
  while (!formOf(at).buttons.includes("send")) at = (await press(desk.app, at, "next")).page;
  return at;
}

/** Every page that a reporter can meet, in one language. */
export async function everyPage(desk: Desk, language: Language): Promise<Record<string, Sent>> {
  const met: Record<string, Sent> = {};
  const keep = (name: string, sent: Sent) => {
    met[name] = sent;
    return sent.page;
  };
  const get = async (name: string, url: string) => {
    const reply = await desk.app.inject(url);
    return keep(name, { status: reply.statusCode, page: reply.body, headers: reply.headers });
  };
  const first = await get("start", `/report?lang=${language}`);
  for (const door of ["worried", "me"] as const) {
    let page = keep(`${door} 0`, await press(desk.app, first, `door-${door}`));
    for (let at = 1; !formOf(page).buttons.includes("send"); at++) {
      const { radios, texts } = formOf(page);
      const filled = Object.fromEntries([
        ...Object.entries(radios).map(([name, options]) => [name, options[0] ?? ""]),
        ...texts.map((name) => [name, "कुछ <b>शब्द</b> & words"]),
      ]);
      const files = formOf(page).multipart ? [{ name: "a.jpg", bytes: Buffer.from("picture") }] : [];
      page = keep(`${door} ${at}`, await press(desk.app, page, "next", filled, files));
    }
    const last = page;
    desk.reports.next.push({ refused: "no-space" });
    keep(`${door} no space`, await press(desk.app, last, "send"));
    desk.reports.next.push({ refused: "too-large" });
    keep(`${door} too large`, await press(desk.app, last, "send"));
    desk.reports.next.push({ refused: "sent-before" });
    keep(`${door} sent before`, await press(desk.app, last, "send"));
    const receipt = keep(`${door} receipt`, await press(desk.app, last, "send"));
    const thread = keep(`${door} thread`, await press(desk.app, receipt, null));
    keep(`${door} nothing to add`, await press(desk.app, thread, "send"));
    keep(`${door} added`, await press(desk.app, thread, "send", { text: "more" }));
    desk.reports.next.push({ refused: "busy" });
    keep(`${door} not added`, await press(desk.app, thread, "send", { text: "more" }));
  }
  const again = await get("again", `/report/again?lang=${language}`);
  keep("wrong word", await press(desk.app, again, null, { words: "apple rivver lemon tulip zebra" }));
  desk.reports.next.push({ refused: "wait", waitSeconds: 61 });
  keep("wait", await press(desk.app, again, null, { words: "apple river lemonade tulip zebra" }));
  await get("none", `/report/nothing?lang=${language}`);
  await get("left", `/report/left?lang=${language}`);
  return met;
}
