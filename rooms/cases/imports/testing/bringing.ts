import type { Answer, Person } from "../../../../stories/world.ts";

/** What a person does in the browser to bring a file in, as calls. */
export type Bringing = {
  id: string;
  /** As the last answer says. */
  revision: number;
};

export async function begin(by: Person, name: string, file: string | Uint8Array): Promise<Bringing> {
  const begun = await by.send("POST", `/api/imports?name=${encodeURIComponent(name)}`, file);
  if (begun.status !== 201) throw new Error(`not begun: ${JSON.stringify(begun.body)}`);
  const { body } = await by.call("GET", `/api/imports/${begun.body.id}`);
  return { id: begun.body.id, revision: body.revision };
}

/** One stretch. */
export function stretch(by: Person, { id, revision }: Bringing, looked = true): Promise<Answer> {
  return by.call("POST", `/api/imports/${id}/staging`, { looked }, { "if-match": `"${revision}"` });
}

/** Until every row waits; the number of stretches that it took. */
export async function stageAll(by: Person, of: Bringing): Promise<number> {
  for (let count = 1; ; count++) {
    const { status, body } = await stretch(by, of);
    if (status !== 200) throw new Error(`not staged: ${JSON.stringify(body)}`);
    if (body.state !== "staging") return count;
  }
}

export function promote(by: Person, { id, revision }: Bringing): Promise<Answer> {
  return by.call("POST", `/api/imports/${id}/promotion`, undefined, { "if-match": `"${revision}"` });
}

export async function bringIn(by: Person, name: string, file: string | Uint8Array): Promise<Bringing & Answer> {
  const begun = await begin(by, name, file);
  await stageAll(by, begun);
  return { ...begun, ...(await promote(by, begun)) };
}
