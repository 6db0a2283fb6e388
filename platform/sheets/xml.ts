import { SaxesParser } from "saxes";
import { Refused, refuse } from "./refusals.ts";
import { decoded, encodingOf } from "./text.ts";

/** What happens at each tag and text. Names come without their prefix: producers differ in it. */
export type XmlHandler = {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  close(name: string): void;
  text(text: string): void;
};

/** Real sheets and forms nest about ten deep. */
const depthLimit = 100;
/** Characters without any tag or text coming to its end: the parser keeps them in memory, be it text, comment or attribute. */
const runLimit = 1024 * 1024;

/**
 * Drives a handler through an XML file, and yields after each piece of it, so that the caller can hand on what is complete.
 * A document type is refused whatever it says: it is the door to entities that swell or read other files, and no sheet needs one.
 * @throws Refused `xml-doctype`, `xml-broken`
 */
export async function* readXml(chunks: AsyncIterable<Uint8Array>, handler: XmlHandler): AsyncGenerator<void> {
  const parser = new SaxesParser({ xmlns: false, position: false });
  let depth = 0;
  let run = 0;
  parser.on("doctype", () => {
    throw new Refused(refuse("xml-doctype"));
  });
  parser.on("error", () => {
    throw new Refused(refuse("xml-broken"));
  });
  parser.on("opentag", ({ name, attributes }) => {
    if (++depth > depthLimit) throw new Refused(refuse("xml-broken"));
    run = 0;
    handler.open(withoutPrefix(name), attributes);
  });
  parser.on("closetag", ({ name }) => {
    depth--;
    run = 0;
    handler.close(withoutPrefix(name));
  });
  parser.on("text", handler.text);
  parser.on("cdata", handler.text);

  let tail = "";
  for await (const text of decodedByMark(chunks)) {
    // Before the parser gathers the inside of a document type in memory.
    if ((tail + text).includes("<!DOCTYPE")) throw new Refused(refuse("xml-doctype"));
    tail = text.slice(-8);
    run += text.length;
    parser.write(text);
    if (run > runLimit) throw new Refused(refuse("xml-broken"));
    yield;
  }
  parser.close();
  yield;
}

function withoutPrefix(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

async function* decodedByMark(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const iterator = chunks[Symbol.asyncIterator]();
  const first = await iterator.next();
  if (first.done) throw new Refused(refuse("xml-broken"));
  try {
    yield* decoded(
      (async function* () {
        yield first.value;
        for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
      })(),
      encodingOf(first.value),
    );
  } catch (error) {
    if (error instanceof Refused && error.refusal.code === "encoding-unknown") throw new Refused(refuse("xml-broken"));
    throw error;
  } finally {
    await iterator.return?.();
  }
}
