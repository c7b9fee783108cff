import { expect, test } from "vitest";
import { grouped } from "../../src/organisation/view-organisations.ts";
import type { Tenant } from "../../src/shared/actor.ts";

const tenant = (id: string, kind: Tenant["kind"]): Tenant => ({ id, slug: id, name: id.toUpperCase(), kind });
const member = (associationId: string, memberId: string) => ({
  associationId,
  memberId,
  from: "2020-01-01",
  to: null,
});

test("ORG-1: organisations stand with their kind, and members under each association that they are in", () => {
  const all = [
    tenant("a", "municipality"),
    tenant("b", "municipality"),
    tenant("c", "company"),
    tenant("f", "association"),
    tenant("g", "association"),
    tenant("r", "region"),
  ];
  const groups = grouped(all, [member("f", "a"), member("g", "a"), member("g", "c")]);
  expect(
    groups.map(({ kind, association, organisations }) => [
      kind,
      association?.id ?? null,
      organisations.map(({ id }) => id).join(" "),
    ]),
  ).toEqual([
    ["region", null, "r"],
    ["association", "f", "a"],
    ["association", "g", "a c"],
    ["municipality", null, "b"],
  ]);
});

test("ORG-1: an association without members is there, a kind without organisations is not", () => {
  expect(grouped([tenant("f", "association")], [])).toEqual([
    { kind: "association", association: tenant("f", "association"), organisations: [] },
  ]);
  expect(grouped([], [])).toEqual([]);
});
