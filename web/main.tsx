import { start } from "./shell/start.tsx";

const place = document.getElementById("homeward");
if (place === null) throw new Error("index.html has no place for the app");
void start(place);
