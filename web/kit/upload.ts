/** Sends a file and tells how far it is: `fetch` cannot. Everything else is the client's. */
import { request } from "./client.ts";
import { ownProblem, ProblemError, readProblem } from "./problem.ts";

/**
 * @param onProgress from 0 to 1, of what has left this device
 * @throws ProblemError as `request` does
 */
export async function upload<T>(
  path: string,
  file: Blob,
  language: string,
  onProgress: (share: number) => void,
): Promise<T> {
  const { status, body } = await send(path, file, language, onProgress);
  if (status >= 200 && status < 300) return body as T; // the server answers by its schema
  // The client knows how to ask somebody to sign in again; the file goes once more, and arrives this time.
  if (status === 401) return request("POST", path, new Blob([file], { type: "application/octet-stream" }));
  throw new ProblemError(readProblem(status, body, null));
}

function send(
  path: string,
  file: Blob,
  language: string,
  onProgress: (share: number) => void,
): Promise<{ status: number; body: unknown }> {
  return new Promise((resolve, reject) => {
    const sending = new XMLHttpRequest();
    sending.open("POST", path);
    sending.setRequestHeader("content-type", "application/octet-stream");
    sending.setRequestHeader("accept", "application/json, application/problem+json");
    sending.setRequestHeader("accept-language", language);
    sending.upload.onprogress = (event) => {
      if (event.lengthComputable) onProgress(event.loaded / event.total);
    };
    sending.onload = () => resolve({ status: sending.status, body: parsed(sending.responseText) });
    sending.onerror = () => reject(new ProblemError(ownProblem("no-connection")));
    sending.send(file);
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
