import { spawn } from "node:child_process";
import { access, constants, readFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { say } from "./words.ts";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const fixed = [
  "/usr/bin/chromium",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** The browser that browser tests drive: CHROMIUM_PATH, else the first on the path, else the usual places. Null without one. */
export async function findChromium(environment: NodeJS.ProcessEnv): Promise<string | null> {
  const { CHROMIUM_PATH, PATH = "" } = environment;
  const candidates = CHROMIUM_PATH
    ? [CHROMIUM_PATH]
    : [...PATH.split(delimiter).flatMap((folder) => names.map((name) => join(folder, name))), ...fixed];
  for (const candidate of candidates) {
    const runs = await access(candidate, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (runs) return candidate;
  }
  return null;
}

/** As root on Debian and its kin it can be had at once; elsewhere a sentence says how. */
export async function canInstallChromium(osRelease = "/etc/os-release"): Promise<boolean> {
  if (process.platform !== "linux" || process.getuid?.() !== 0) return false;
  const release = await readFile(osRelease, "utf8").catch(() => "");
  return /^ID(?:_LIKE)?=.*debian/m.test(release);
}

/** Installs Debian's Chromium and the fonts that our two scripts need. @returns what went wrong, or null */
export async function installChromium(): Promise<string | null> {
  const environment = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const packages = ["chromium", "fonts-noto-core"];
  for (const args of [
    ["update", "-qq"],
    ["install", "-y", "-qq", "--no-install-recommends", ...packages],
  ]) {
    const said: string[] = [];
    const child = spawn("apt-get", args, { env: environment, stdio: ["ignore", "pipe", "pipe"] });
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (part: Buffer) => said.push(part.toString()));
    const code = await new Promise<number | null>((done) => {
      child.once("error", () => done(null));
      child.once("close", done);
    });
    if (code !== 0) return say("chromium.install-failed", { said: said.join("").trim().split("\n").at(-1) ?? "" });
  }
  return null;
}
