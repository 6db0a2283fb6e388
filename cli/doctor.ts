import type { Input } from "./command.ts";
import { lookAtDatabase } from "./doctor/database.ts";
import { type Look, type Outcome, problem } from "./doctor/finding.ts";
import { lookAtData, lookAtKeys } from "./doctor/folders.ts";
import { lookAtAccount, lookAtDisk, lookAtNode, lookAtPackages } from "./doctor/machine.ts";
import { lookAtProcesses } from "./doctor/processes.ts";
import { type ExitCode, exitCodes, messageOf } from "./failure.ts";
import { kindOf } from "./installation.ts";
import { type Places, placesIn } from "./paths.ts";
import { inWords, type Kind, lookAtSettings, type Told } from "./settings.ts";
import { say, sayNamed } from "./words.ts";

/**
 * `./homeward doctor`: what is wrong with this installation, why it matters and what to do, in words. Exit code 0 where nothing is
 * wrong; what is only worth knowing does not count.
 */
export async function doctor(input: Input): Promise<ExitCode> {
  const told = { config: input.text("config"), data: input.text("data") };
  const { settings, complaints, kind, places } = await subject(told);
  console.log(
    say("doctor.title", {
      data: places.data,
      kind: kind === null ? say("doctor.kind-none") : say(`doctor.kind-${kind}`),
    }),
  );

  // A demo takes nothing from DATABASE_URL.
  const databaseUrl = kind === "demo" ? null : settings.databaseUrl;
  const looks: Look[] = [
    { name: "node", look: () => lookAtNode() },
    { name: "packages", look: lookAtPackages },
    { name: "disk", look: () => lookAtDisk(places.data) },
    {
      name: "settings",
      look: async () => complaints.map((complaint) => problem("setting", { complaint: inWords(complaint) })),
    },
    { name: "data", look: () => lookAtData(places) },
    { name: "account", look: () => lookAtAccount(kind) },
    { name: "keys", look: () => lookAtKeys(places) },
    { name: "database", look: () => lookAtDatabase(databaseUrl, places, kind) },
    { name: "processes", look: () => lookAtProcesses(settings, places) },
  ];
  let problems = 0;
  for (const { name, look } of looks) {
    const outcomes = await look().catch((error: unknown) => [
      problem("look-failed", { name, reason: messageOf(error) }),
    ]);
    for (const outcome of outcomes) {
      if (outcome.kind === "problem") problems += 1;
      console.log(tell(outcome));
    }
  }
  console.log("");
  console.log(problems === 0 ? say("doctor.well") : say("doctor.ill", { count: problems }));
  return problems === 0 ? exitCodes.done : exitCodes.failed;
}

/** What it looks at: the real installation; without one, and unless a folder is named, the demo. */
async function subject(told: Told) {
  const at = async (kind: Kind) => {
    const { settings, complaints } = await lookAtSettings(kind, told);
    const places: Places = placesIn(settings.dataDir, settings.keyringDir);
    // An unreadable marker is told by the look at the folder.
    return { settings, complaints, places, kind: await kindOf(places).catch(() => null) };
  };
  const real = await at("real");
  if (real.kind !== null || told.data !== undefined) return real;
  const demo = await at("demo");
  return demo.kind === "demo" ? demo : real;
}

function tell({ kind, name, values }: Outcome): string {
  if (kind === "fine") return `  ✓ ${sayNamed(`doctor.fine.${name}`, values)}`;
  const lines = ["what", "why", "next"].map((part) => sayNamed(`doctor.${name}.${part}`, values));
  const [what, ...rest] = lines.filter((line) => line !== "");
  return ["", `  ${kind === "problem" ? "✗" : "·"} ${what}`, ...rest.map((line) => `    ${line}`), ""].join("\n");
}
