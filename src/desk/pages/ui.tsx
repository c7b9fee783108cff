/** Every component in every state, for those who build with them. Only in a demo installation. */
import { data } from "react-router";
import { pageRequest } from "../../platform/http/context.ts";
import { Gallery } from "../../ui/gallery.tsx";
import type { Route } from "./+types/ui";

export function loader({ context }: Route.LoaderArgs): null {
  if (context.get(pageRequest).mode !== "demo") throw data(null, { status: 404 });
  return null;
}

export default function Ui() {
  return <Gallery />;
}
