import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { onCase, type Person, upload, type World, world } from "../../../stories/world.ts";
import { MOST_BYTES } from "./model.ts";

let w: World;
let anil: Person;
let deepak: Person;
let ravi: Person; // support organisation; holds counselling
let caseId: string;
beforeAll(async () => {
  w = await world();
  [anil, deepak, ravi] = await Promise.all([w.as("anil"), w.as("deepak"), w.as("ravi")]);
  ({ caseId } = await w.aCase(anil));
  await onCase(anil, caseId, "unit", deepak.unitId, [1, 3]);
  await onCase(anil, caseId, "unit", ravi.unitId, [1, 5]);
});
afterAll(() => w.stop());

const pdf = (text: string) => Buffer.from(`%PDF-1.7\n${text}`);
const list = async (who: Person) => (await who.call("GET", `/api/cases/${caseId}/documents`)).body.documents;
const raw = (who: Person, path: string) =>
  w.web.inject({
    method: "GET",
    url: `/api/cases/${caseId}/documents/${path}`,
    headers: { cookie: `hw_session=${who.token}` },
  });
const entries = async (verb: string) =>
  Number(
    (await w.db.admin.query("select count(*) from log.detail where verb = $1 and outcome = 'done'", [verb])).rows[0]
      .count,
  );
const onDisk = () =>
  readdirSync(w.house.files, { recursive: true, encoding: "utf8" })
    .map((name) => join(w.house.files, name))
    .filter((path) => statSync(path).isFile());

test("a paper is sealed on disk, typed by its content, listed with its hash, and its opening is in the log", async () => {
  const bytes = pdf("The committee orders a social investigation.");
  const made = await upload(
    w,
    anil,
    caseId,
    { kind: "committee-order", section: null, title: "Order of the eleventh" },
    bytes,
  );
  expect(made.status).toBe(201);
  const paper = (await list(deepak)).find((d: { id: string }) => d.id === made.body.id);
  expect(paper).toMatchObject({
    media: "application/pdf",
    title: "Order of the eleventh",
    bytes: bytes.length,
    sha256: createHash("sha256").update(bytes).digest("hex"),
    firstReadAt: null,
    blocked: false,
  });
  expect(onDisk().some((path) => readFileSync(path).includes("social investigation"))).toBe(false);
  const before = await entries("document-opened");
  const opened = await raw(deepak, `${made.body.id}/copy`);
  expect(opened.statusCode).toBe(200);
  expect(opened.headers["content-disposition"]).toBe(`attachment; filename="${made.body.id}.pdf"`);
  expect(await entries("document-opened")).toBe(before + 1);
  expect((await list(deepak)).find((d: { id: string }) => d.id === made.body.id).firstReadAt).not.toBeNull();
  const { looks } = (await anil.call("GET", `/api/cases/${caseId}/looks`)).body;
  expect(looks.some((look: { verb: string }) => look.verb === "document-opened")).toBe(true);
});

test("police do not see a counsellor's report, and that there is one is not told", async () => {
  const before = await list(deepak);
  const made = await upload(
    w,
    ravi,
    caseId,
    { kind: "counselling-report", section: 5, title: "Third session" },
    pdf("What she told"),
  );
  expect(made.status).toBe(201);
  // There is something to hide: her counsellor sees and opens it.
  expect((await list(ravi)).map((d: { id: string }) => d.id)).toContain(made.body.id);
  expect((await raw(ravi, `${made.body.id}/copy`)).statusCode).toBe(200);
  expect(await list(deepak)).toEqual(before);
  const absent = await raw(deepak, "00000000-0000-7000-8000-000000000000/copy");
  for (const path of ["copy", "original"]) {
    const shut = await raw(deepak, `${made.body.id}/${path}`);
    expect(shut.statusCode).toBe(404);
    expect(shut.body).toBe(absent.body);
  }
  expect((await deepak.call("POST", `/api/cases/${caseId}/documents/${made.body.id}/block`)).status).toBe(404);
  expect(JSON.stringify((await deepak.call("GET", `/api/cases/${caseId}`)).body)).not.toContain(made.body.id);
});

test("an image is shown as a copy without what the camera wrote; the original leaves whole, by a second factor, logged by another name", async () => {
  const original = await sharp({ create: { width: 40, height: 30, channels: 3, background: "#a60" } })
    .withExif({ IFD0: { Copyright: "Quillpatra-Camera" } })
    .jpeg()
    .toBuffer();
  expect(original.includes("Quillpatra-Camera")).toBe(true);
  const made = await upload(w, anil, caseId, { kind: "photograph", section: 1 }, original);
  const copy = await raw(deepak, `${made.body.id}/copy`);
  expect(copy.headers["content-type"]).toBe("image/jpeg");
  expect(copy.rawPayload.includes("Quillpatra-Camera")).toBe(false);
  const before = await entries("document-downloaded");
  expect((await raw(await w.as("deepak", { level: 1 }), `${made.body.id}/original`)).json().code).toBe(
    "step-up-needed",
  );
  const whole = await raw(deepak, `${made.body.id}/original`);
  expect(whole.rawPayload.equals(original)).toBe(true);
  expect(await entries("document-downloaded")).toBe(before + 1);
});

test("a picture that cannot be drawn anew is not shown as it came; the original stays", async () => {
  const whole = await sharp({ create: { width: 40, height: 30, channels: 3, background: "#06a" } })
    .png()
    .toBuffer();
  const broken = whole.subarray(0, 60);
  const made = await upload(w, anil, caseId, { kind: "photograph", section: null }, broken);
  expect((await raw(deepak, `${made.body.id}/copy`)).json().code).toBe("document-not-shown");
  expect((await raw(deepak, `${made.body.id}/original`)).rawPayload.equals(broken)).toBe(true);
});

test("'this is abuse of a child' shuts every view at once, for whoever sent it too", async () => {
  const made = await upload(w, anil, caseId, { kind: "other", section: null }, pdf("A file"));
  expect((await raw(anil, `${made.body.id}/copy`)).statusCode).toBe(200);
  expect((await deepak.call("POST", `/api/cases/${caseId}/documents/${made.body.id}/block`)).status).toBe(204);
  for (const who of [anil, deepak])
    for (const path of ["copy", "original"])
      expect((await raw(who, `${made.body.id}/${path}`)).json().code).toBe("document-blocked");
  expect((await list(anil)).find((d: { id: string }) => d.id === made.body.id).blocked).toBe(true);
});

test("what is no picture, paper, sound or film, what is too large and what a stranger sends leaves nothing behind", async () => {
  const before = onDisk().length;
  const about = { kind: "other", section: null };
  expect((await upload(w, anil, caseId, about, Buffer.from("#!/bin/sh\nrm -rf /"))).body.code).toBe("document-kind");
  const large = Buffer.concat([pdf(""), Buffer.alloc(MOST_BYTES)]);
  expect((await upload(w, anil, caseId, about, large)).body.code).toBe("document-too-large");
  expect((await upload(w, anil, caseId, { kind: "no-such" }, pdf("x"))).body.code).toBe("document-missing");
  const stranger = await w.as("hemant");
  const closed = await upload(w, stranger, caseId, about, pdf("x"));
  const absent = await upload(w, stranger, "00000000-0000-7000-8000-000000000000", about, pdf("x"));
  expect([closed.status, closed.body]).toEqual([404, absent.body]);
  expect(onDisk().length).toBe(before);
});
