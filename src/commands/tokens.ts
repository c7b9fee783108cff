/** Tokens of integrations from the command line (INT-3): made, listed, revoked by whoever runs the installation. */
import { operator } from "../identity/keep-accounts.ts";
import { makeTokenAsOperator, revokeToken, viewTokens } from "../identity/keep-tokens.ts";
import { usualLastDay } from "../identity/token.rules.ts";
import { viewOrganisations } from "../organisation/view-organisations.ts";
import { work, type Work, type Workshop } from "../platform/database/work.ts";
import { NotFound } from "../shared/result.ts";
import { refuse, say, t, words, type Command, type Typed } from "./command.ts";

/** Works for the organisation that was typed, as its administrator. */
async function inOrganisation<T>(
  workshop: Workshop,
  typed: Typed,
  run: (unit: Work) => Promise<T>,
): Promise<T> {
  const slug = typed.needed("organisation");
  const tenant = (await viewOrganisations(workshop)).find((each) => each.slug === slug);
  if (!tenant) throw new NotFound("organisation");
  return work(workshop, { slug, actor: operator(tenant) }, run);
}

export const createToken: Command = {
  name: "token create",
  options: {
    organisation: "string",
    account: "string",
    name: "string",
    scopes: "string",
    "last-day": "string",
  },
  run: async (workshop, typed) => {
    const wanted = {
      username: typed.needed("account"),
      name: typed.needed("name"),
      scopes: typed
        .needed("scopes")
        .split(",")
        .map((scope) => scope.trim()),
    };
    const made = await inOrganisation(workshop, typed, (unit) =>
      makeTokenAsOperator(unit, {
        ...wanted,
        lastDay: typed.optional("last-day") ?? usualLastDay(unit.today),
      }),
    );
    if (!made.ok) refuse(made.reasons, words.tokens.reasons);
    say(t.token.made);
    say(made.value);
  },
};

export const listTokens: Command = {
  name: "token list",
  options: { organisation: "string" },
  run: async (workshop, typed) => {
    await inOrganisation(workshop, typed, async (unit) => {
      for (let page = 1, pages = 1; page <= pages; page++) {
        const view = await viewTokens(unit, page);
        pages = view.pages;
        if (view.total === 0) say(t.token.none);
        for (const { prefix, name, account, scopes, lastDay, lastUsedOn, state } of view.rows)
          say(
            [
              prefix,
              name,
              account ?? "–",
              scopes.join(","),
              words.tokens.states[state],
              lastDay,
              lastUsedOn ?? "–",
            ].join("\t"),
          );
      }
    });
  },
};

export const endToken: Command = {
  name: "token revoke",
  options: { organisation: "string", token: "string" },
  run: async (workshop, typed) => {
    const which = typed.needed("token");
    await inOrganisation(workshop, typed, (unit) => revokeToken(unit, which));
    say(t.token.revoked(which));
  },
};
