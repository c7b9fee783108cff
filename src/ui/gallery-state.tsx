/** How the gallery names what it shows. */
import type { ReactNode } from "react";

/** A small heading over one state of a component. */
export function State({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <h3>{name}</h3>
      {children}
    </>
  );
}
