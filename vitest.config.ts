import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["**/*.test.ts"],
    exclude: ["node_modules/**", "web/dist/**", "data/**"],
    globalSetup: ["./platform/testing/cluster.ts"],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    pool: "forks",
    // Much of a test is waiting for PostgreSQL, a browser or a clock: one more worker than the smallest machine has processors.
    maxWorkers: 3,
  },
});
