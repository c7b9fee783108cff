/** Finding somebody by name, e-mail or employment number, for those who keep the staff register (ORG-7, ORG-8, PRV-1). */
import type { Work } from "../platform/database/work.ts";
import { hasRole } from "../shared/actor.ts";
import { NotFound } from "../shared/result.ts";
import { maySearchPeople } from "./access.ts";
import { PAGE_SIZE, searchPeople, type Listed } from "./register.store.ts";

export type Found = {
  readonly q: string;
  readonly people: readonly Listed[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  readonly pageSize: number;
};

/** An empty question finds nobody. */
export async function findPeople(work: Work, q: string, page: number, size = PAGE_SIZE): Promise<Found> {
  const basis = maySearchPeople(work.actor);
  if (!work.actor || !basis) throw new NotFound("people");
  if (q === "") return { q, people: [], total: 0, page: 1, pages: 1, pageSize: size };
  const self = work.actor.personId;
  const handler = hasRole(work.actor, "hr_handler") ? self : null;
  const { people, total } = await searchPeople(
    work,
    q,
    { page, size },
    { all: false, self, handler, without: null },
  );
  work.reads.note({ personIds: people.map((person) => person.personId), what: "people-search", basis });
  return { q, people, total, page, pages: Math.max(1, Math.ceil(total / size)), pageSize: size };
}
