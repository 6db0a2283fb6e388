import { say } from "./words.ts";

const frames = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"];

/** Tells on standard error what is going on; standard output stays for what was asked. */
export interface Progress {
  /** Runs long work under a sentence: a moving sign on a terminal, plain lines elsewhere; says how long it took. */
  during<T>(sentence: string, work: (note: (detail: string) => void) => Promise<T>): Promise<T>;
  /** One line. */
  line(sentence: string): void;
}

/** @param out where the lines go; a moving sign is drawn only if that is a terminal */
export function progressOn(out: NodeJS.WriteStream): Progress {
  return {
    line: (sentence) => void out.write(`${sentence}\n`),
    during: (sentence, work) => (out.isTTY ? moving(out, sentence, work) : plain(out, sentence, work)),
  };
}

async function plain<T>(out: NodeJS.WriteStream, sentence: string, work: (note: (d: string) => void) => Promise<T>) {
  const start = performance.now();
  out.write(`${sentence} …\n`);
  let detail = "";
  // A build log shows that it still lives, but not ten lines a second.
  const timer = setInterval(() => {
    out.write(`${sentence} … ${seconds(start)}${detail && ` · ${detail}`}\n`);
  }, 15_000);
  try {
    const result = await work((text) => {
      detail = text;
    });
    out.write(`${sentence}: ${say("progress.done", { seconds: seconds(start) })}\n`);
    return result;
  } finally {
    clearInterval(timer);
  }
}

async function moving<T>(out: NodeJS.WriteStream, sentence: string, work: (note: (d: string) => void) => Promise<T>) {
  const start = performance.now();
  let turn = 0;
  let detail = "";
  const draw = (sign: string, rest: string) => {
    const text = `${sign} ${sentence} ${rest}`;
    out.write(`\r\u001b[K${text.slice(0, Math.max(20, (out.columns || 80) - 1))}`);
  };
  const timer = setInterval(() => {
    turn += 1;
    draw(frames[turn % frames.length] ?? "·", `${seconds(start)}${detail && ` · ${detail}`}`);
  }, 120);
  draw(frames[0] ?? "·", "");
  try {
    const result = await work((text) => {
      detail = text;
    });
    draw("✓", seconds(start));
    return result;
  } catch (error) {
    draw("✗", seconds(start));
    throw error;
  } finally {
    clearInterval(timer);
    out.write("\n");
  }
}

function seconds(start: number): string {
  const passed = (performance.now() - start) / 1000;
  return `${passed < 10 ? passed.toFixed(1) : Math.round(passed)} s`;
}
