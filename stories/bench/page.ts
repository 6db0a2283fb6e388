/**
 * `./homeward bench page`: what a first visit weighs and how long it takes on a bad line (400 kbit/s, 400 ms there and back) and an old machine
 * (a processor four times slower), in a real browser with an empty cache: the public form, and the staff app up to its sign-in.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, type CDPSession, chromium } from "playwright-core";
import { buildWeb, loadCastInto, loadPackInto, openHouse } from "../../app.ts";
import { bundleFolder, ensureBundle } from "../../cli/bundle.ts";
import { findChromium } from "../../cli/chromium.ts";
import { serveBundle } from "../../platform/http/bundle.ts";
import { openKeyring } from "../../platform/keys/keyring.ts";
import { ensureLogins } from "../../platform/postgres/logins.ts";
import { migrate } from "../../platform/postgres/migrate.ts";
import { createPool } from "../../platform/postgres/pool.ts";
import { startThrowAway } from "../../platform/postgres/throw-away.ts";
import { VaultClient } from "../../rooms/identities/index.ts";
import { median, print, type Verdict } from "./verdicts.ts";

const LINE = { offline: false, latency: 400, downloadThroughput: 400_000 / 8, uploadThroughput: 400_000 / 8 };
const SLOWER = 4;

export async function bench(): Promise<boolean> {
  const executablePath = await findChromium(process.env);
  if (executablePath === null)
    throw new Error("There is no Chromium on this machine; ./homeward test says how to get one.");
  await ensureBundle();
  const dir = await mkdtemp(join(tmpdir(), "hw-page-"));
  const { server, remove } = await startThrowAway();
  try {
    await migrate({ admin: server.connect("postgres"), database: "homeward" });
    const logins = await ensureLogins(server.connect("homeward"), join(dir, "logins"));
    const ring = openKeyring(join(dir, "keys"), true);
    const admin = createPool(logins.hw_admin, { max: 1 });
    await loadPackInto(admin, "demo", "in");
    await loadCastInto(admin, "in", ring);
    await admin.end();
    const pools = {
      app: createPool(logins.hw_app, { max: 4 }),
      oversight: createPool(logins.hw_oversight, { max: 1 }),
      signin: createPool(logins.hw_signin, { max: 2 }),
      public: createPool(logins.hw_public, { max: 2 }),
    };
    const house = openHouse(pools, new VaultClient("/nowhere"), "real", {
      country: "in",
      intakeKey: ring.intake.publicKey,
      files: join(dir, "files"),
    });
    const web = await buildWeb(house, { publicOrigin: null, secure: false, log: false });
    serveBundle(web, bundleFolder);
    const address = await web.listen({ host: "127.0.0.1", port: 0 });
    const browser = await chromium.launch({
      executablePath,
      args: ["--no-sandbox", "--disable-gpu", "--disable-quic"],
    });
    try {
      return print("page", [
        ...(await visit(browser, `${address}/report?lang=en`, "public form in English", {
          paint: 1500,
          weight: 30_000,
        })),
        ...(await visit(browser, `${address}/report?lang=hi`, "public form in Hindi", { paint: 1500, weight: 30_000 })),
        ...(await visit(browser, `${address}/sign-in`, "staff app up to its sign-in", { weight: 180_000 })),
      ]);
    } finally {
      await browser.close();
      await web.close();
      await Promise.all(Object.values(pools).map((pool) => pool.end()));
    }
  } finally {
    await remove();
    await rm(dir, { recursive: true, force: true });
  }
}

/** Five first visits, each in a profile of its own; medians. @param limits paint in milliseconds, weight in bytes on the line without fonts */
async function visit(
  browser: Browser,
  url: string,
  what: string,
  limits: { paint?: number; weight: number },
): Promise<Verdict[]> {
  const visits = [];
  for (let i = 0; i < 5; i++) visits.push(await one(browser, url));
  const paint = median(visits.map((v) => v.paint));
  const code = median(visits.map((v) => v.code));
  const fonts = median(visits.map((v) => v.fonts));
  return [
    {
      what: `${what}: weight`,
      value: code / 1000,
      unit: "kB",
      limit: limits.weight / 1000,
      beside: `${(fonts / 1000).toFixed(0)} kB of fonts besides, which text does not wait for`,
    },
    {
      what: `${what}: first useful paint`,
      value: paint / 1000,
      unit: "s",
      limit: (limits.paint ?? Number.POSITIVE_INFINITY) / 1000,
    },
  ];
}

async function one(browser: Browser, url: string): Promise<{ paint: number; code: number; fonts: number }> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  try {
    const page = await context.newPage();
    const cdp = await context.newCDPSession(page);
    const sizes = await weigh(cdp);
    await cdp.send("Network.emulateNetworkConditions", LINE);
    await cdp.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
    await page.goto(url, { waitUntil: "networkidle" });
    // The largest piece of text or picture: the moment at which there is something to read.
    const paint = await page.evaluate<number>(`new Promise((found) =>
      new PerformanceObserver((list) => found(list.getEntries().at(-1).startTime)).observe({ type: "largest-contentful-paint", buffered: true }))`);
    return { paint, ...sizes() };
  } finally {
    await context.close();
  }
}

/** Counts bytes as they travel, headers and all. */
async function weigh(cdp: CDPSession): Promise<() => { code: number; fonts: number }> {
  await cdp.send("Network.enable");
  const fontRequests = new Set<string>();
  let code = 0;
  let fonts = 0;
  cdp.on("Network.responseReceived", ({ requestId, type }) => {
    if (type === "Font") fontRequests.add(requestId);
  });
  cdp.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    if (fontRequests.has(requestId)) fonts += encodedDataLength;
    else code += encodedDataLength;
  });
  return () => ({ code, fonts });
}
