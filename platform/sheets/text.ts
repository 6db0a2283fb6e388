import { Refused, refuse } from "./refusals.ts";

/** Encodings that a person may name when a file does not say its own. */
export const encodings = ["utf-8", "utf-16le", "utf-16be", "windows-1252"] as const;
export type Encoding = (typeof encodings)[number];

/** The encoding that the first bytes tell: a byte order mark, or the zero bytes of UTF-16 around plain letters. */
export function encodingOf(head: Uint8Array): Encoding {
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  const sample = head.subarray(0, 512);
  let evenZeros = 0;
  let oddZeros = 0;
  sample.forEach((byte, index) => {
    if (byte === 0) index % 2 === 0 ? evenZeros++ : oddZeros++;
  });
  if (oddZeros > sample.length / 5 && evenZeros === 0) return "utf-16le";
  if (evenZeros > sample.length / 5 && oddZeros === 0) return "utf-16be";
  return "utf-8";
}

/**
 * Bytes as text, with "\n" for every kind of line end and without byte order mark. CSV parsers guess the line end from the first
 * line and then glue the rows of a file with two kinds together: so there is one kind only from here on.
 * @throws Refused `encoding-unknown` with the line, where the bytes are not of that encoding
 */
export async function* decoded(chunks: AsyncIterable<Uint8Array>, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let line = 1;
  let endsInReturn = false;
  for await (const chunk of chunks) {
    const text = oneLineEnd(decodeOr(() => decoder.decode(chunk, { stream: true }), chunk));
    if (text !== "") yield text;
  }
  const rest = oneLineEnd(decodeOr(() => decoder.decode(), new Uint8Array()));
  if (endsInReturn) yield `${rest}\n`;
  else if (rest !== "") yield rest;

  function decodeOr(decode: () => string, chunk: Uint8Array): string {
    try {
      return decode();
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      const guess = new TextDecoder(encoding).decode(chunk);
      const before = guess.slice(0, Math.max(0, guess.indexOf("\uFFFD")));
      throw new Refused(refuse("encoding-unknown", { encoding }, { line: line + before.split("\n").length - 1 }));
    }
  }

  // A "\r" at the very end of a chunk waits: the next may begin with its "\n".
  function oneLineEnd(text: string): string {
    let whole = endsInReturn ? `\r${text}` : text;
    endsInReturn = whole.endsWith("\r");
    if (endsInReturn) whole = whole.slice(0, -1);
    const clean = whole.includes("\r") ? whole.replace(/\r\n?/g, "\n") : whole;
    for (let at = clean.indexOf("\n"); at !== -1; at = clean.indexOf("\n", at + 1)) line++;
    return clean;
  }
}
