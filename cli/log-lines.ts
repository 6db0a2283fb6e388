/**
 * One line of a process as a line of the installation's log: JSON, with the process's name in front. A structured line keeps its
 * fields; any other becomes a message.
 */
export function logLine(member: string, stream: "out" | "err", text: string, now: Date): string {
  const fields = structured(text);
  if (fields) return JSON.stringify({ process: member, ...fields });
  const level = stream === "err" ? "error" : "info";
  return JSON.stringify({ process: member, level, time: now.toISOString(), message: text });
}

/** Is this line bad enough to be shown to somebody who did not ask for the log? Numbers are pino's: 40 warns. */
export function isAlarming(line: string): boolean {
  const level = structured(line)?.level;
  return typeof level === "number" ? level >= 40 : level === "error" || level === "warn" || level === "fatal";
}

/** What a structured line says, in one short sentence. */
export function gist(line: string): string {
  const fields = structured(line) ?? {};
  const said = fields.message ?? fields.msg;
  return `${String(fields.process ?? "")}: ${typeof said === "string" ? said : line}`;
}

function structured(text: string): Record<string, unknown> | null {
  if (!text.startsWith("{")) return null;
  try {
    return { ...(JSON.parse(text) as object) };
  } catch {
    return null;
  }
}
