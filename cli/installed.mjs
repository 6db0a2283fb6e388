// Are the packages of package-lock.json the ones that lie in node_modules? Exit code 0: yes. Plain JavaScript, because the script asks
// before Node 26 is certain to be there. Compared are npm's own record of what it installed and the lock file; packages for other
// systems may be missing.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const read = (path) => JSON.parse(readFileSync(fileURLToPath(new URL(path, import.meta.url)), "utf8")).packages;

try {
  const wanted = read("../package-lock.json");
  const present = read("../node_modules/.package-lock.json");
  const wrong = [];
  for (const [place, entry] of Object.entries(wanted)) {
    if (place === "") continue;
    const found = present[place];
    if (!found && (entry.optional || entry.peer)) continue;
    if (found?.version !== entry.version || found?.integrity !== entry.integrity) wrong.push(place);
  }
  for (const place of Object.keys(present)) if (!wanted[place]) wrong.push(place);
  for (const place of wrong) console.log(place);
  process.exitCode = wrong.length > 0 ? 1 : 0;
} catch (error) {
  console.log(String(error));
  process.exitCode = 1;
}
