/** How values of PostgreSQL arrive in TypeScript: nothing loses precision, and no instant or day becomes a `Date`. */
import pg from "pg";

/**
 * An instant as ISO 8601 in UTC with all of PostgreSQL's microseconds. `infinity` and `-infinity` stay words.
 * @throws RangeError when the session does not speak UTC in ISO form, which `createPool` sees to
 */
export function instantOf(text: string): string {
  if (text === "infinity" || text === "-infinity") return text;
  if (!text.endsWith("+00") || text[10] !== " ") throw new RangeError(`not an instant in UTC: ${text}`);
  return `${text.slice(0, 10)}T${text.slice(11, -3)}Z`;
}

type Parser = (text: string) => unknown;

const asText: Parser = (text) => text;
const textArray = 1009 as Parameters<typeof pg.types.getTypeParser>[0];
const texts: (text: string) => (string | null)[] = pg.types.getTypeParser(textArray, "text");
const instants: Parser = (text) => texts(text).map((one) => (one === null ? null : instantOf(one)));

const parsers = new Map<number, Parser>([
  [20, asText], // int8
  [1016, texts], // int8[]
  [1700, asText], // numeric
  [1231, texts], // numeric[]
  [1184, instantOf], // timestamptz
  [1185, instants], // timestamptz[]
  [1082, asText], // date
  [1182, texts], // date[]
  [1114, asText], // timestamp: we keep none, and must not guess its zone
  [1115, texts], // timestamp[]
  [1186, asText], // interval, as an ISO 8601 duration
  [1187, texts], // interval[]
  [2951, texts], // uuid[]
]);

/** Goes into a client's configuration as `types`. */
export const valueTypes: pg.CustomTypesConfig = {
  getTypeParser(id: number, format?: "text" | "binary") {
    return (format === "binary" ? undefined : parsers.get(id)) ?? pg.types.getTypeParser(id, format);
  },
};

/** What a session must speak for the parsers above to hold, whatever the server's own settings are. */
export const sessionOptions = "-c timezone=UTC -c datestyle=ISO -c intervalstyle=iso_8601";
