// The file that each of the four processes runs; the first argument says which one it is.
import {
  type Application,
  type JobsSettings,
  loadApplication,
  type SequencerSettings,
  type VaultSettings,
  type WebSettings,
} from "./application.ts";
import { type Running, runAsMember } from "./process.ts";
import type { Kind } from "./settings.ts";

const starts: Record<string, (app: Application, settings: unknown) => Promise<Running>> = {
  web: (app, settings) => app.startWeb(settings as WebSettings),
  vault: (app, settings) => app.startVault(settings as VaultSettings),
  log: (app, settings) => app.startSequencer(settings as SequencerSettings),
  jobs: (app, settings) => app.startJobs(settings as JobsSettings),
};

const [, , name = ""] = process.argv;
const start = starts[name];
if (!start) throw new Error(`no process is named "${name}"`);

runAsMember(async (settings) => {
  const { kind } = settings as { kind: Kind };
  return start(await loadApplication(kind), settings);
});
