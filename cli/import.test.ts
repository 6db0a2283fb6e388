// `./homeward import` as an agency uses it, against a server that listens.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Person, type World, world } from "../stories/world.ts";
import { root } from "./paths.ts";

const base = mkdtempSync(join(tmpdir(), "home ward import "));
const agency = "Dehleez Diya Samiti";
/** What is compiled once serves every run. */
const environment = { PATH: process.env["PATH"], LANG: "C", NODE_COMPILE_CACHE: join(base, "compiled") };
let w: World;
let address: string;
let jaya: Person;
beforeAll(async () => {
  w = await world();
  address = await w.web.listen({ host: "127.0.0.1", port: 0 });
  jaya = await w.as("jaya");
});
afterAll(async () => {
  await w.stop();
  rmSync(base, { recursive: true, force: true });
});

function file(name: string, text: string): string {
  const path = join(base, name);
  writeFileSync(path, text);
  return path;
}

interface Ended {
  status: number | null;
  out: string;
  err: string;
}
/** Not spawnSync: the server that it asks lives in this process. */
function run(args: string[], token: string | null = jaya.token): Promise<Ended> {
  const child = spawn(process.execPath, [join(root, "cli", "main.ts"), "import", ...args, "--address", address], {
    env: { ...environment, ...(token === null ? {} : { HOMEWARD_TOKEN: token }) },
    cwd: base,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const said = { out: "", err: "" };
  child.stdout.on("data", (part: Buffer) => {
    said.out += part.toString();
  });
  child.stderr.on("data", (part: Buffer) => {
    said.err += part.toString();
  });
  return new Promise((done) => child.once("close", (status) => done({ status, ...said })));
}

const cases = async () => (await jaya.call("GET", "/api/cases")).body.cases.length as number;

const good = `Name of child,Age,Sex,Date found,Village,Notes
Invented Asha,14,F,03/02/2026,Nowhere,"crying, burned hand"
Invented मीरा,16,F,20/02/2026,कहीं नहीं,says she worked in a flat
`;

test("a dry run tells what would come and changes nothing; --yes brings it in, once", async () => {
  const register = file("register.csv", good);
  const before = await cases();
  const dry = await run([register, "--agency", agency, "--dry-run"]);
  expect(dry, dry.err).toMatchObject({ status: 0 });
  expect(dry.out).toMatch(/Name of child {2}→ {2}Full name \(hw_FullName\)/);
  expect(dry.out).toContain("2  Open");
  expect(dry.out).toContain("Nothing was changed.");
  expect(dry.out).not.toMatch(/columns\.[a-z]/); // every sentence has its words
  expect(await cases()).toBe(before);
  expect((await jaya.call("GET", "/api/imports")).body.imports).toEqual([]);

  const unasked = await run([register, "--agency", agency]);
  expect(unasked).toMatchObject({ status: 2 });
  expect(unasked.err).toContain("bring it in with --yes");
  expect(await cases()).toBe(before);

  const done = await run([register, "--agency", agency, "--yes"]);
  expect(done, done.err).toMatchObject({ status: 0 });
  expect(done.out).toContain("2 cases are in.");
  expect(await cases()).toBe(before + 2);

  const again = await run([register, "--agency", agency, "--yes"]);
  expect(again).toMatchObject({ status: 0 });
  expect(again.out).toContain("This file is in already: 2 cases.");
  expect(await cases()).toBe(before + 2);
});

test("every wrong row is named with line, cell and what would be right, and keeps the whole file out", async () => {
  const before = await cases();
  const wrong = await run([
    file("wrong.csv", good.replace("Asha,14", "Asha,fourteenish")),
    "--agency",
    agency,
    "--yes",
  ]);
  expect(wrong.status).toBe(65);
  expect(wrong.out).toContain("line 2, Age (B2): “fourteenish” This cannot be read as an age. Right: 14");
  expect(wrong.err).toContain("1 rows hold something wrong.");
  expect(await cases()).toBe(before);
});

test("a mapping says what each column is; one that names what is not there is refused in words", async () => {
  const register = file("mapped.csv", good.replace("Asha", "Anu"));
  const mapping = (text: object) => file("map.json", JSON.stringify(text));
  const look = (text: object) =>
    run([register, "--agency", agency, "--dry-run", "--mapping", mapping({ columns: text })]);
  const fine = await look({ Village: "leave-out", Notes: "keep", Sex: "prs_Gender" });
  expect(fine, fine.err).toMatchObject({ status: 0 });
  expect(fine.out).toContain("Village  →  Is left out");
  expect(fine.out).toContain("Notes  →  Is kept as a sealed note");

  const column = await look({ Vilage: "leave-out" });
  expect(column).toMatchObject({ status: 65 });
  expect(column.err).toContain("a column “Vilage” that the file does not have. It has: Name of child, Age");
  const field = await look({ Village: "hw_FulName" });
  expect(field).toMatchObject({ status: 65 });
  expect(field.err).toMatch(/no field or answer “hw_FulName”\.\nThe nearest is hw_FullName/);
  const choice = await look({ Notes: "vic_TypeOfExploitation=ForcedLabor" });
  expect(choice.err).toContain("The nearest is vic_TypeOfExploitation=ForcedLabour.");
});

test("nobody, somebody of another agency, and somebody whose role does not bring in, are told so", async () => {
  const register = file("register.csv", good);
  const nobody = await run([register, "--agency", agency, "--dry-run"], null);
  expect(nobody).toMatchObject({ status: 2 });
  expect(nobody.err).toContain("Nothing is brought in by nobody.");
  const anil = await w.as("anil");
  const other = await run([register, "--agency", agency, "--dry-run"], anil.token);
  expect(other).toMatchObject({ status: 2 });
  expect(other.err).toContain("not in Dehleez Diya Samiti");
  const ravi = await w.as("ravi");
  const role = await run([register, "--agency", agency, "--dry-run"], ravi.token);
  expect(role).toMatchObject({ status: 1 });
  expect(role.err).toContain("Your role does not allow this.");
});

test("what is no register is refused before anything is sent", async () => {
  const refused = async (path: string) => (await run([path, "--agency", agency, "--dry-run"])).err;
  expect(await refused(file("empty.csv", ""))).toContain("The file is empty.");
  expect(await refused(join(base, "missing.csv"))).toContain("There is no file");
  expect(await refused(base)).toContain("is a folder");
  expect(await refused(file("register.xlsm", "PK"))).not.toBe("");
  expect((await run([file("register.csv", good)])).err).toContain("Say whose work it is: --agency");
});
