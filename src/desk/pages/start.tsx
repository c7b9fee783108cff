/** Everyone's own first page. */
import { load } from "../../platform/http/page.ts";
import { NotFound } from "../../shared/result.ts";
import { useMessages } from "../../messages/messages.ts";
import { Page } from "../../ui/page.tsx";
import type { Route } from "./+types/start";

export const loader = load(async ({ actor }) => {
  if (!actor) throw new NotFound("start page");
  return { name: actor.displayName };
});

export default function Start({ loaderData }: Route.ComponentProps) {
  const t = useMessages().desk.start;
  return <Page title={t.title(loaderData.name)} />;
}
