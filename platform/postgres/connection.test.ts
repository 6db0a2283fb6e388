import { expect, test } from "vitest";
import { connectionsOf } from "./connection.ts";
import { SetupError } from "./setup-error.ts";

test("an address gives host, port, user, secret and database", () => {
  expect(connectionsOf("postgres://keeper:p%40ss%2Fword@db.example:6432/home%20ward")).toEqual([
    { host: "db.example", port: 6432, user: "keeper", password: "p@ss/word", database: "home ward" },
  ]);
  expect(connectionsOf("postgresql://[::1]")).toEqual([{ host: "::1", port: 5432, database: "homeward" }]);
});

test("a socket's folder is a host", () => {
  expect(connectionsOf("postgres://keeper@/homeward?host=/run/postgresql&port=5433")).toEqual([
    { host: "/run/postgresql", port: 5433, user: "keeper", database: "homeward" },
  ]);
});

test("several hosts give one configuration each, in their order", () => {
  const found = connectionsOf("postgres://keeper:secret@one:5432,two,three:5433/homeward?sslmode=verify-full");
  expect(found.map(({ host, port }) => [host, port])).toEqual([
    ["one", 5432],
    ["two", 5432],
    ["three", 5433],
  ]);
  expect(found.every(({ ssl }) => typeof ssl === "object" && ssl.rejectUnauthorized === true)).toBe(true);
});

test("encryption always checks the certificate, and half-encryption is refused", () => {
  expect(connectionsOf("postgres://db/homeward?sslmode=require")[0].ssl).toEqual({ rejectUnauthorized: true });
  expect(connectionsOf("postgres://db/homeward?sslmode=disable")[0].ssl).toBeUndefined();
  expect(() => connectionsOf("postgres://db/homeward?sslmode=prefer")).toThrow(/may end without encryption/);
  expect(() => connectionsOf("postgres://db/homeward?sslmode=require&sslrootcert=/gone.pem")).toThrow(SetupError);
});

test("what is no address is refused without repeating it", () => {
  for (const wrong of [
    "",
    "homeward",
    "mysql://u:hidden-secret@h/d",
    "postgres:hidden-secret",
    "postgres://u:hidden-secret@h@i/d",
  ]) {
    expect(() => connectionsOf(wrong), wrong).toThrow(SetupError);
    expect(() => connectionsOf(wrong), wrong).not.toThrow(/hidden-secret/);
  }
});
