import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { chmod, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { exitCodes, Failure, systemCode } from "./failure.ts";
import { exists, root } from "./paths.ts";
import { say } from "./words.ts";

/** Where the built staff app lies. */
export const bundleFolder = join(root, "web", "dist");
const stampName = ".homeward-sources";

/** Everything the staff app is made of: its own folder, what rooms and engines share with screens, and the versions of packages. */
const sources = ["web", "rooms", "engines", "package-lock.json", "tsconfig.web.json"];
const matters = /\.(?:tsx?|css|html|json|svg|woff2|png|webmanifest)$/;
const serverOnly = /(?:^|\/)(?:store|actions|routes|tasks)\.ts$|\.test\.tsx?$|(?:^|\/)public\//;

/**
 * A fingerprint of the sources: the same files, the same value, wherever and whenever they were checked out.
 * @param base the folder of the program
 */
export async function fingerprint(base: string = root): Promise<string> {
  const hash = createHash("sha256");
  for (const path of await filesOf(base)) {
    hash.update(`${relative(base, path)}\0`);
    hash.update(
      createHash("sha256")
        .update(await readFile(path))
        .digest(),
    );
  }
  return hash.digest("hex");
}

async function filesOf(base: string): Promise<string[]> {
  const found: string[] = [];
  const walk = async (path: string) => {
    let entries: { name: string; isDirectory(): boolean }[];
    try {
      entries = await readdir(path, { withFileTypes: true });
    } catch (error) {
      if (systemCode(error) === "ENOTDIR") found.push(path);
      else if (systemCode(error) !== "ENOENT") throw error;
      return;
    }
    for (const entry of entries) {
      const inner = join(path, entry.name);
      if (entry.isDirectory()) {
        if (entry.name !== "node_modules" && inner !== join(base, "web", "dist")) await walk(inner);
      } else if (matters.test(entry.name) && !serverOnly.test(relative(base, inner))) found.push(inner);
    }
  };
  for (const source of sources) await walk(join(base, source));
  return found.sort();
}

/** Is the built app the one of these sources? */
export async function bundleIsFresh(): Promise<boolean> {
  const stamp = await readFile(join(bundleFolder, stampName), "utf8").catch(() => null);
  return stamp !== null && stamp.trim() === (await fingerprint());
}

/**
 * Builds the staff app where it is missing or older than its sources. It is built beside and swapped in whole, so that a server that
 * runs never serves half of it.
 * @param signal breaks it off
 * @returns whether it was built
 * @throws Failure with the builder's own words
 */
export async function ensureBundle(signal?: AbortSignal): Promise<boolean> {
  if (await bundleIsFresh()) return false;
  const stamp = await fingerprint(); // before the build: a file changed during it makes the next start build again
  const scratch = join(root, ".data");
  let made: string;
  try {
    await mkdir(scratch, { recursive: true });
    made = await mkdtemp(join(scratch, "bundle-"));
  } catch (error) {
    throw new Failure(say("bundle.not-writable", { root }), exitCodes.failed, { cause: error });
  }
  try {
    await build(made, signal);
    await chmod(made, 0o755); // whoever starts Homeward later may be another account than who built it
    await writeFile(join(made, stampName), `${stamp}\n`);
    await swapIn(made);
  } finally {
    await rm(made, { recursive: true, force: true });
  }
  return true;
}

/** Of two builders at once the last one wins; both built the same. */
async function swapIn(made: string): Promise<void> {
  const old = `${made}-old`;
  for (let tries = 1; ; tries += 1) {
    if (await exists(bundleFolder)) {
      await rename(bundleFolder, old).catch((error: unknown) => {
        if (systemCode(error) !== "ENOENT") throw error;
      });
    }
    try {
      await rename(made, bundleFolder);
      break;
    } catch (error) {
      if (tries >= 5 || !["ENOTEMPTY", "EEXIST"].includes(systemCode(error) ?? "")) throw error;
      await rm(old, { recursive: true, force: true });
    }
  }
  await rm(old, { recursive: true, force: true });
}

async function build(out: string, signal: AbortSignal | undefined): Promise<void> {
  const builder = join(root, "node_modules", "vite", "bin", "vite.js");
  const config = join(root, "web", "vite.config.ts");
  if (!(await exists(config))) throw new Failure(say("bundle.no-config", { config }));
  const child = spawn(
    process.execPath,
    [builder, "build", "--config", config, "--outDir", out, "--emptyOutDir", "--logLevel", "warn"],
    {
      cwd: join(root, "web"),
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, NODE_ENV: "production" },
      ...(signal ? { signal } : {}),
    },
  );
  const heard: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (part: Buffer) => heard.push(part.toString()));
  const code = await new Promise<number | null>((done, refuse) => {
    child.once("error", refuse);
    child.once("close", done);
  });
  if (code !== 0) throw new Failure(say("bundle.failed", { said: gistOf(heard.join("")) }));
}

/** The builder's words without the places in its own code. */
function gistOf(said: string): string {
  const lines = said.split("\n").filter((line) => line.trim() !== "" && !/^\s+at |^\s*errors: \[|^[{}]\s*$/.test(line));
  return lines.slice(-20).join("\n");
}
