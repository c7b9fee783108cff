/** Imported before a server under test starts: its clock goes `TEST_DAYS_AHEAD` days ahead of the machine's. */
const DAY_MS = 86_400_000;
const ahead = Number(process.env["TEST_DAYS_AHEAD"]) * DAY_MS;
const { now } = Date;
const later = (): number => now() + ahead;

globalThis.Date = new Proxy(Date, {
  construct: (date, given: unknown[], as): Date =>
    Reflect.construct(date, given.length === 0 ? [later()] : given, as) as Date,
  get: (date, name): unknown => (name === "now" ? later : Reflect.get(date, name)),
});
