import { join } from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/**
 * The staff app. Everything it loads comes from its own server: no inline script or style, no data: address, no other host, so that
 * the strictest content security policy holds. `--mode gallery` builds the page of all components instead, outside the product.
 */
export default defineConfig(({ mode }) => ({
  plugins: [react()],
  server: { fs: { allow: [".."] } },
  build: {
    outDir: mode === "gallery" ? "../.data/gallery" : "dist",
    emptyOutDir: true,
    target: ["chrome109", "firefox115", "safari16.4"],
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    ...(mode === "gallery" ? { rolldownOptions: { input: join(import.meta.dirname, "gallery.html") } } : {}),
  },
}));
