/** An empty database of a test's own, without migrations. */
import { afterAll, inject } from "vitest";
import { newId } from "../../src/shared/ids.ts";
import { inDatabase } from "../support/cluster.ts";
import { runSql } from "../support/run-sql.ts";

export type EmptyDatabase = {
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly adminUrl: string;
  readonly appRole: string;
};

const names: string[] = [];

afterAll(() =>
  runSql(inject("cluster").adminUrl, ...names.map((name) => `drop database if exists ${name} with (force)`)),
);

/** Made when called; gone when the test file is done. */
export async function emptyDatabase(): Promise<EmptyDatabase> {
  const { adminUrl, ownerUrl, appUrl } = inject("cluster");
  const name = `empty_${newId().replaceAll("-", "")}`;
  const [owner, appRole] = [new URL(ownerUrl).username, new URL(appUrl).username];
  await runSql(adminUrl, `create database ${name} owner ${owner}`);
  names.push(name);
  return {
    ownerUrl: inDatabase(ownerUrl, name),
    appUrl: inDatabase(appUrl, name),
    adminUrl: inDatabase(adminUrl, name),
    appRole,
  };
}
