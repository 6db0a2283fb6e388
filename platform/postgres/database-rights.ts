/** Rights on a database as a whole. A copy made from a template does not inherit them. */
import pg from "pg";
import { logins } from "./logins.ts";

/**
 * Lets only Homeward's logins connect, and nobody make temporary objects: a temporary table is looked up before all others, so it
 * could stand in for a catalogue table inside a definer function.
 */
export async function closeToOthers(client: pg.ClientBase, database: string): Promise<void> {
  const name = pg.escapeIdentifier(database);
  await client.query(
    `revoke all on database ${name} from public; grant connect on database ${name} to ${logins.join(", ")}`,
  );
}
