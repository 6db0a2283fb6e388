import { expect, test } from "vitest";
import { addressOf, isLoopback, readConfiguration, type Sources } from "./configuration.ts";
import { inWords } from "./settings.ts";

const defaults = {
  dataDir: "/srv/homeward/data",
  stateDir: "/var/lib/homeward",
  port: 8098,
  jurisdictions: ["in", "np"],
};

function read(given: { env?: NodeJS.ProcessEnv; file?: unknown; options?: Sources["options"] }) {
  return readConfiguration({
    options: given.options ?? {},
    environment: given.env ?? {},
    file: given.file === undefined ? null : { path: "/etc/homeward/homeward.config.json", content: given.file },
    defaults,
    workingDir: "/home/asha",
  });
}

const settingsOf = (given: Parameters<typeof read>[0]) => {
  const result = read(given);
  if ("complaints" in result) throw new Error(result.complaints.map(inWords).join("\n"));
  return result.settings;
};

const complaintsOf = (given: Parameters<typeof read>[0]) => {
  const result = read(given);
  return "complaints" in result ? result.complaints.map(inWords) : [];
};

test("with nothing said, Homeward listens on this computer only", () => {
  expect(settingsOf({})).toMatchObject({
    host: "127.0.0.1",
    port: 8098,
    tls: "none",
    databaseUrl: null,
    jurisdiction: "in",
  });
  expect(settingsOf({}).publicUrl.href).toBe("http://localhost:8098/");
});

test("the command line goes before the environment, and that before the file", () => {
  const env = { HOMEWARD_PORT: "3002" };
  const file = { port: 3003, logLevel: "debug" };
  expect(settingsOf({ options: { port: "3001" }, env, file }).port).toBe(3001);
  expect(settingsOf({ env, file })).toMatchObject({ port: 3002, logLevel: "debug" });
  expect(settingsOf({ file }).port).toBe(3003);
  expect(settingsOf({ env: { HOMEWARD_PORT: "" }, file }).port).toBe(3003);
});

test("a relative path starts where it was written", () => {
  expect(settingsOf({ env: { HOMEWARD_DATA_DIR: "case data" } }).dataDir).toBe("/home/asha/case data");
  expect(settingsOf({ file: { dataDir: "data" } }).dataDir).toBe("/etc/homeward/data");
});

test("safe ways to be reached from outside are taken", () => {
  const behind = {
    HOMEWARD_HOST: "0.0.0.0",
    HOMEWARD_TLS: "terminated-in-front",
    HOMEWARD_PUBLIC_URL: "https://hw.example",
  };
  expect(settingsOf({ env: behind }).tls).toBe("terminated-in-front");
  const own = { host: "10.0.0.5", tls: { cert: "tls/cert.pem", key: "tls/key.pem" }, publicUrl: "https://hw.example" };
  expect(settingsOf({ file: own }).tls).toEqual({
    cert: "/etc/homeward/tls/cert.pem",
    key: "/etc/homeward/tls/key.pem",
  });
});

