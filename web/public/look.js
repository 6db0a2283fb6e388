/* Runs before the first paint, so that a person who chose the dark theme is never met by a white page at 3 a.m. */
(() => {
  try {
    const look = JSON.parse(localStorage.getItem("homeward.look") || "{}");
    const page = document.documentElement;
    if (look.theme === "light" || look.theme === "dark") page.dataset.theme = look.theme;
    if (look.density === "compact") page.dataset.density = "compact";
    if (typeof look.language === "string" && /^[a-z]{2,3}$/.test(look.language)) page.lang = look.language;
  } catch {
    /* No storage: the device's own look is right. */
  }
})();
