/** An address that names nothing. */
import { Stopped } from "../../platform/http/pages.ts";

export function loader(): never {
  throw new Stopped(404);
}

export default function NotFound() {
  return null;
}
