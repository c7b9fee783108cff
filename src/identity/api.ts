/** What a token is, told to whoever holds it (INT-3). */
import { z } from "zod";
import { ok } from "../platform/http/api/answer.ts";
import { operation, type Operation } from "../platform/http/api/operation.ts";
import { instant } from "../platform/http/api/schemas.ts";
import { SCOPES } from "../shared/scopes.ts";

const token = z
  .object({
    name: z
      .string()
      .meta({ description: "What the token is called.", examples: ["HR-systemet, varje natt"] }),
    account: z.string().meta({ description: "Whom it acts as." }),
    scopes: z.array(z.enum(SCOPES)),
    expiresAt: instant,
  })
  .meta({ id: "Token" });

export const tokenApi: readonly Operation[] = [
  operation({
    id: "getToken",
    method: "get",
    path: "/token",
    tag: "token",
    summary: { sv: "Nyckeln du använder", en: "The token in use" },
    description: "A first request that always works: it says whom the token acts as, and for how long.",
    scope: null,
    answers: { 200: { description: "The token.", schema: token } },
    run: async ({ work, token: { name, scopes, expiresAt } }) =>
      ok({ name, account: work.actor?.displayName ?? "", scopes, expiresAt: expiresAt.toISOString() }),
  }),
];
