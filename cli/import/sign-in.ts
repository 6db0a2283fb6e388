import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";
import { exitCodes, Failure } from "../failure.ts";
import { nearest } from "../nearest.ts";
import { say } from "../words.ts";
import type { Server } from "./server.ts";

type Names = Readonly<Record<string, string>>;
interface Me {
  worker: { names: Names; agency: { id: string; names: Names } | null };
}
interface Entry {
  workerId: string;
  names: Names;
  agency: Names;
}

/**
 * Nothing acts as nobody: signs in as a named worker. A session's token stands in HOMEWARD_TOKEN; a demonstration takes one of its cast by
 * name; else the person at this terminal is asked for name, password and code.
 * @throws Failure where none of these is there
 */
export async function signIn(server: Server & { signedIn(): boolean }, as: string | undefined): Promise<void> {
  if (as !== undefined) return asCast(server, as);
  if (server.signedIn()) return;
  if (!process.stdin.isTTY) throw new Failure(say("import.nobody"), exitCodes.usage);
  const login = await question(say("import.ask-login"));
  const password = await question(say("import.ask-password"), true);
  const { next } = await server.ask<{ next: string }>("POST", "/api/session", { login, password });
  if (next === "done") return;
  if (next !== "totp") throw new Failure(say("import.sign-in-in-browser"));
  await server.ask("POST", "/api/session/totp", {
    code: (await question(say("import.ask-code"))).replaceAll(/\D/g, ""),
  });
}

async function asCast(server: Server, as: string): Promise<void> {
  const { cast } = await server.ask<{ cast: Entry[] }>("GET", "/api/demo/cast").catch(() => {
    throw new Failure(say("import.no-cast"), exitCodes.usage);
  });
  const wanted = fold(as);
  const called = ({ names }: Entry) => Object.values(names).flatMap((name) => [name, ...name.split(" ")]);
  const found =
    cast.find((entry) => Object.values(entry.names).some((name) => fold(name) === wanted)) ??
    cast.find((entry) => called(entry).some((name) => fold(name) === wanted));
  if (!found) {
    const near = nearest(as, cast.flatMap(called));
    throw new Failure(
      near ? say("import.cast-near", { name: as, nearest: near }) : say("import.cast-unknown", { name: as }),
      exitCodes.usage,
    );
  }
  await server.ask("POST", "/api/demo/session", { workerId: found.workerId });
}

/**
 * Is whoever is signed in of the agency that was named? What comes in belongs to their unit, so a slip here would give children's records
 * to the wrong house.
 * @throws Failure that names their agency
 */
export async function sameAgency(server: Server, wanted: string): Promise<{ worker: string; agency: string }> {
  const { worker } = await server.ask<Me>("GET", "/api/me");
  const name = (names: Names) => names["en"] ?? Object.values(names)[0] ?? "";
  const { agency } = worker;
  if (agency === null) throw new Failure(say("import.no-agency", { worker: name(worker.names) }));
  if (agency.id !== wanted && !Object.values(agency.names).some((one) => fold(one) === fold(wanted))) {
    throw new Failure(
      say("import.other-agency", { worker: name(worker.names), agency: name(agency.names), wanted }),
      exitCodes.usage,
    );
  }
  return { worker: name(worker.names), agency: name(agency.names) };
}

function fold(text: string): string {
  return text.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();
}

/** Asks at the terminal. @param hidden what is typed is not shown */
export async function question(words: string, hidden = false): Promise<string> {
  const out = hidden ? new Writable({ write: (_chunk, _encoding, done) => done() }) : process.stderr;
  if (hidden) process.stderr.write(words);
  const lines = createInterface({ input: process.stdin, output: out, terminal: true });
  try {
    return (await lines.question(hidden ? "" : words)).trim();
  } finally {
    lines.close();
    if (hidden) process.stderr.write("\n");
  }
}
