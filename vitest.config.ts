import { defineConfig } from "vitest/config";

/**
 * Three kinds of tests, told apart by the file's name: `*.test.ts` are pure, `*.db.test.ts` need PostgreSQL,
 * `*.e2e.test.ts` drive the built server over HTTP and with a browser. All of them stand in `tests/<feature>/`.
 */
export default defineConfig({
  test: {
    // Two cores, and each browser or server test file starts processes of its own.
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: "unit",
          include: ["tests/**/*.test.{ts,tsx}"],
          exclude: ["tests/**/*.db.test.ts", "tests/**/*.e2e.test.ts"],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: "database",
          include: ["tests/**/*.db.test.ts"],
          globalSetup: ["tests/support/cluster.ts"],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: "e2e",
          include: ["tests/**/*.e2e.test.ts"],
          globalSetup: ["tests/support/cluster.ts"],
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
