/** What every page knows about the request: the organisation, whoever is signed in, and where they may go. */
import { ownAddress } from "../platform/http/addresses.ts";
import type { PageRequest } from "../platform/http/context.ts";
import type { Shell } from "../platform/http/shell.ts";
import { dayOf } from "../shared/local-date.ts";
import { navigation } from "./navigation.ts";

export function shellOf({ language, mode, tenant, actor, work, workshop, url }: PageRequest): Shell {
  return {
    language,
    mode,
    today: work?.today ?? dayOf(workshop.clock()),
    tenant: tenant && { slug: tenant.slug, name: tenant.name, logoHash: tenant.logoHash ?? null },
    user: actor?.displayName ?? null,
    path: ownAddress(url),
    at: tenant ? (path) => `/o/${tenant.slug}${path}` : (path) => path,
    ...(tenant ? navigation(tenant, actor) : { daily: [], own: [] }),
  };
}
