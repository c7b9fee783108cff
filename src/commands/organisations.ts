/** Organisations from the command line: founded, and admitted to an association (ORG-1). */
import { admitMember, foundOrganisation } from "../organisation/found-organisation.ts";
import type { Tenant } from "../shared/actor.ts";
import { Misuse, refuse, say, t, type Command } from "./command.ts";

const KINDS: readonly string[] = [
  "municipality",
  "region",
  "association",
  "company",
] satisfies Tenant["kind"][];

export const addOrganisation: Command = {
  name: "organisation add",
  options: { slug: "string", name: "string", kind: "string" },
  run: async ({ db }, typed) => {
    const kind = typed.needed("kind");
    if (!KINDS.includes(kind)) throw new Misuse(t.missing("kind"));
    const added = await foundOrganisation(db, {
      slug: typed.needed("slug"),
      name: typed.needed("name"),
      kind: kind as Tenant["kind"],
    });
    if (!added.ok) refuse(added.reasons, t.reasons);
    say(t.added(added.value.name));
  },
};

export const admit: Command = {
  name: "organisation admit",
  options: { association: "string", member: "string", from: "string" },
  run: async ({ db }, typed) => {
    const [association, member] = [typed.needed("association"), typed.needed("member")];
    const admitted = await admitMember(db, { association, member, from: typed.needed("from"), to: null });
    if (!admitted.ok) refuse(admitted.reasons, t.reasons);
    say(t.admitted(member, association));
  },
};
