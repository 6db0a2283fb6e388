import { chromium } from "playwright-core";
import { open, pack } from "./rooms/reports/public/test-desk.ts";
const desk = await open();
await desk.app.listen({ port: 0, host: "127.0.0.1" });
const origin = `http://127.0.0.1:${(desk.app.server.address() as any).port}`;
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--headless","--no-sandbox","--disable-gpu","--disable-quic","--no-first-run","--disable-background-networking","--disable-component-update","--disable-sync"] });
const only = process.argv[2];
for (const [lang, width, scheme] of [["en",360,"light"],["hi",360,"dark"],["en",1280,"dark"],["hi",1280,"light"],["en",320,"light"]] as const) {
  if (only && `${lang}${width}${scheme}` !== only) continue;
  const ctx = await browser.newContext({ viewport: { width, height: 780 }, colorScheme: scheme });
  const p = await ctx.newPage();
  p.on("console", m => console.log(lang, width, m.type(), m.text()));
  let n = 0; const shot = async (name: string) => { await p.screenshot({ path: `/tmp/shots/${lang}-${width}-${scheme}-${String(n++).padStart(2,"0")}-${name}.png`, fullPage: true }); };
  await p.goto(`${origin}/report?lang=${lang}`); await shot("start");
  for (const door of ["worried","me"]) {
    await p.goto(`${origin}/report?lang=${lang}`);
    await p.click(`button[value=door-${door}]`); await p.waitForSelector(".progress");
    let i = 0;
    while (!(await p.$('button[value=send]'))) {
      for (const name of new Set(await p.$$eval("input[type=radio]", els => els.map(e => (e as any).name)))) await p.check(`input[name=${name}] >> nth=0`);
      for (const t of await p.$$("textarea")) await t.fill(lang === "en" ? "A girl of about ten cleans the flat above ours.\nShe never goes out." : "हमारे ऊपर वाले घर में दस साल की एक लड़की काम करती है।\nवह कभी बाहर नहीं जाती।");
      await shot(`${door}-${i++}`);
      if (await p.$("input[type=file]")) { await p.setInputFiles("#file", [{ name: "a.jpg", mimeType: "image/jpeg", buffer: Buffer.alloc(1400000) }]); await p.click("button[value=add]"); await p.waitForSelector(".files"); await shot(`${door}-files`); }
      const before = await p.textContent("main"); await p.click("button[value=next]"); await p.waitForFunction((b) => document.querySelector("main")!.textContent !== b, before);
    }
    await shot(`${door}-check`);
    desk.reports.next.push({ refused: "no-space" });
    await p.click("button[value=send]"); await p.waitForSelector("text=/112/"); await p.waitForFunction(() => !document.querySelector(".check")); await shot(`${door}-503`);
    await p.click("button[value=send]"); await p.waitForSelector(".words"); await shot(`${door}-receipt`);
    const t = [...desk.reports.threads.values()].at(-1)!; t.messages.push({ from: "us", text: lang === "en" ? "Thank you. Do you know the name on the door?" : "धन्यवाद। क्या दरवाज़े पर कोई नाम लिखा है?", at: "2026-11-24T06:00:00Z" }); t.status = "being-read";
    await p.click("main form button"); await p.waitForSelector(".thread"); await shot(`${door}-thread`);
  }
  await p.goto(`${origin}/report/again?lang=${lang}`); await p.fill("#words", "apple rivver lemon tulip zebra"); await p.click("button.go"); await p.waitForSelector(".problem"); await shot("again");
  await p.goto(`${origin}/report/left?lang=${lang}`); await shot("left");
  await ctx.close();
}
await browser.close(); await desk.app.close();