const refused: [string, Parameters<typeof read>[0], RegExp[]][] = [
  ["a public address without TLS", { env: { HOMEWARD_HOST: "0.0.0.0" } }, [/^host: 0\.0\.0\.0 can be reached/]],
  ["the same for IPv6", { env: { HOMEWARD_HOST: "::" } }, [/^host: :: can be reached/]],
  [
    "a proxy in front of an address nobody named",
    { env: { HOMEWARD_TLS: "terminated-in-front" } },
    [/^publicUrl: it is missing/],
  ],
  [
    "a public address in plain http",
    { env: { HOMEWARD_PUBLIC_URL: "http://homeward.example" } },
    [/^publicUrl: http:\/\/homeward\.example would carry passwords/],
  ],
  [
    "our own certificate on every address of a machine, whose name nobody said",
    { file: { host: "0.0.0.0", tls: { cert: "c", key: "k" } } },
    [/^publicUrl: .*the address that people type/],
  ],
  [
    "TLS and an address without it",
    { env: { HOMEWARD_TLS: "terminated-in-front", HOMEWARD_PUBLIC_URL: "http://localhost" } },
    [/begins with https/],
  ],
  [
    "half a certificate",
    { env: { HOMEWARD_TLS_CERT: "cert.pem" } },
    [/^HOMEWARD_TLS_CERT: .*HOMEWARD_TLS_KEY is missing/],
  ],
  ["an unknown way of TLS", { env: { HOMEWARD_TLS: "yes" } }, [/^HOMEWARD_TLS: "yes" is not known/]],
  ["a port that is none", { options: { port: "80a" } }, [/^--port: "80a" is no port/]],
  ["port 0", { file: { port: 0 } }, [/^port: "0" is no port/]],
  ["a host with a path", { env: { HOMEWARD_HOST: "http://x/" } }, [/^HOMEWARD_HOST: "http:\/\/x\/" is no address/]],
  [
    "a public address with a path",
    { env: { HOMEWARD_PUBLIC_URL: "https://x.example/app" } },
    [/is no address of a site/],
  ],
  ["an unknown language", { env: { HOMEWARD_LANGUAGE: "hindi" } }, [/"hindi" is none of en, hi/]],
  ["a country without a pack", { env: { HOMEWARD_JURISDICTION: "xx" } }, [/"xx" is none of in, np/]],
  ["a misspelt level", { env: { HOMEWARD_LOG_LEVEL: "wran" } }, [/none of error, warn, info, debug\. Nearest: warn/]],
  ["a misspelt variable", { env: { HOMEWARD_PROT: "1" } }, [/^HOMEWARD_PROT: .*Did you mean HOMEWARD_PORT\?/]],
  [
    "a misspelt name in the file",
    { file: { publicURL: "https://x.example" } },
    [/^publicURL: .*Did you mean publicUrl\?/],
  ],
  ["a name like no other", { file: { favourite: 1 } }, [/^favourite: there is no such setting\. There are: dataDir/]],
  ["a file that is a list", { file: [1] }, [/one JSON object/]],
  [
    "several things at once, all told",
    { env: { HOMEWARD_PORT: "x", HOMEWARD_LOGLEVEL: "info" }, file: { tls: 7 } },
    [/^HOMEWARD_LOGLEVEL/, /^HOMEWARD_PORT/, /^tls: "7" is not known/],
  ],
];

test.each(refused)("refused in words: %s", (_, given, expected) => {
  const said = complaintsOf(given);
  expect(said).toHaveLength(expected.length);
  for (const pattern of expected)
    expect(
      said.some((line) => pattern.test(line)),
      `${pattern} in ${said.join("\n")}`,
    ).toBe(true);
});

test("a wrong database address is not repeated, for it may hold a password", () => {
  const given = { env: { DATABASE_URL: "mysql://root:hunter2@db/x" } };
  const said = complaintsOf(given).join("\n");
  expect(said).toMatch(/^DATABASE_URL: this is no address of a PostgreSQL/);
  expect(JSON.stringify(read(given))).not.toContain("hunter2"); // also not in what a later wording could repeat
});

test("several hosts may stand in a database address", () => {
  const url = "postgres://hw:x@db1:5432,db2:5432/homeward?sslmode=verify-full";
  expect(settingsOf({ env: { DATABASE_URL: url } }).databaseUrl).toBe(url);
});

test("the tests' own variables are none of an installation's settings", () => {
  expect(complaintsOf({ env: { HOMEWARD_TEST_ANYTHING: "1" } })).toEqual([]);
});

test("only addresses of this computer count as loopback", () => {
  for (const host of ["127.0.0.1", "127.8.9.1", "::1", "localhost"]) expect(isLoopback(host)).toBe(true);
  for (const host of ["0.0.0.0", "::", "10.0.0.1", "localhost.example", "128.0.0.1"])
    expect(isLoopback(host)).toBe(false);
  expect(addressOf("http", "127.0.0.1", 8098).origin).toBe("http://localhost:8098");
  expect(addressOf("https", "2001:db8::5", 443).origin).toBe("https://[2001:db8::5]");
});
