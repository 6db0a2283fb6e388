/** Passkeys with a real browser and its virtual authenticator. Needs Chromium; skipped with a word where there is none. */
import { once } from "node:events";
import { existsSync } from "node:fs";
import { createServer as createHttpServer } from "node:http";
import { type AddressInfo, createServer } from "node:net";
import { type Browser, type CDPSession, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { person } from "../../packs/cast.ts";
import { type Person, type World, world } from "../../stories/world.ts";

const CHROMIUM = process.env.HOMEWARD_CHROMIUM ?? "/usr/bin/chromium";
if (!existsSync(CHROMIUM)) console.warn(`No browser at ${CHROMIUM}: passkeys were not tried in one.`);

interface Said {
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads whatever the server answered
  body: any;
}
interface Screen {
  page: Page;
  cdp: CDPSession;
  authenticator: string;
  /** A request as the page makes it, with its cookies and its origin. */
  send(method: string, url: string, body?: object): Promise<Said>;
  /** What the authenticator answers to these options, as JSON. */
  create(options: object): Promise<Record<string, unknown>>;
  get(options: object): Promise<Record<string, unknown>>;
  /** The session that the page's cookie holds. */
  be(who: Person): Promise<void>;
}

async function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      const port = typeof address === "object" && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

describe.skipIf(!existsSync(CHROMIUM))("passkeys", () => {
  let w: World;
  let browser: Browser;
  let origin: string;

  beforeAll(async () => {
    const port = await freePort();
    origin = `http://localhost:${port}`;
    w = await world({ origin });
    await w.web.listen({ host: "127.0.0.1", port });
    browser = await chromium.launch({
      executablePath: CHROMIUM,
      headless: true,
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    });
  });
  afterAll(async () => {
    await browser?.close();
    await w?.stop();
  });

  /** A browser without a past, with an authenticator that verifies its user. */
  async function screen(options: { verifies?: boolean } = {}): Promise<Screen> {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(`${origin}/health/live`);
    const cdp = await context.newCDPSession(page);
    await cdp.send("WebAuthn.enable");
    const { authenticatorId } = await cdp.send("WebAuthn.addVirtualAuthenticator", {
      options: {
        protocol: "ctap2",
        transport: "internal",
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: options.verifies ?? true,
        automaticPresenceSimulation: true,
      },
    });
    // A text and no function: Node's types know nothing of a browser's credentials.
    const ask = (kind: "create" | "get", json: object) =>
      page.evaluate<Record<string, unknown>>(`(async () => {
        const given = ${JSON.stringify(json)};
        const publicKey = ${kind === "create"} ? PublicKeyCredential.parseCreationOptionsFromJSON(given) : PublicKeyCredential.parseRequestOptionsFromJSON(given);
        return (await navigator.credentials.${kind}({ publicKey })).toJSON();
      })()`);
    return {
      page,
      cdp,
      authenticator: authenticatorId,
      send: (method, url, body) =>
        page.evaluate(
          async ([how, where, what]) => {
            const answer = await fetch(where, {
              method: how,
              ...(what ? { headers: { "content-type": "application/json" }, body: JSON.stringify(what) } : {}),
            });
            const text = await answer.text();
            return { status: answer.status, body: text === "" ? null : JSON.parse(text) };
          },
          [method, url, body] as const,
        ),
      create: (json) => ask("create", json),
      get: (json) => ask("get", json),
      be: (who) => context.addCookies([{ name: "hw_session", value: who.token, url: origin }]),
    };
  }

  /** Signed in as this person, with a passkey of their own on this device. */
  async function enrolled(key: Parameters<World["as"]>[0]): Promise<Screen & { passkeyId: string }> {
    const at = await screen();
    await at.be(await w.as(key));
    const { body } = await at.send("POST", "/api/passkeys/options");
    const kept = await at.send("POST", "/api/passkeys", {
      challengeId: body.challengeId,
      label: "My phone",
      answer: await at.create(body.options),
    });
    expect(kept).toEqual({ status: 201, body: { kept: true } });
    const mine = await at.send("GET", "/api/my-sign-in");
    return { ...at, passkeyId: mine.body.passkeys.at(-1).id };
  }
  const challenge = async (at: Screen) => (await at.send("POST", "/api/session/passkey/options")).body.options;
  const signIn = (at: Screen, answer: object) => at.send("POST", "/api/session/passkey", { answer });

  test("made after a step-up, named, listed; signs in by itself at level 2; removed, it is worth nothing", async () => {
    const at = await screen();
    await at.be(await w.as("anil", { level: 1 }));
    expect((await at.send("POST", "/api/passkeys/options")).body.code).toBe("step-up-needed");

    const mine = await enrolled("anil");
    expect((await mine.send("PUT", `/api/passkeys/${mine.passkeyId}`, { label: "The blue phone" })).status).toBe(204);
    expect((await mine.send("GET", "/api/my-sign-in")).body.passkeys).toMatchObject([{ label: "The blue phone" }]);
    expect((await (await w.as("hemant")).call("GET", "/api/my-sign-in")).body.passkeys).toEqual([]);
    // Somebody else's is not there.
    expect((await (await w.as("hemant")).call("DELETE", `/api/passkeys/${mine.passkeyId}`)).status).toBe(404);

    await mine.page.context().clearCookies();
    expect((await signIn(mine, await mine.get(await challenge(mine)))).body).toEqual({ next: "done" });
    const me = (await mine.send("GET", "/api/me")).body;
    expect(me).toMatchObject({ worker: { id: person("anil").id }, session: { level: 2 } });
    expect(me.session.levelAgeSeconds).toBeLessThan(60);
    expect(
      (await mine.send("GET", "/api/my-sign-in")).body.events.map((one: { factor: string | null }) => one.factor),
    ).toContain("passkey");

    expect((await mine.send("DELETE", `/api/passkeys/${mine.passkeyId}`)).status).toBe(204);
    await mine.page.context().clearCookies();
    const answer = await mine.get(await challenge(mine));
    expect((await signIn(mine, answer)).body.code).toBe("passkey-wrong");
  });

  test("an answer works once, and a challenge too, also when the first answer to it was wrong", async () => {
    const mine = await enrolled("anil");
    await mine.page.context().clearCookies();
    const options = await challenge(mine);
    const answer = await mine.get(options);
    const [cookie] = await mine.page.context().cookies(`${origin}/api/session/passkey`);
    expect((await signIn(mine, answer)).status).toBe(200);
    await mine.page.context().addCookies([{ name: "hw_challenge", value: cookie?.value ?? "", url: origin }]);
    expect((await signIn(mine, answer)).body.code).toBe("passkey-wrong");

    await mine.page.context().clearCookies();
    const again = await mine.get(await challenge(mine));
    const [kept] = await mine.page.context().cookies(`${origin}/api/session/passkey`);
    const bent = structuredClone(again) as { response: { signature: string } };
    bent.response.signature = `${bent.response.signature.slice(0, -8)}AAAAAAAA`;
    expect((await signIn(mine, bent)).body.code).toBe("passkey-wrong");
    await mine.page.context().addCookies([{ name: "hw_challenge", value: kept?.value ?? "", url: origin }]);
    expect((await signIn(mine, again)).body.code).toBe("passkey-wrong");
  });

  test("an answer from another browser's challenge, and one that ran out, are refused", async () => {
    const mine = await enrolled("anil");
    await mine.page.context().clearCookies();
    const answer = await mine.get(await challenge(mine));
    const other = await screen();
    expect((await signIn(other, answer)).body.code).toBe("passkey-wrong"); // no challenge of its own
    await w.db.admin.query("update sessions.challenge set expires_at = now() - interval '1 second'");
    expect((await signIn(mine, answer)).body.code).toBe("passkey-wrong");
    expect((await signIn(mine, await mine.get(await challenge(mine)))).status).toBe(200);
  });

  test("an answer given to a page of another origin is refused, though it is signed", async () => {
    const mine = await enrolled("anil");
    await mine.page.context().clearCookies();
    const options = await challenge(mine);
    // The same host on another port: the device answers there too, and says where it was asked.
    const elsewhere = createHttpServer((_request, reply) => reply.end("another page")).listen(0, "127.0.0.1");
    await once(elsewhere, "listening");
    const { port } = elsewhere.address() as AddressInfo;
    await mine.page.goto(`http://localhost:${port}/`);
    const answer = await mine.get(options);
    elsewhere.close();
    await mine.page.goto(`${origin}/health/live`);
    expect((await signIn(mine, answer)).body.code).toBe("passkey-wrong");
  });

  test("a page of another origin cannot even call", async () => {
    const answer = await fetch(`${origin}/api/session/passkey/options`, {
      method: "POST",
      headers: { origin: "https://homeward.invalid" },
    });
    expect(answer.status).toBe(403);
  });

  test("an authenticator that did not verify its user is refused", async () => {
    const mine = await enrolled("anil");
    await mine.page.context().clearCookies();
    const options = await challenge(mine);
    await mine.cdp.send("WebAuthn.setUserVerified", { authenticatorId: mine.authenticator, isUserVerified: false });
    // The browser would not answer to "required": ask it for less than the server wants.
    const answer = await mine.get({ ...options, userVerification: "discouraged" });
    expect((await signIn(mine, answer)).body.code).toBe("passkey-wrong");
  });

  test("a counter that goes back is a copied key", async () => {
    const mine = await enrolled("anil");
    await mine.page.context().clearCookies();
    expect((await signIn(mine, await mine.get(await challenge(mine)))).status).toBe(200);
    await w.db.admin.query("update sessions.passkey set counter = 1000 where credential_id = $1", [
      Buffer.from(mine.passkeyId, "base64url"),
    ]);
    expect((await signIn(mine, await mine.get(await challenge(mine)))).body.code).toBe("passkey-wrong");
    // The database says so by itself as well.
    await expect(
      w.db.admin.query("select sessions.count_passkey($1, 999)", [Buffer.from(mine.passkeyId, "base64url")]),
    ).rejects.toThrow();
  });

  test("steps up like a code, but never with another worker's passkey", async () => {
    const mine = await enrolled("anil");
    const stepUp = async (at: Screen) => {
      const { body } = await at.send("POST", "/api/session/step-up/passkey/options");
      return at.send("POST", "/api/session/step-up/passkey", {
        challengeId: body.challengeId,
        answer: await at.get(body.options),
      });
    };
    await mine.be(await w.as("anil", { level: 1 }));
    expect((await mine.send("GET", "/api/me")).body.session.level).toBe(1);
    expect((await stepUp(mine)).body).toEqual({ level: 2 });
    expect((await mine.send("GET", "/api/me")).body.session.level).toBe(2);

    await mine.be(await w.as("hemant", { level: 1 }));
    expect((await stepUp(mine)).body.code).toBe("passkey-wrong");
    expect((await mine.send("GET", "/api/me")).body.session.level).toBe(1);
  });

  test("a challenge of one session is no other's", async () => {
    const mine = await enrolled("anil");
    const { body } = await mine.send("POST", "/api/session/step-up/passkey/options");
    const answer = await mine.get(body.options);
    await mine.be(await w.as("anil", { level: 1 }));
    expect(
      (await mine.send("POST", "/api/session/step-up/passkey", { challengeId: body.challengeId, answer })).body.code,
    ).toBe("passkey-wrong");
  });

  test("the last factor stays", async () => {
    const mine = await enrolled("tapan");
    await w.db.admin.query("update sessions.credential set totp_sealed = null where worker_id = $1", [
      person("tapan").id,
    ]);
    expect((await mine.send("DELETE", `/api/passkeys/${mine.passkeyId}`)).body.code).toBe("last-factor");
    expect((await mine.send("GET", "/api/my-sign-in")).body.passkeys).toHaveLength(1);
  });
});
