import pg from "pg";

/** graphile-worker's own schema. */
export const QUEUE_SCHEMA = "graphile_worker";

/**
 * Brings graphile-worker's tables up to the version that is installed, by its own migrations and as the migrator, and hands them to the owner
 * role; the process that runs jobs has no right to. It keeps its own ledger, so this is the one step outside the migrations' transaction:
 * run before them, repeatable, and of no consequence if they then fail.
 * @param client connected as the migrator, outside a transaction
 */
export async function installQueue(client: pg.ClientBase, migrator: pg.ClientConfig): Promise<void> {
  const { Logger, runMigrations } = await import("graphile-worker"); // loaded where it is used: three of four processes never need it
  const silent = new Logger(() => () => undefined); // what matters is thrown
  const pool = new pg.Pool({ ...migrator, max: 2 });
  pool.on("error", () => undefined);
  pool.on("connect", (connected) => connected.on("error", () => undefined));
  try {
    await runMigrations({ pgPool: pool, schema: QUEUE_SCHEMA, logger: silent, noHandleSignals: true });
  } finally {
    await pool.end();
  }
  await client.query(handOver);
}

const handOver = `do $$
  declare o record;
  begin
    alter schema graphile_worker owner to homeward_owner;
    for o in select format('alter %s %s owner to homeward_owner', case c.relkind when 'v' then 'view' else 'table' end, c.oid::regclass) as said
               from pg_catalog.pg_class c where c.relnamespace = 'graphile_worker'::regnamespace and c.relkind in ('r', 'v')
                and c.relowner <> 'homeward_owner'::regrole
             union all
             select format('alter function %s owner to homeward_owner', p.oid::regprocedure)
               from pg_catalog.pg_proc p where p.pronamespace = 'graphile_worker'::regnamespace and p.proowner <> 'homeward_owner'::regrole
             union all
             select format('alter type %s owner to homeward_owner', t.oid::regtype)
               from pg_catalog.pg_type t join pg_catalog.pg_class c on c.oid = t.typrelid
              where t.typnamespace = 'graphile_worker'::regnamespace and c.relkind = 'c' and t.typowner <> 'homeward_owner'::regrole loop
      execute o.said;
    end loop;
  end $$`;
