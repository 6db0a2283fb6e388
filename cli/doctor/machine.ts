import { execFile } from "node:child_process";
import { statfs } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { exists, root } from "../paths.ts";
import { fine, notice, type Outcome, problem } from "./finding.ts";

const run = promisify(execFile);
const gib = 2 ** 30;

/** Is the Node that runs this new enough, and does it have what we build on? */
export async function lookAtNode(version: string = process.versions.node): Promise<Outcome[]> {
  const major = Number(version.split(".")[0]);
  if (major < 26) return [problem("node", { version })];
  const bundled = process.execPath.startsWith(join(root, "node_modules"));
  return [fine(bundled ? "node-bundled" : "node", { version })];
}

/** Are the packages in node_modules those of package-lock.json? */
export async function lookAtPackages(): Promise<Outcome[]> {
  try {
    await run(process.execPath, [join(root, "cli", "installed.mjs")]);
    return [fine("packages")];
  } catch (error) {
    const said =
      typeof error === "object" && error !== null && "stdout" in error ? String(error.stdout) : String(error);
    const places = said.trim().split("\n");
    return [problem("packages", { count: places.length, first: places[0] ?? "" })];
  }
}

/** How much room is left where reports are written. A full disk refuses reports. */
export async function lookAtDisk(data: string, read: typeof statfs = statfs): Promise<Outcome[]> {
  let folder = data;
  while (!(await exists(folder)) && dirname(folder) !== folder) folder = dirname(folder);
  const { bavail, bsize } = await read(folder);
  const free = (bavail * bsize) / gib;
  const values = { free: free.toFixed(1), folder };
  if (free < 1) return [problem("disk", values)];
  return [free < 5 ? notice("disk-low", values) : fine("disk", values)];
}

/** Root can read every secret of this machine; a service should not be it. */
export async function lookAtAccount(kind: "real" | "demo" | null, uid = process.getuid?.()): Promise<Outcome[]> {
  return uid === 0 && kind === "real" ? [notice("runs-as-root")] : [];
}
