import type { Duplex } from "node:stream";
import {
  type Compilable,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type RawBuilder,
} from "kysely";
import type pg from "pg";

/** Builds SQL and runs nothing: a query is compiled here and sent on the transaction's own client. */
const builder = new Kysely<Record<string, never>>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});

export type Statement<Row> = RawBuilder<Row> | Compilable<Row>;

/** One open transaction as one role. Questions asked without waiting in between travel together. */
export interface Tx {
  /** All rows. */
  rows<Row>(statement: Statement<Row>): Promise<Row[]>;
  /** The first row, or null. */
  maybe<Row>(statement: Statement<Row>): Promise<Row | null>;
  /** The one row. @throws Error when there is none. */
  one<Row>(statement: Statement<Row>): Promise<Row>;
}

/** The database said no in a way that has a code: HW401 no session, HW404 not visible, HW409, HW412, HW422 with the code in `detail`. */
export class DatabaseRefusal extends Error {
  readonly sqlstate: string;
  readonly detail: string | null;

  constructor(sqlstate: string, message: string, detail: string | null) {
    super(message);
    this.name = "DatabaseRefusal";
    this.sqlstate = sqlstate;
    this.detail = detail;
  }
}

/** COMMIT was cut off or answered otherwise: nobody knows, or nothing was written. */
export class CommitUnknown extends Error {
  override readonly name = "CommitUnknown";
}

export interface Who {
  /** The NOLOGIN role that the pool's login takes for this transaction. */
  role: string;
  /** The session's token, looked up by access.actor() at each use; null where no worker acts. */
  token: string | null;
}

/**
 * Begins, takes the role, sets the token, runs `work`, commits, and checks that COMMIT committed: the COMMIT of an aborted transaction
 * answers ROLLBACK without an error. On a throw everything is rolled back and the throw goes on.
 */
export async function transact<T>(pool: pg.Pool, who: Who, work: (tx: Tx) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    const [prelude, worked] = together(client, () => [begin(client, who), started(() => work(wrap(client)))] as const);
    try {
      const result = await worked;
      await prelude;
      await commit(client);
      return result;
    } catch (error) {
      // The prelude's own error is the cause of all that follow it.
      const first = await prelude.then(
        () => error,
        (cause: unknown) => cause,
      );
      await client.query("rollback").catch((lost: Error) => {
        broken = lost;
      });
      throw translate(first);
    }
  } finally {
    client.release(broken);
  }
}

/**
 * A transaction in one trip: prelude, every question that `ask` fires before it first waits, and COMMIT travel together. For reads, and for
 * writes in which nothing is decided on the way. It answers only once COMMIT has answered COMMIT.
 * @throws Error when `ask` asks again after having waited: that is a programming mistake, use `transact`.
 */
export async function inOneTrip<T>(pool: pg.Pool, who: Who, ask: (tx: Tx) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  let closed = false;
  try {
    const [prelude, asked, end] = together(client, () => {
      const sent = [begin(client, who), started(() => ask(wrap(client, () => closed)))] as const;
      closed = true;
      return [...sent, commit(client)] as const;
    });
    for (const sent of [prelude, asked, end]) sent.catch(() => undefined);
    try {
      await prelude;
      const result = await asked;
      await end;
      return result;
    } catch (error) {
      await end.catch(() => undefined);
      await client.query("rollback").catch((lost: Error) => {
        broken = lost;
      });
      throw translate(error);
    }
  } finally {
    client.release(broken);
  }
}

/**
 * Everything that `fire` sends before it returns leaves in one write: a system call less for each statement, and the server finds the next
 * one waiting when it has answered the last.
 */
function together<T>(client: pg.PoolClient, fire: () => T): T {
  const { stream } = (client as pg.PoolClient & { connection: { stream: Duplex } }).connection;
  stream.cork();
  try {
    return fire();
  } finally {
    stream.uncork();
  }
}

/** What is thrown before the first wait is a rejection like what is thrown after it: the rollback must follow on both. */
async function started<T>(work: () => Promise<T>): Promise<T> {
  return work();
}

async function begin(client: pg.PoolClient, who: Who): Promise<void> {
  const sent = [
    client.query("begin"),
    client.query({
      name: "who",
      text: "select set_config('access.token', $1, true), set_config('role', $2, true)",
      values: [who.token ?? "", who.role],
    }),
  ];
  for (const s of sent) s.catch(() => undefined);
  await Promise.all(sent);
}

async function commit(client: pg.PoolClient): Promise<void> {
  const answer = await client.query("commit").catch((error: Error) => {
    throw new CommitUnknown(`COMMIT was cut off: ${error.message}`);
  });
  if (answer.command !== "COMMIT") throw new CommitUnknown(`COMMIT answered ${answer.command}`);
}

function wrap(client: pg.PoolClient, closed: () => boolean = () => false): Tx {
  const run = <Row>(statement: Statement<Row>): Promise<Row[]> => {
    if (closed()) throw new Error("A transaction in one trip asks all its questions before it waits for an answer.");
    const { sql, parameters } = "isRawBuilder" in statement ? statement.compile(builder) : statement.compile();
    const sent = client.query({ ...named(sql), text: sql, values: parameters as unknown[] }).then(
      (answer) => answer.rows as Row[],
      (error: unknown) => {
        throw translate(error);
      },
    );
    sent.catch(() => undefined); // whoever waits for it hears of it; nobody else may crash the process
    return sent;
  };
  return {
    rows: run,
    maybe: (statement) => heard(run(statement).then((rows) => rows[0] ?? null)),
    one: (statement) =>
      heard(
        run(statement).then((rows) => {
          const [row] = rows;
          if (row === undefined) throw new Error("A row was promised and there is none.");
          return row;
        }),
      ),
  };
}

const names = new Map<string, string>();

/**
 * A statement's name, by which each connection parses and plans it once: a list costs a third less. Statements are templates in the rooms, so
 * they are few; one that is built anew each time must not fill the server's memory, and goes without a name.
 */
function named(text: string): { name: string } | object {
  const known = names.get(text);
  if (known !== undefined) return { name: known };
  if (names.size >= 1000) return {};
  const name = `s${names.size}`;
  names.set(text, name);
  return { name };
}

/** Whoever waits hears of a failure. Where another question failed first and nobody waits any more, it must not end the process. */
function heard<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  return promise;
}

function translate(error: unknown): unknown {
  if (
    typeof error === "object" &&
    error !== null &&
    "code" in error &&
    typeof error.code === "string" &&
    error.code.startsWith("HW")
  ) {
    const { message, detail } = error as unknown as { message: string; detail?: string };
    return new DatabaseRefusal(error.code, message, detail ?? null);
  }
  return error;
}
