import { request as httpRequest } from "node:http";
import type { Place } from "../../../platform/keys/seal.ts";
import { DatabaseRefusal } from "../../../platform/postgres/transaction.ts";

/** The web process's road to the vault: one private socket, small JSON calls, the session's token in each. */
export class VaultClient {
  readonly #socket: string;

  constructor(socketPath: string) {
    this.#socket = socketPath;
  }

  /** Seals texts under the key of a person or a case. Returns one sealed value per item. */
  async seal(
    token: string,
    kind: "person" | "case",
    id: string,
    items: { place: Place; text: string }[],
  ): Promise<Buffer[]> {
    if (items.length === 0) return [];
    const { sealed } = await this.call<{ sealed: string[] }>("/seal", { token, kind, id, items });
    return sealed.map((text) => Buffer.from(text, "base64"));
  }

  /** Opens a case's sealed texts; null where the section is not held or the value does not belong there. Needs a committed case-viewed. */
  async openNarratives(
    token: string,
    caseId: string,
    items: { place: Place; sealed: Uint8Array }[],
  ): Promise<(string | null)[]> {
    if (items.length === 0) return [];
    const { texts } = await this.call<{ texts: (string | null)[] }>("/narratives", {
      token,
      caseId,
      items: items.map((item) => ({ place: item.place, sealed: Buffer.from(item.sealed).toString("base64") })),
    });
    return texts;
  }

  /** Opens one identity against a committed log entry. @throws DatabaseRefusal HW404, HW422 step-up-needed */
  openIdentity(
    token: string,
    call: { personId: string; reason: string; reasonText: string | null; requestId: string },
  ): Promise<{ identity: Record<string, unknown>; version: number; entryId: string; openedAt: string }> {
    return this.call("/openings", { token, ...call });
  }

  async findExact(
    token: string,
    call: { kind: "phone" | "document"; value: string; requestId: string },
  ): Promise<{ personId: string; caseId: string }[]> {
    return (await this.call<{ found: { personId: string; caseId: string }[] }>("/exact-searches", { token, ...call }))
      .found;
  }

  async blind(
    token: string,
    values: { kind: "phone" | "document"; value: string }[],
  ): Promise<{ kind: number; blind: string }[]> {
    if (values.length === 0) return [];
    return (await this.call<{ keys: { kind: number; blind: string }[] }>("/blind", { token, values })).keys;
  }

  async erase(token: string, personId: string, approval: string): Promise<void> {
    await this.call("/erasures", { token, personId, approval });
  }

  /** Seals many texts of many people and cases, and makes the exact keys of many values, in one call. */
  async sealMany(
    token: string,
    groups: readonly { kind: "person" | "case"; id: string; items: { place: Place; text: string }[] }[],
    values: readonly { kind: "phone" | "document"; value: string }[],
  ): Promise<{ sealed: string[][]; keys: { kind: number; blind: string }[] }> {
    if (groups.length === 0 && values.length === 0) return { sealed: [], keys: [] };
    return this.call("/seals", { token, groups, values });
  }

  /** One call; other rooms' vault routes use it too. @throws DatabaseRefusal with the database's own code, Error when the vault is away. */
  async call<T>(path: string, body: object): Promise<T> {
    return JSON.parse((await this.bytes(path, body)).toString("utf8")) as T;
  }

  /** One call that answers with bytes. @throws as `call` */
  bytes(path: string, body: object): Promise<Buffer> {
    return new Promise((resolve, reject) => {
      const sent = httpRequest(
        {
          socketPath: this.#socket,
          path,
          method: "POST",
          headers: { "content-type": "application/json" },
          timeout: 15_000,
        },
        (response) => {
          const parts: Buffer[] = [];
          response.on("data", (part: Buffer) => parts.push(part));
          response.on("error", reject);
          response.on("end", () => {
            const all = Buffer.concat(parts);
            if (response.statusCode === 200) return resolve(all);
            const answer = JSON.parse(all.toString("utf8")) as Record<string, unknown>;
            if (typeof answer.sqlstate === "string")
              return reject(
                new DatabaseRefusal(answer.sqlstate, String(answer.message), (answer.detail as string | null) ?? null),
              );
            reject(new Error(`The vault answered ${response.statusCode}.`));
          });
        },
      );
      sent.on("timeout", () => sent.destroy(new Error("The vault did not answer in time.")));
      sent.on("error", reject);
      sent.end(JSON.stringify(body));
    });
  }
}
