import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runBench } from "./bench.ts";
import { findChromium } from "./chromium.ts";
import { gist, isAlarming, logLine } from "./log-lines.ts";
import { countOf, lastLine } from "./test.ts";

const report = (fields: object) => JSON.stringify({ numPassedTests: 3, numFailedTests: 0, ...fields });

test("the closing line has exactly the form that machines read", () => {
  expect(lastLine({ passed: 12, failed: 0, skipped: 3 })).toBe("12 passed, 0 failed, 3 skipped");
});

test.each([
  ["all well", report({ numPendingTests: 2, numTodoTests: 1 }), 0, { passed: 3, failed: 0, skipped: 3 }],
  ["failures", report({ numFailedTests: 2 }), 1, { passed: 3, failed: 2, skipped: 0 }],
  [
    "a file that does not load",
    report({
      testResults: [
        { status: "failed", assertionResults: [] },
        { status: "passed", assertionResults: [{}] },
      ],
    }),
    1,
    { passed: 3, failed: 1, skipped: 0 },
  ],
  ["an error outside every test", report({}), 1, { passed: 3, failed: 1, skipped: 0 }],
  ["no test at all", report({ numPassedTests: 0 }), 0, { passed: 0, failed: 1, skipped: 0 }],
  ["a killed runner", null, null, { passed: 0, failed: 1, skipped: 0 }],
  ["half a report", "{", 1, { passed: 0, failed: 1, skipped: 0 }],
])("counted honestly: %s", (_, text, code, count) => {
  expect(countOf(text, code)).toEqual(count);
});

test("measurements are found by name, and say by exit code whether their targets were met", async () => {
  const folder = mkdtempSync(join(tmpdir(), "homeward-bench-"));
  try {
    writeFileSync(join(folder, "access.ts"), "export const bench = async (args) => args[0] === 'fast';\n");
    writeFileSync(join(folder, "access.test.ts"), "");
    expect(await runBench(folder, ["access", "fast"])).toBe(0);
    expect(await runBench(folder, ["access"])).toBe(1);
    expect(await runBench(folder, [])).toBe(2);
    await expect(runBench(folder, ["acess"])).rejects.toMatchObject({
      code: 2,
      message: expect.stringContaining('"access"'),
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("a browser that was named and is not there is not replaced by another", async () => {
  expect(await findChromium({ CHROMIUM_PATH: "/nonexistent/chromium", PATH: process.env.PATH })).toBeNull();
  expect(await findChromium({ CHROMIUM_PATH: process.execPath })).toBe(process.execPath);
});

test("a process's lines keep their fields, and plain ones become messages", () => {
  const now = new Date("2026-11-24T03:00:00Z");
  const structured = logLine("web", "out", '{"level":40,"msg":"slow"}', now);
  expect(JSON.parse(structured)).toEqual({ process: "web", level: 40, msg: "slow" });
  expect(isAlarming(structured)).toBe(true);
  expect(gist(structured)).toBe("web: slow");
  const plain = logLine("log", "err", "{not json", now);
  expect(JSON.parse(plain)).toEqual({ process: "log", level: "error", time: now.toISOString(), message: "{not json" });
  expect(isAlarming(logLine("log", "out", "hello", now))).toBe(false);
});
