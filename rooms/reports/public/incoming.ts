/**
 * Reads what a form sends, as plain fields or with files. Files go to `stage` as they arrive and are never held in memory; fields of a
 * form come before its files, because the page writes them in that order.
 */
import type { Readable } from "node:stream";
import type { FastifyRequest } from "fastify";
import { type Fields, readUploads, tokenOf, visitOf } from "./carried.ts";
import { LIMITS, type StagedUpload } from "./model.ts";
import type { PublicReports, StageRefusal } from "./public-reports.ts";

export type FileProblem = StageRefusal | "too-many" | "failed";

export type Incoming = {
  fields: Fields;
  /** Carried before and staged now. */
  uploads: StagedUpload[];
  fileProblems: FileProblem[];
  /** The token under which files were staged, which the page must carry on. */
  token: string;
  visit: string;
  /** Only those staged now. */
  staged: readonly StagedUpload[];
};

const readingLimits = {
  throwFileSizeLimit: false,
  limits: {
    fileSize: LIMITS.fileBytes,
    fieldSize: LIMITS.formBytes,
    fieldNameSize: 40,
    fields: 60,
    files: LIMITS.files * 3,
    parts: 100,
  },
};

/** @throws if the request is no form, is cut off, or is larger than any form of ours */
export async function readIncoming(request: FastifyRequest, reports: PublicReports): Promise<Incoming> {
  const fields = new Map<string, string[]>();
  const keep = (name: string, value: unknown) => {
    if (typeof value === "string") fields.set(name, [...(fields.get(name) ?? []), value]);
  };
  if (!request.isMultipart()) {
    for (const [name, value] of Object.entries((request.body ?? {}) as Record<string, unknown>)) {
      for (const each of [value].flat()) keep(name, each);
    }
    const token = tokenOf(fields, () => reports.newToken());
    return { fields, uploads: readUploads(fields), fileProblems: [], token, visit: visitOf(fields, token), staged: [] };
  }

  let token: string | undefined;
  let bytes = 0;
  const staged: StagedUpload[] = [];
  const fileProblems: FileProblem[] = [];
  for await (const part of request.parts(readingLimits)) {
    if (part.type === "field") {
      bytes += String(part.value).length;
      if (part.valueTruncated || bytes > LIMITS.formBytes)
        throw Object.assign(new Error("A form is too large."), { statusCode: 413 });
      keep(part.fieldname, part.value);
      continue;
    }
    // A form without a chosen file sends an empty one without a name.
    if (!part.filename) {
      await discard(part.file);
      continue;
    }
    token ??= tokenOf(fields, () => reports.newToken());
    const full = readUploads(fields).length + staged.length >= LIMITS.files;
    const outcome = full ? "too-many" : await stageOne(reports, part.file, { token, name: part.filename });
    if (typeof outcome === "string") fileProblems.push(outcome);
    else staged.push(outcome);
    await discard(part.file);
  }
  token ??= tokenOf(fields, () => reports.newToken());
  return {
    fields,
    uploads: [...readUploads(fields), ...staged],
    fileProblems: [...new Set(fileProblems)],
    token,
    visit: visitOf(fields, token),
    staged,
  };
}

async function stageOne(
  reports: PublicReports,
  file: Readable & { truncated: boolean },
  meta: { token: string; name: string },
): Promise<StagedUpload | FileProblem> {
  try {
    const outcome = await reports.stage(file, meta);
    if (!("refused" in outcome)) {
      if (!file.truncated) return outcome;
      // The stream ended at the limit: what was kept is only its beginning.
      await reports.unstage(outcome);
      return "too-large";
    }
    return file.truncated ? "too-large" : outcome.refused;
  } catch {
    return "failed";
  }
}

/** Reads the rest of a part and throws it away: the next part waits behind it. */
async function discard(file: Readable): Promise<void> {
  if (file.readableEnded || file.destroyed) return;
  file.resume();
  await new Promise<void>((done) => {
    file
      .once("end", done)
      .once("close", done)
      .once("error", () => done());
  });
}
