/** The little of autocannon that the measurements use; it brings no types of its own. */
declare module "autocannon" {
  export interface Options {
    url: string;
    connections: number;
    /** Seconds. */
    duration: number;
    /** Threads of their own, so that asking does not slow answering. */
    workers?: number;
    method?: "GET" | "POST";
    headers?: Record<string, string>;
    body?: string;
  }
  export interface Result {
    requests: { total: number };
    non2xx: number;
    errors: number;
    /** Seconds, as it really took. */
    duration: number;
  }
  export default function autocannon(options: Options): Promise<Result>;
}
