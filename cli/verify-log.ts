import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { formatKey, packOf, parseKey, toBase64, type VerifierKey } from "../engines/transparency/index.ts";
import { sha256, signerOf, verifyEd25519 } from "../platform/log/sequencer.ts";
import { type Broken, type Holds, type Published, verifyPublishedLog } from "../platform/log/verifying.ts";
import { addressFor } from "./address.ts";
import type { Input } from "./command.ts";
import { type ExitCode, exitCodes, Failure, messageOf } from "./failure.ts";
import { kindOf, runningIn } from "./installation.ts";
import { type Places, placesIn, root } from "./paths.ts";
import { type Kind, lookAtSettings } from "./settings.ts";
import { type Memory, Verified } from "./verified.ts";
import { say, sayNamed } from "./words.ts";

/**
 * `./homeward verify-log [ADDRESS]`: verifies the whole log of a running installation from what it publishes to everybody, and compares
 * it with what was seen from here the last time. Says what it could not check, too.
 */
export async function verifyLog(input: Input): Promise<ExitCode> {
  const address = new URL(await addressFor(input, input.words[0])).origin;
  const own = await ownPlaces(input, address);
  const verified = new Verified(await folderFor(input), address);
  const here = await verified.read();
  const known = await keyFor(input, { address, own, memory: here, file: verified.file });
  const memory = here ?? (await verified.readNamed(known.key.name));

  const found = await input.progress.during(say("verify.step"), (note) => {
    const published: Published = {
      file: (path) => fetchFile(address, path),
      hash: sha256,
      verify: verifyEd25519,
      through: (done, all) => note(say("verify.of", { done, all })),
    };
    return verifyPublishedLog(published, known.key, memory?.checkpoint ?? null);
  });
  const now = new Date();
  if (!found.ok) return tellWrong(found, { address, memory, verified, now });
  tellRight(found, known, memory);
  await verified.keep(formatKey(known.key), found.seen.note, now);
  return exitCodes.done;
}

interface Known {
  key: VerifierKey;
  fromFolder: boolean;
}

/** The key: as told, else as it was the last time, else this machine's own. Another key of the same name may follow the first. */
async function keyFor(
  input: Input,
  at: { address: string; own: Places | null; memory: Memory | null; file: string },
): Promise<Known> {
  const { address, own, memory, file } = at;
  const told = input.text("key");
  if (told !== undefined) {
    const key = parseKey(told.trim(), sha256);
    if (!key.ok) throw new Failure(say("verify.bad-key", { why: key.why }), exitCodes.usage);
    if (memory !== null && memory.key.name !== key.value.name)
      throw new Failure(say("verify.other-log", { address, before: memory.key.name, now: key.value.name, file }));
    return { key: key.value, fromFolder: false };
  }
  if (memory !== null) return { key: memory.key, fromFolder: false };
  const key = own === null ? null : await keyIn(own);
  if (key === null) throw new Failure(say("verify.no-key", { address }), exitCodes.usage);
  return { key, fromFolder: true };
}

/** The public half of the key in an installation's own folder; null where we may not look. */
async function keyIn({ logKeys }: Places): Promise<VerifierKey | null> {
  try {
    const origin = (await readFile(join(logKeys, "log-origin"), "utf8")).trim();
    return signerOf(origin, await readFile(join(logKeys, "checkpoint.pem"), "utf8")).key;
  } catch {
    return null;
  }
}

/** The installation of this machine that answers at this address; null where it is another's. */
async function ownPlaces(input: Input, address: string): Promise<Places | null> {
  for (const kind of ["demo", "real"] as const) {
    const places = await placesOf(input, kind);
    const running = await runningIn(places);
    if (running?.address && new URL(running.address).origin === address) return places;
  }
  return null;
}

/** Where to remember: in the installation that is here or was named, else in a folder of its own beside them. */
async function folderFor(input: Input): Promise<string> {
  const named = input.text("data") !== undefined || input.text("config") !== undefined;
  const real = await placesOf(input, "real");
  return named || (await kindOf(real)) !== null ? real.verified : placesIn(join(root, "data")).verified;
}

async function placesOf(input: Input, kind: Kind): Promise<Places> {
  const { settings } = await lookAtSettings(kind, { config: input.text("config"), data: input.text("data") });
  return placesIn(settings.dataDir, settings.keyringDir);
}

const BUSY = 429;

/** A file of the log's; asked again when the server says that it is asked too much. */
async function fetchFile(address: string, path: string): Promise<Uint8Array | null> {
  for (let tries = 0; ; tries += 1) {
    const answer = await fetch(new URL(`/log/${path}`, address), { redirect: "error" }).catch((error: unknown) => {
      const cause = error instanceof Error && error.cause ? error.cause : error;
      throw new Failure(say("verify.not-reached", { address, reason: messageOf(cause) }));
    });
    if (answer.ok) return new Uint8Array(await answer.arrayBuffer());
    await answer.body?.cancel();
    if (answer.status === 404) return null;
    if (answer.status !== BUSY || tries === 20)
      throw new Failure(say("verify.not-reached", { address, reason: `HTTP ${answer.status}` }));
    await sleep(5_000);
  }
}

function tellRight({ seen, tiles, compared }: Holds, { key, fromFolder }: Known, memory: Memory | null): void {
  const { size, root: head } = seen.checkpoint;
  console.log(say("verify.signed", { key: key.name }));
  console.log(size === 0 ? say("verify.empty") : say("verify.tree", { tiles, size }));
  if (memory !== null && compared)
    console.log(say("verify.goes-on", { when: day(memory.seenAt), before: memory.checkpoint.size }));
  else console.log(say("verify.first"));
  const before = memory === null ? null : packOf(memory.checkpoint);
  if (seen.pack !== null) console.log(say("verify.pack", { pack: seen.pack }));
  if (memory !== null && before?.ok && before.value !== null && before.value !== seen.pack)
    console.log(say("verify.pack-changed", { when: day(memory.seenAt), before: before.value }));
  if (fromFolder) console.log(`${say("verify.key-from-folder")}\n  ${formatKey(key)}`);
  console.log(`\n${say("verify.not-checked", { size, root: toBase64(head) })}`);
}

async function tellWrong(
  found: Broken,
  { address, memory, verified, now }: { address: string; memory: Memory | null; verified: Verified; now: Date },
): Promise<ExitCode> {
  const { ok: _, note, what, ...values } = found;
  const when = memory === null ? "" : day(memory.seenAt);
  console.log(`✗ ${sayNamed(`verify.wrong.${what}`, { ...values, address, when })}`);
  if (note !== null)
    console.log(say("verify.evidence", { file: await verified.keepEvidence(note, now), before: verified.file }));
  console.log(say("verify.then"));
  return exitCodes.failed;
}

/** An instant as people of every country read it, to the minute, UTC. */
function day(instant: string): string {
  return `${instant.slice(0, 16).replace("T", " ")} UTC`;
}
