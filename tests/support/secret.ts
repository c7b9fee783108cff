/** The installation's secret in tests. */
export const SECRET = "5e".repeat(32);
