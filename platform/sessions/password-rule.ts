/** What makes a password too easy, in the order in which it is said. */
export type PasswordWeakness = "password-short" | "password-common" | "password-like-name";

export const SHORTEST_PASSWORD = 12;

/** What everybody tries first, here and elsewhere. Compared without figures, signs and the usual figures for letters. */
const COMMON = new Set(
  `password passwort passphrase passcode letmein welcome welcomehome iloveyou iloveindia sunshine princess dragon monkey football cricket superman batman
  trustno master shadow michael jennifer computer internet whatever starwars pokemon samsung google facebook whatsapp instagram youtube
  homeward helpline childline administrator admin root guest user login test demo default changeme secret supervisor police welcometoindia
  india bharat bharatmata hindustan mumbai delhi kolkata chennai bengaluru bangalore hyderabad jaihind jaishriram jaishreeram jaimatadi jaimahakal
  ganesha ganesh krishna hanuman shivshakti omnamahshivaya omsairam sairam mahadev radhekrishna radheradhe allahhuakbar bismillah waheguru satnam
  sachin tendulkar virat kohli dhoni sharukh salman amitabh raju kumar sharma singh lakshmi priya abhishek rahul
  correcthorsebatterystaple thequickbrownfox abcdefghijkl qwertyuiop asdfghjkl zxcvbnm qwerty qwertyui qazwsx qazwsxedc asdfgh zxcvbn monday january
  blessed loveyou lovely babygirl mypassword newpassword yourpassword mysecret mylogin nopassword oldpassword passwordpassword secretsecret`.split(
    /\s+/,
  ),
);

const ROWS = [
  "qwertyuiopasdfghjklzxcvbnm",
  "qazwsxedcrfvtgbyhnujmikolp",
  "abcdefghijklmnopqrstuvwxyz",
  "12345678901234567890",
];

/**
 * Is this password too easy to guess? Length counts, signs and capitals do not: whoever must add "1!" adds exactly that.
 * @param known the sign-in name and the worker's own names
 * @source NIST SP 800-63B-4, 3.1.1.2: length, a list of common ones, no rules of composition
 */
export function passwordWeakness(password: string, known: readonly string[] = []): PasswordWeakness | null {
  const letters = [...password.normalize("NFKC")];
  if (letters.length < SHORTEST_PASSWORD) return "password-short";
  const plain = letters.join("").toLowerCase();
  if (isCommon(plain)) return "password-common";
  const names = known
    .flatMap((name) =>
      name
        .toLowerCase()
        .normalize("NFKC")
        .split(/[^\p{L}\p{M}\p{N}]+/u),
    )
    .filter((part) => [...part].length >= 3);
  const without = names
    .sort((one, other) => other.length - one.length)
    .reduce((rest, name) => rest.replaceAll(name, ""), plain);
  // What is left beside the names must still be something.
  return without !== plain && bare(without).length < 6 ? "password-like-name" : null;
}

function isCommon(plain: string): boolean {
  if (new Set(plain).size < 5) return true;
  if (isRepeated(plain) || isRun(plain)) return true;
  const [asTyped, asMeant] = [bare(plain), bare(unmasked(plain.replace(/[^\p{L}\p{M}]+$/u, "")))];
  return [asTyped, asMeant].some((word) =>
    word.length < 4 ? /^\d+$/.test(plain) : COMMON.has(word) || isRun(word) || isMadeOfCommon(word),
  );
}

/** Letters alone. */
const bare = (text: string): string => text.replace(/[^\p{L}\p{M}]/gu, "");

/** p@ssw0rd is password. What hangs behind it (2026!) was cut off before. */
function unmasked(text: string): string {
  const meant: Record<string, string> = {
    "@": "a",
    "4": "a",
    "0": "o",
    "1": "i",
    "!": "i",
    "3": "e",
    $: "s",
    "5": "s",
    "7": "t",
  };
  return [...text].map((letter) => meant[letter] ?? letter).join("");
}

/** abcabcabcabc */
function isRepeated(text: string): boolean {
  return Array.from({ length: Math.floor(text.length / 2) }, (_, at) => at + 1).some(
    (size) =>
      text.length % size === 0 && size <= text.length / 2 && text.slice(0, size).repeat(text.length / size) === text,
  );
}

/** Along the keyboard or the alphabet, there or back. */
function isRun(text: string): boolean {
  return (
    text.length >= 6 &&
    ROWS.some((row) => `${row}${row}`.includes(text) || `${row}${row}`.includes([...text].reverse().join("")))
  );
}

/** Two of the list, one behind the other: welcomeindia. */
function isMadeOfCommon(word: string): boolean {
  for (let cut = 3; cut <= word.length - 3; cut += 1)
    if (COMMON.has(word.slice(0, cut)) && COMMON.has(word.slice(cut))) return true;
  return false;
}
