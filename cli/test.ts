import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { ensureBundle } from "./bundle.ts";
import { canInstallChromium, findChromium, installChromium } from "./chromium.ts";
import type { Input } from "./command.ts";
import { type ExitCode, exitCodes, messageOf } from "./failure.ts";
import { root } from "./paths.ts";
import { say } from "./words.ts";

/** How many tests passed, failed and were skipped. */
export interface Count {
  passed: number;
  failed: number;
  skipped: number;
}

/**
 * Everything that says whether this copy of Homeward is sound: it builds, its types hold, its style holds, its tests pass. Each of the
 * checks counts as one test. The last line is always `N passed, N failed, N skipped`, also when the runner itself falls over.
 * Bare words narrow the tests to files whose path holds one of them, and leave the checks out.
 */
export async function test(input: Input): Promise<ExitCode> {
  const { progress, words } = input;
  const environment: NodeJS.ProcessEnv = {
    ...process.env,
    PATH: [dirname(process.execPath), process.env.PATH ?? ""].join(delimiter),
  };
  const browser = await browserFor(input);
  if (browser) environment.CHROMIUM_PATH = browser;

  const total: Count = { passed: 0, failed: 0, skipped: 0 };
  const check = async (name: string, work: () => Promise<string | null>) => {
    const complaint = await progress.during(name, work).catch(messageOf);
    if (complaint === null) total.passed += 1;
    else {
      total.failed += 1;
      console.log(`${say("test.check-failed", { name })}\n${complaint}\n`);
    }
  };
  await check(say("step.bundle"), () => ensureBundle().then(() => null));
  if (words.length === 0) {
    for (const project of ["tsconfig.json", "tsconfig.web.json"]) {
      await check(say("test.types", { project }), () => outcome(["node_modules/typescript-7/bin/tsc", "-p", project]));
    }
    await check(say("test.style"), () => outcome(["node_modules/@biomejs/biome/bin/biome", "check", "."]));
  }
  const tests = await runVitest(words, environment);
  const line = lastLine({
    passed: total.passed + tests.passed,
    failed: total.failed + tests.failed,
    skipped: total.skipped + tests.skipped,
  });
  console.log(line);
  return total.failed + tests.failed === 0 ? exitCodes.done : exitCodes.failed;
}

/** The closing line, in this exact form in every language: machines read it. */
export function lastLine({ passed, failed, skipped }: Count): string {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

/**
 * The count in vitest's own report. A file that could not be loaded holds no test and counts as one failure; so does a runner that
 * ended badly without blaming a test, and one that left no report.
 * @param report the text of the JSON report, or null where there is none
 */
export function countOf(report: string | null, exitCode: number | null): Count {
  const nothing: Count = { passed: 0, failed: 1, skipped: 0 };
  if (report === null) return nothing;
  let read: Report;
  try {
    read = JSON.parse(report) as Report;
  } catch {
    return nothing;
  }
  const count: Count = {
    passed: read.numPassedTests ?? 0,
    failed: read.numFailedTests ?? 0,
    skipped: (read.numPendingTests ?? 0) + (read.numTodoTests ?? 0),
  };
  const unloadable = (read.testResults ?? []).filter(
    ({ status, assertionResults }) => status === "failed" && (assertionResults ?? []).length === 0,
  );
  count.failed += unloadable.length;
  if (count.failed === 0 && (exitCode !== 0 || count.passed + count.skipped === 0)) count.failed = 1;
  return count;
}

interface Report {
  numPassedTests?: number;
  numFailedTests?: number;
  numPendingTests?: number;
  numTodoTests?: number;
  testResults?: { status?: string; assertionResults?: unknown[] }[];
}

async function runVitest(filters: readonly string[], environment: NodeJS.ProcessEnv): Promise<Count> {
  const folder = await mkdtemp(join(tmpdir(), "homeward-test-report-"));
  const file = join(folder, "report.json");
  try {
    const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
    const args = [join(root, "node_modules", "vitest", "vitest.mjs"), "run", ...reporters, ...filters];
    const child = spawn(process.execPath, args, {
      cwd: root,
      stdio: ["ignore", "inherit", "inherit"],
      env: environment,
    });
    const exitCode = await new Promise<number | null>((done) => {
      child.once("error", () => done(null));
      child.once("close", done);
    });
    const report = await readFile(file, "utf8").catch(() => null);
    if (report === null) console.log(say("test.no-report"));
    return countOf(report, exitCode);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Runs a checker. @returns what it complained of, or null */
async function outcome(args: readonly string[]): Promise<string | null> {
  const child = spawn(process.execPath, [...args], { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (part: Buffer) => said.push(part.toString()));
  const code = await new Promise<number | null>((done) => {
    child.once("error", (error) => {
      said.push(error.message);
      done(null);
    });
    child.once("close", done);
  });
  return code === 0 ? null : said.join("").trim() || `exit ${code}`;
}

/** Browser tests need a browser: without one they fail, and this says why beforehand. */
async function browserFor({ progress }: Input): Promise<string | null> {
  const found = await findChromium(process.env);
  if (found) return found;
  if (await canInstallChromium()) {
    const problem = await progress.during(say("chromium.installing"), installChromium);
    if (problem !== null) progress.line(problem);
  }
  const browser = await findChromium(process.env);
  if (!browser) progress.line(say("chromium.missing"));
  return browser;
}
