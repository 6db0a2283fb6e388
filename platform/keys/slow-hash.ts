import { argon2 } from "node:crypto";
import { promisify } from "node:util";

const argon = promisify(argon2);

/** OWASP's minimum for argon2id: 19 MiB, two passes, one lane; about 40 ms here. */
export const COST = { memory: 19_456, passes: 2, parallelism: 1 } as const;

/** Two at a time: they share Node's few worker threads with file writes and with the sign-on of database connections. */
const AT_ONCE = 2;
let running = 0;
const waiting: (() => void)[] = [];

/** argon2id of a text, 32 bytes; the same text and salt give the same hash. */
export async function slowHash(text: string, salt: Uint8Array): Promise<Buffer> {
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  running += 1;
  try {
    return Buffer.from(
      await argon("argon2id", { message: Buffer.from(text, "utf8"), nonce: salt, tagLength: 32, ...COST }),
    );
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}
