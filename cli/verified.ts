import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { type Checkpoint, openCheckpoint, parseKey, type VerifierKey } from "../engines/transparency/index.ts";
import { sha256, verifyEd25519 } from "../platform/log/sequencer.ts";
import { Failure, messageOf, systemCode } from "./failure.ts";
import { say } from "./words.ts";

const Kept = z.object({ address: z.string(), key: z.string(), seenAt: z.iso.datetime(), note: z.string() });

/** What was seen of a log the last time it was verified from here. */
export interface Memory {
  key: VerifierKey;
  /** The key as the line that is handed over. */
  line: string;
  seenAt: string;
  checkpoint: Checkpoint;
}

/** What `./homeward verify-log` remembers of the log at one address: a file in `folder`. */
export class Verified {
  readonly #folder: string;
  readonly #address: string;
  readonly file: string;

  constructor(folder: string, address: string) {
    this.#folder = folder;
    this.#address = address;
    this.file = join(folder, `${createHash("sha256").update(address).digest("hex").slice(0, 16)}.json`);
  }

  /** Null before the first time. @throws Failure when the file is not what was kept: it holds a signed note, so a change shows */
  read(): Promise<Memory | null> {
    return this.#read(this.file);
  }

  /** The newest that was seen of the log of this name under any other address: a log that moves stays the same log. */
  async readNamed(name: string): Promise<Memory | null> {
    const files = await readdir(this.#folder).catch(() => []);
    let newest: Memory | null = null;
    for (const file of files.filter((one) => one.endsWith(".json"))) {
      const memory = await this.#read(join(this.#folder, file));
      if (memory?.key.name === name && memory.checkpoint.size >= (newest?.checkpoint.size ?? 0)) newest = memory;
    }
    return newest;
  }

  async #read(file: string): Promise<Memory | null> {
    const spoilt = (why: string) => new Failure(say("verify.spoilt-memory", { file, why }));
    let text: string;
    try {
      text = await readFile(file, "utf8");
    } catch (error) {
      if (systemCode(error) === "ENOENT") return null;
      throw spoilt(messageOf(error));
    }
    const kept = Kept.safeParse(parsed(text));
    if (!kept.success) throw spoilt("");
    const { key: line, note, seenAt } = kept.data;
    const key = parseKey(line, sha256);
    if (!key.ok) throw spoilt(key.why);
    const opened = openCheckpoint(note, { origin: key.value.name, keys: [key.value], verify: verifyEd25519 });
    if (!opened.ok) throw spoilt(opened.why);
    return { key: key.value, line, seenAt, checkpoint: opened.value.checkpoint };
  }

  /** Keeps what was verified now, in place of the older. */
  async keep(line: string, note: string, now: Date): Promise<void> {
    const kept: z.infer<typeof Kept> = { address: this.#address, key: line, seenAt: now.toISOString(), note };
    await this.#write(this.file, `${JSON.stringify(kept, null, 2)}\n`);
  }

  /** Keeps a signed checkpoint that shows that something is wrong, beside what was seen before. @returns where */
  async keepEvidence(note: string, now: Date): Promise<string> {
    const path = this.file.replace(/\.json$/, `.evidence-${now.toISOString().replaceAll(":", "")}.txt`);
    await this.#write(path, note);
    return path;
  }

  async #write(path: string, text: string): Promise<void> {
    try {
      await mkdir(this.#folder, { recursive: true });
      await writeFile(`${path}.new`, text, { flush: true });
      await rename(`${path}.new`, path);
    } catch (error) {
      throw new Failure(say("verify.kept-not", { folder: this.#folder, reason: messageOf(error) }));
    }
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
