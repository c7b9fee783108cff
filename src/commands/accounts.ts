/** The first accounts of an organisation, before anybody can sign in and keep them on the page. */
import { addAccount, giveRole, invite, operator } from "../identity/keep-accounts.ts";
import { viewOrganisations } from "../organisation/view-organisations.ts";
import { work } from "../platform/database/work.ts";
import { NotFound } from "../shared/result.ts";
import { refuse, say, t, words, type Command } from "./command.ts";

export const openAccount: Command = {
  name: "account add",
  options: {
    organisation: "string",
    username: "string",
    name: "string",
    role: "string",
    "employment-number": "string",
  },
  run: async (workshop, typed, config) => {
    const slug = typed.needed("organisation");
    const tenant = (await viewOrganisations(workshop)).find((each) => each.slug === slug);
    if (!tenant) throw new NotFound("organisation");
    const [username, displayName] = [typed.needed("username"), typed.needed("name")];
    const employmentNumber = typed.optional("employment-number") ?? "";
    const role = typed.optional("role");
    const token = await work(workshop, { slug, actor: operator(tenant) }, async (unit) => {
      const added = await addAccount(unit, { username, displayName, employmentNumber });
      if (!added.ok) return refuse(added.reasons, words.identity.reasons);
      if (role !== undefined) {
        const scope = { unitId: null, professionIds: [], employmentNumber: "", reason: "", lastDay: null };
        const given = await giveRole(unit, added.value, { ...scope, role, from: unit.today });
        if (!given.ok) return refuse(given.reasons, words.identity.reasons);
      }
      return invite(unit, added.value);
    });
    say(t.added(displayName));
    const origin = config.publicUrl ?? `http://${config.host}:${config.port}`;
    say(t.invitation(`${origin}/o/${slug}/choose-password/${token}`));
  },
};
