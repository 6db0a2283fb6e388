/** The list that everybody opens first, through the whole server, against `select 1` through the same server. */
import autocannon from "autocannon";
import type pg from "pg";
import { buildWeb, openHouse } from "../../../app.ts";
import type { Login } from "../../../platform/postgres/logins.ts";
import { createPool } from "../../../platform/postgres/pool.ts";
import { VaultClient } from "../../../rooms/identities/index.ts";
import type { Nation } from "../nation.ts";
import { median, type Verdict } from "../verdicts.ts";

const CLIENTS = 8;

/** Eight clients, five rounds of each in turn, three seconds a round; the median of the ratios of mean latencies. */
export async function compareList(logins: Record<Login, pg.ClientConfig>, nation: Nation): Promise<Verdict> {
  const pools = {
    app: createPool(logins.hw_app, { max: 16 }),
    oversight: createPool(logins.hw_oversight, { max: 1 }),
    signin: createPool(logins.hw_signin, { max: 1 }),
    public: createPool(logins.hw_public, { max: 1 }),
  };
  // Neither the vault nor files are asked by a list.
  const house = openHouse(pools, new VaultClient("/nowhere"), "real", {
    country: "in",
    intakeKey: new Uint8Array(32),
    files: "/nowhere",
  });
  const web = await buildWeb(house, { publicOrigin: null, secure: false, log: false, requestsAMinute: 1e9 });
  web.get(
    "/bench/select-one",
    { config: { audience: "operator", verb: null } },
    async () => (await pools.app.query("select 1 as one")).rows[0],
  );
  const address = await web.listen({ host: "127.0.0.1", port: 0 });
  const cookie = `hw_session=${nation.worker.token}`;
  try {
    const [lists, bare, ratios]: [number[], number[], number[]] = [[], [], []];
    for (let round = 0; round < 6; round++) {
      const list = await load(`${address}/api/cases?atMost=50`, cookie);
      const one = await load(`${address}/bench/select-one`, cookie);
      if (round === 0) continue; // the first round warms both
      lists.push(list);
      bare.push(one);
      ratios.push(list / one);
    }
    return {
      what: `API list of 50 at ${CLIENTS} clients`,
      unit: "× select 1",
      value: median(ratios),
      limit: 2.5,
      beside: `${median(lists).toFixed(0)} against ${median(bare).toFixed(0)} microseconds of server a request`,
    };
  } finally {
    await web.close();
    await Promise.all(Object.values(pools).map((pool) => pool.end()));
  }
}

/** Microseconds a request at full load: the inverse of throughput, which at eight busy clients is what one request costs. */
async function load(url: string, cookie: string): Promise<number> {
  const { requests, non2xx, errors, duration } = await autocannon({
    url,
    connections: CLIENTS,
    duration: 3,
    headers: { cookie },
  });
  if (non2xx > 0 || errors > 0) throw new Error(`${url} was refused ${non2xx} times and failed ${errors} times.`);
  return (duration * 1e6) / requests.total;
}
